import type { Cookie, Flash, FormProblem, Problem } from "@/lib/web/cookie"
import { broken } from "@/lib/web/refusal-words"
import type { Say } from "@/lib/words/say"

/** What a form said no to, in words. */
export type ToldFlash = Omit<Flash, "problems"> & { problems: FormProblem[] }

/** Where a form's handler broke there may be no cookie to tell of it. */
const atServer: Flash = { id: "server", problems: [broken], values: {} }

/** What a form said no to, if the page's own query parameter names it: the waits are those that are left. */
export function flashOf({ flash }: Cookie, problem: unknown, now: Date): Flash | undefined {
  if (problem === atServer.id) return atServer
  if (flash?.id !== problem || !flash) return undefined
  return { ...flash, problems: flash.problems.map((told) => asOfNow(told, now)) }
}

/** The same in words. */
export const toldFlash = (flash: Flash | undefined, say: Say): ToldFlash | undefined =>
  flash && { ...flash, problems: flash.problems.map((problem) => told(problem, say)) }

/** A problem in words. The browser counts down to its end, and knows the reader's clock: it fills in when. */
export function told({ message, ...problem }: Problem, say: Say): FormProblem {
  if (typeof message === "string") return { ...problem, message }
  return { ...problem, message: say(message.key, { when: "{when}", ...message.values }) }
}

/** A problem with the wait that is left of it. */
const asOfNow = (problem: Problem, now: Date): Problem =>
  problem.retryAt === undefined
    ? problem
    : { ...problem, wait: Math.max(0, Math.ceil((problem.retryAt - now.getTime()) / 1000)) }
