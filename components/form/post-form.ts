import type { FormProblem } from "@/lib/web/cookie"
import type { Texts } from "@/lib/words/catalogues"

const longestWait = 20_000

/** Where a form leads, or what is wrong with it. */
export type Answer = { go: string } | { problems: FormProblem[] }

type Words = Pick<Texts<"form">, "unreachable" | "unreadable">

/** Posts a form as the browser would, with the person's time zone, and asks for the answer as JSON. It never throws: no network is a problem in words. */
export async function postForm(action: string, fields: Record<string, string>, words: Words): Promise<Answer> {
  const response = await send(action, fields)
  if (!response) return { problems: [{ message: words.unreachable }] }
  const body: unknown = await response.json().catch(() => undefined)
  return isAnswer(body) ? body : { problems: [{ message: words.unreadable }] }
}

/** Anything else may answer in our place: a proxy, a hotel's network. A form leads to a path of ours and nowhere else. */
function isAnswer(body: unknown): body is Answer {
  if (typeof body !== "object" || body === null) return false
  if ("go" in body) return typeof body.go === "string" && /^\/(?!\/)/.test(body.go)
  const problems = "problems" in body && Array.isArray(body.problems) ? body.problems : []
  return problems.length > 0 && problems.every((problem: unknown) => isProblem(problem))
}

const isProblem = (problem: unknown): problem is FormProblem =>
  typeof problem === "object" && problem !== null && "message" in problem && typeof problem.message === "string"

async function send(action: string, fields: Record<string, string>): Promise<Response | undefined> {
  if (!navigator.onLine) return undefined
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const body = new URLSearchParams({ ...fields, ...(timeZone && { timeZone }) })
  const headers = { accept: "application/json" }
  const signal = AbortSignal.timeout(longestWait)
  return fetch(action, { method: "POST", headers, body, signal }).catch(() => undefined)
}
