import { hidesAccounts, type Realm } from "@/lib/account/realm"
import type { CapSpent, OpenBooks } from "@/lib/firewall/books/books"
import type { RuleName } from "@/lib/firewall/ledger/ledger"
import type { Case, Rule } from "@/lib/firewall/rule"
import type { Whose } from "@/lib/firewall/whose"
import { type KeyRing, sealedName } from "@/lib/keys/key-ring"
import type { Asked } from "@/lib/limits/limits"
import { policy } from "@/lib/limits/policy"
import type { Quota } from "@/lib/refusal"
import { after } from "@/lib/time"

/** Who asks for what, as the caps count it. */
type Counting = { realm: Realm; subject: string; network: string; e164: string | undefined; whose: Whose }

/**
 * So many messages a day for what the caller typed, whether or not it has an account. Strangers are counted by network: what one
 * asks for in a person's name leaves that person's other networks alone.
 */
export const subjectCap = capped("subject-cap", "perSubject")

export const subjectCaps = ({ realm, subject, network, whose }: Counting, keys: KeyRing): Asked[] =>
  whose === "home" ? [] : [named(policy.perAsker, sealedName(keys, "subject", realm, subject, network))]

/**
 * So many messages an hour and a day to one phone, for all askers and emails together: what the contract has is
 * one total. Strangers may use up most of it; the rest is for a device that signed in before. Where no one has
 * what was typed, it stands for the phone. Where accounts are hidden, strangers are not asked about the total: what an owner used up of
 * it would tell that there is one. It is checked as the message leaves.
 */
export const phoneCap = capped("phone-cap", "perPhone")

export function phoneCaps(counting: Counting, keys: KeyRing): Asked[] {
  const { realm, whose } = counting
  if (whose === "home") return phoneTotal(counting, keys)
  const strangers = [policy.strangersHour, policy.strangersDay].map((quota) => named(quota, phoneOf(counting, keys)))
  return hidesAccounts[realm] ? strangers : [...strangers, ...phoneTotal(counting, keys)]
}

/** The total of one phone. */
export const phoneTotal = (of: Omit<Counting, "network" | "whose">, keys: KeyRing): Asked[] =>
  [policy.perHour, policy.perDay].map((quota) => named(quota, phoneOf(of, keys)))

const phoneOf = ({ realm, subject, e164 }: Omit<Counting, "network" | "whose">, keys: KeyRing): string =>
  e164 ? sealedName(keys, "phone", e164) : sealedName(keys, "phone of nobody", realm, subject)

const named = (quota: Quota, name: string): Asked => ({ key: `${quota.name}:${name}`, quota })

function capped(name: RuleName, which: "perSubject" | "perPhone"): Rule {
  const capsOf = ({ message: { counted } }: Case) => counted?.[which] ?? []
  return {
    name,
    of: "contract",
    judge(about) {
      for (const { key, quota } of capsOf(about)) {
        const cap = running(about.books.cap(key), about.now)
        if (cap && cap.spent >= quota.points)
          return {
            verdict: "refuse",
            refusal: { kind: "limited", retryAt: cap.resetsAt, quota },
            why: { cap: quota.name, messages: cap.spent },
          }
      }
      return undefined
    },
    take: (about, books) => add(1, capsOf(about), books, about.now),
    giveBack: (about, books) => add(-1, capsOf(about), books, about.now),
  }
}

/** Adds a message to each cap, or takes it away where its window still runs. */
function add(count: 1 | -1, caps: readonly Asked[], books: OpenBooks, now: Date): void {
  for (const { key, quota } of caps) {
    const cap = running(books.cap(key), now)
    if (cap) books.putCap(key, { ...cap, spent: Math.max(0, cap.spent + count) })
    else if (count > 0) books.putCap(key, { spent: 1, resetsAt: after(now, quota.window) })
  }
}

/** What is spent in the window that runs now. */
const running = (cap: CapSpent | undefined, now: Date): CapSpent | undefined =>
  cap && cap.resetsAt > now ? cap : undefined
