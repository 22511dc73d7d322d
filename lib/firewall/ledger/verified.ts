import type { OpenBooks } from "@/lib/firewall/books/books"
import { settle } from "@/lib/firewall/books/exposure"
import { closeOpen } from "@/lib/firewall/books/open-money"
import { scopesOf } from "@/lib/firewall/books/scope"
import { putExposure } from "@/lib/firewall/books/scopes"
import type { Captcha } from "@/lib/firewall/captcha"
import type { Firewall } from "@/lib/firewall/firewall"
import { creditAfter } from "@/lib/firewall/ledger/credits"
import type { VerifiedDecision } from "@/lib/firewall/ledger/ledger"
import { type Message, messageFrom, phoneNameOf, recipientOf } from "@/lib/firewall/message"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import { priceBy } from "@/lib/firewall/price"
import { changeTexts, strangerTextCharges } from "@/lib/firewall/rules/stranger-texts"
import { type KeyRing, sealedName } from "@/lib/keys/key-ring"
import { policy } from "@/lib/limits/policy"
import { after, type Duration, days, type Now } from "@/lib/time"

/** What noting a right PIN needs. */
export type VerifiedNeeds = {
  firewall: Pick<Firewall, "books" | "policy">
  keys: KeyRing
  now: Now
  captcha?: Pick<Captcha, "annotate">
}

/** How far back a PIN that is verified vouches for what was sent to the same phone for the same subject. */
const vouchesFor = days(1)

/** A right PIN: whose, from which network it came, as a keyed hash, and when its challenge was issued. */
export type RightPin = { realm: string; subject: string; phone: string; network: string; issuedAt: Date }

/**
 * A PIN that was sent to this phone for this subject was right: what its owner asked for of late paid off. Whoever mistyped or
 * asked for another message leaves nothing open. What others asked for in their name stays owed where it was asked for: else
 * people who sign in every day would pay for those who bother them, and a stranger would see by his own limits that they have an account. A
 * phone counts once, under however many names it is verified. What was sent is marked, and made good, in one piece.
 */
export async function noteVerified(
  { realm, subject, phone, network, issuedAt }: RightPin,
  { firewall, keys, now, captcha }: VerifiedNeeds,
): Promise<void> {
  const at = now()
  const recipient = recipientOf(realm, subject, phone, keys)
  const [asNewcomer, asTexted] = [phoneNameOf(phone, keys), sealedName(keys, "texted", phone)]
  const verified = { recipient, since: after(at, -vouchesFor) }
  const assessments = await firewall.books.within({ verified, credits: [asNewcomer, asTexted] }, at, (books) => {
    const decisions = askedForBy(network, issuedAt, books.unverified(recipient))
    const assessed = decisions.flatMap(({ assessment }) => assessment ?? [])
    for (const decision of decisions) books.verify(decision, at)
    // What the firewall would have refused was never charged.
    const charged = decisions.filter(({ refusedBy }) => refusedBy === null)
    const toNewcomers = charged.filter((decision) => decision.asNewcomer)
    if (toNewcomers.length > 0) {
      const age = takeCredit(asNewcomer, books, at)
      const paid = toNewcomers.map((decision) => chargedFor(decision, firewall.policy))
      creditAll(paid, age, firewall.policy, books, at)
    }
    for (const decision of charged) forgetUnread(decision, firewall.policy, books, at)
    // Texts to a known person that they asked for on a new device: they are no stranger's, and their network has a person more.
    const texts = charged.filter(({ whose, to, asNewcomer }) => whose === "stranger" && to === "known" && !asNewcomer)
    if (texts.length === 0) return assessed
    const share = creditAfter(takeCredit(asTexted, books, at), policy.strangerTexts.account.halfLife) / texts.length
    for (const decision of texts) {
      const charges = strangerTextCharges(decision, asNewcomer, keys)
      changeTexts(
        -1,
        charges.filter(({ key }) => decision.charged.includes(key)),
        books,
        at,
        share,
      )
    }
    return assessed
  })
  for (const assessment of assessments) await captcha?.annotate?.(assessment, "verified", phone, at)
}

/** What the network asked for where the PIN came from; where that is nothing, as on the move, the one that the PIN was issued for. */
function askedForBy(network: string, issuedAt: Date, decisions: readonly VerifiedDecision[]): VerifiedDecision[] {
  const own = decisions.filter((decision) => decision.network === network)
  if (own.length > 0) return own
  const before = decisions
    .filter(({ at }) => at <= issuedAt)
    .sort((one, other) => one.at.getTime() - other.at.getTime())
  return before.slice(-1)
}

/** The phone counts now. Answers how long ago it last did. A clock that runs behind takes nothing back. */
function takeCredit(phone: string, books: OpenBooks, at: Date): Duration {
  const before = books.credit(phone)
  books.putCredit(phone, before && before > at ? before : at)
  return before ? Math.max(0, at.getTime() - before.getTime()) : Number.POSITIVE_INFINITY
}

/** A message that was verified, and the keys of the scopes that it was charged to; all that its scopes are where that is undefined. */
export type Paid = { message: Message; charged?: readonly string[] }

/**
 * Counts these messages, all to one phone, as verified in every scope that they stood open in. Each of them is released; the
 * phone counts once in a scope, for what is left of one since it last did, `age` ago. What was never sent counts nothing.
 */
export function creditAll(
  paid: readonly Paid[],
  age: Duration,
  policy: FirewallPolicy,
  books: OpenBooks,
  now: Date,
): void {
  const hasCounted = new Set<string>()
  for (const { message, charged } of paid) {
    // What did not arrive is owed no more, nor made good.
    if (charged?.length !== 0) closeOpen(message, 1, policy, books)
    for (const scope of scopesOf(message, policy)) {
      if (scope.weight === 0 || scope.name === "steady" || scope.name === "unread") continue
      if (charged ? !charged.includes(scope.key) : scope.isLeanedOn) continue
      const counts = message.to !== "decoy" && !hasCounted.has(scope.key)
      if (counts) hasCounted.add(scope.key)
      const share = counts ? creditAfter(age, scope.policy.halfLife) : 0
      putExposure(scope, books, now, (found) => settle(found, scope.policy, scope.weight, message.at, share))
    }
  }
}

/** Ends the phone's run of unverified texts. */
function forgetUnread(decision: VerifiedDecision, policy: FirewallPolicy, books: OpenBooks, now: Date): void {
  const unread = scopesOf(messageFrom(decision, decision.price), policy).find(({ name }) => name === "unread")
  if (unread && decision.charged.includes(unread.key))
    putExposure(unread, books, now, (found) => ({ ...found, open: 0 }))
}

/** A decision as it was charged, and where: what it reserved beyond its price bought a look-up. A decoy's weighs what it would have cost. */
export function chargedFor(decision: VerifiedDecision, policy: FirewallPolicy): Paid {
  const { to, channel, country, price, reserved, charged } = decision
  if (to === "decoy") return { message: messageFrom(decision, priceBy(channel, country ?? "", policy)), charged }
  return { message: { ...messageFrom(decision, price), lookupPrice: Math.max(0, reserved - price) }, charged }
}
