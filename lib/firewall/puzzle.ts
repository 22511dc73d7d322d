import type { Names, OpenBooks } from "@/lib/firewall/books/books"
import { scopesOf } from "@/lib/firewall/books/scope"
import { standingOf } from "@/lib/firewall/books/scopes"
import { type Decided, type Judging, namesOf } from "@/lib/firewall/decide"
import type { Message } from "@/lib/firewall/message"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import { ask } from "@/lib/firewall/rule"
import { hardnessFor } from "@/lib/firewall/work"

/** The message as its sender's proof of work would make it. */
const worked = <M extends Message>(message: M): M => ({ ...message, lane: "trusted", captcha: "worked" })

/** The rows that a decision looks at, and those that it would look at had the caller worked. */
export function namesWithWork(message: Message, phone: string | null, policy: FirewallPolicy): Names {
  const names = namesOf(message, phone, policy)
  const { exposures = [] } = namesOf(worked(message), phone, policy)
  return { ...names, exposures: [...new Set([...(names.exposures ?? []), ...exposures])] }
}

/**
 * How hard a puzzle may let a refused message pass after all; undefined where none would: a wait, a ceiling of money, a number that gets
 * no texts. The rules are asked once more about the same message with a proof of work, and take nothing.
 */
export function hardnessOf(
  { message, no }: Pick<Decided, "message" | "no">,
  judging: Judging,
  books: OpenBooks,
): number | undefined {
  const { policy, countries, rules } = judging
  if (message.lane !== "strict" || !no) return undefined
  const now = message.at
  const after = worked(message)
  if (ask(rules, { message: after, scopes: scopesOf(after, policy), books, policy, countries, now }).no)
    return undefined
  const scope = scopesOf(message, policy).find(({ name }) => name === no.why.scope)
  return hardnessFor(books.mode.level, scope ? standingOf(scope, books, now).trips : 0)
}
