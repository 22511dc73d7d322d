import type { Cookie, Flash, FormProblem } from "@/lib/web/cookie"
import { brokenWords } from "@/lib/web/refusal-words"

/** Where a form's handler broke there may be no cookie to tell of it. */
const broken: Flash = { id: "server", problems: [{ message: brokenWords }], values: {} }

/** What a form said no to, if the page's own query parameter names it: the waits are those that are left. */
export function flashOf({ flash }: Cookie, problem: unknown, now: Date): Flash | undefined {
  if (problem === broken.id) return broken
  if (flash?.id !== problem || !flash) return undefined
  return { ...flash, problems: flash.problems.map((told) => asOfNow(told, now)) }
}

/** A problem with the wait that is left of it. */
const asOfNow = (problem: FormProblem, now: Date): FormProblem =>
  problem.retryAt === undefined
    ? problem
    : { ...problem, wait: Math.max(0, Math.ceil((problem.retryAt - now.getTime()) / 1000)) }
