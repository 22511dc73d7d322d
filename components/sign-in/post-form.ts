import { z } from "zod"
import type { FormProblem } from "@/lib/web/cookie"

const longestWait = 20_000
const unreachable = "We could not reach the server. Check your connection and try again."
const unreadable = "The server gave an answer that we could not read. Try again in a minute."

const answer = z.union([
  z.object({ go: z.string().regex(/^\/(?!\/)/) }),
  z.object({ problems: z.array(z.object({ field: z.string().optional(), message: z.string() })).min(1) }),
])

/** Where a form leads, or what is wrong with it. */
export type Answer = { go: string } | { problems: FormProblem[] }

/** Posts a form as the browser would, and asks for the answer as JSON. It never throws: no network is a problem in words. */
export async function postForm(action: string, fields: Record<string, string>): Promise<Answer> {
  const response = await send(action, fields)
  if (!response) return { problems: [{ message: unreachable }] }
  const body: unknown = await response.json().catch(() => undefined)
  const parsed = answer.safeParse(body)
  return parsed.success ? parsed.data : { problems: [{ message: unreadable }] }
}

async function send(action: string, fields: Record<string, string>): Promise<Response | undefined> {
  if (!navigator.onLine) return undefined
  const headers = { accept: "application/json" }
  const signal = AbortSignal.timeout(longestWait)
  return fetch(action, { method: "POST", headers, body: new URLSearchParams(fields), signal }).catch(() => undefined)
}
