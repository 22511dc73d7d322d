import type { Challenge } from "@/lib/challenge/challenge"
import { paysTermination } from "@/lib/delivery/channel"
import type { Attempt } from "@/lib/firewall/attempt"
import type { Issued, OpenBooks } from "@/lib/firewall/books/books"
import { countedOf } from "@/lib/firewall/counted"
import { type Decided, decide, giveBack, namesOf } from "@/lib/firewall/decide"
import type { Firewall } from "@/lib/firewall/firewall"
import type { RuleRefusalKind } from "@/lib/firewall/ledger/ledger"
import { decisionOf } from "@/lib/firewall/ledger/record"
import type { LineTypes } from "@/lib/firewall/line-types"
import { type Message, messageOf, phoneNameOf, recipientOf } from "@/lib/firewall/message"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import { hardnessOf, namesWithWork } from "@/lib/firewall/puzzle"
import { type No, type Rule, verdictOf } from "@/lib/firewall/rule"
import { attackMode } from "@/lib/firewall/rules/attack-mode"
import { conversion } from "@/lib/firewall/rules/conversion"
import { coolDown } from "@/lib/firewall/rules/cool-down"
import { countryAllowList } from "@/lib/firewall/rules/country-allow-list"
import { growth } from "@/lib/firewall/rules/growth"
import { isLapsed } from "@/lib/firewall/rules/lapsed"
import { isWorthLookup, lineType, noFor } from "@/lib/firewall/rules/line-type"
import { phoneCap, subjectCap } from "@/lib/firewall/rules/message-caps"
import { moneyBudget } from "@/lib/firewall/rules/money-budget"
import { neighbourhood } from "@/lib/firewall/rules/neighbourhood"
import { openMoney } from "@/lib/firewall/rules/open-money"
import { operatorList } from "@/lib/firewall/rules/operator-list"
import { ownMoney } from "@/lib/firewall/rules/own-money"
import { strangerTexts } from "@/lib/firewall/rules/stranger-texts"
import type { KeyRing } from "@/lib/keys/key-ring"
import { policy } from "@/lib/limits/policy"
import { type No as Refused, refuse } from "@/lib/refusal"
import { after, type Now } from "@/lib/time"

/** The firewall's rules that need nothing but its books: a replay runs the past through them again. */
export const firewallRules: readonly Rule[] = [
  ownMoney,
  operatorList,
  attackMode,
  neighbourhood,
  conversion,
  openMoney,
  growth,
  moneyBudget,
]

/** Every rule, in the order in which they are asked. The first no stands. */
const rules: readonly Rule[] = [
  countryAllowList,
  coolDown,
  subjectCap,
  phoneCap,
  strangerTexts,
  ...firewallRules,
  lineType,
]

/** The contracts' own, by name: what these refuse, any service with the contracts would. */
export const contractRuleNames: readonly string[] = rules.flatMap((rule) => (rule.of === "contract" ? [rule.name] : []))

/** Leave to send one text message. Only `admit` grants it, and nothing is delivered without it. */
export type Admission = {
  /** The decision in the ledger that this leave is. */
  id: string
  /** When it was decided. */
  at: Date
  /** When the next message may be asked for. */
  resendAt: Date
  /** The challenge that was issued with it. Undefined where it is yet to be issued. */
  challenge: Challenge | undefined
  /** Gives back what was taken, because nothing was sent. */
  withdraw(): Promise<void>
  readonly granted: unique symbol
}

/** How a message is refused. */
export type NotAdmitted = Refused<RuleRefusalKind>

/** What deciding on a message needs. */
export type AdmitNeeds = {
  now: Now
  newId: () => string
  keys: KeyRing
  countries: ReadonlySet<string> | "all"
  warn: (event: string, problem: unknown) => void
  firewall: Firewall
}

/**
 * The single door before any text message: may this attempt cost us one? Reads whatever the rules look at in one statement, and
 * writes the decision, what it takes and the challenge in another. Fails closed: if that cannot be done, the answer is `sms-unavailable`.
 */
export async function admit(attempt: Attempt, needs: AdmitNeeds): Promise<Admission | NotAdmitted> {
  const { firewall, now, newId } = needs
  try {
    const asking = await prepare(attempt, newId(), needs)
    const { message, phone, judging } = asking
    const isBought = message.lookupPrice > 0
    const names = attempt.pass.pose
      ? namesWithWork(message, phone, judging.policy)
      : namesOf(message, phone, judging.policy)
    const issue = attempt.issue?.(message.at)
    const judge = (books: OpenBooks): { decided: Decided; issued?: Issued | undefined; hardness?: number } => {
      const asNewcomer = message.asNewcomer || isLapsed(message, books, judging.policy)
      const isRepeat = asNewcomer && phone !== null && books.isOpen(phone)
      const decided = decide({ ...message, asNewcomer, isRepeat }, judging, books)
      // What is only known once the line was looked up is written down then.
      if (!decided.no && isBought) return { decided }
      books.record(asking.record(decided))
      const hardness = attempt.pass.pose && decided.stands ? hardnessOf(decided, judging, books) : undefined
      if (hardness !== undefined) return { decided, hardness }
      return { decided, issued: decided.stands || !issue ? undefined : books.issue(issue) }
    }
    const { decided, issued, hardness } = await firewall.books.within(names, message.at, judge, attempt.pass.isWaiting)
    if (decided.no && decided.stands) {
      const puzzle = hardness === undefined ? undefined : await attempt.pass.pose?.(hardness)
      return refuse({ ...decided.no.refusal, ...(puzzle && { puzzle }) })
    }
    if (isBought && !decided.no) return await afterLookup(attempt, asking, decided, needs)
    return grant(asking, decided, issued?.challenge, needs)
  } catch (problem) {
    needs.warn("text-not-judged", problem)
    return refuse({ kind: "sms-unavailable", retryAt: after(now(), policy.outage) })
  }
}

/** A message that is asked for, how it is judged, and how it will be written down. */
type Asking = Awaited<ReturnType<typeof prepare>>

async function prepare(attempt: Attempt, id: string, { firewall, now, keys, countries }: AdmitNeeds) {
  const { pass, subject, whose } = attempt
  const { policy, enforce, lineTypes } = firewall
  const e164 = attempt.phone?.e164
  const phone = e164 ? phoneNameOf(e164, keys) : null
  const recipient = e164 ? recipientOf(pass.realm, subject, e164, keys) : null
  const described = messageOf(attempt, now(), countedOf(attempt, keys), keys, policy)
  const message = { ...described, ...(await lineOf(described, lineTypes, policy)) }
  const judging = { rules, enforce, policy, countries }
  const record = (decided: Decided) => decisionOf({ id, verb: pass.verb, phone, recipient, whose }, decided, keys)
  return { id, message, phone, judging, record }
}

/** The number's line as it is remembered, or what it costs to ask. A number is looked up only where a text costs well more. */
async function lineOf(message: Message, lineTypes: LineTypes, policy: FirewallPolicy): Promise<Partial<Message>> {
  const { number, channel } = message
  if (!number || !paysTermination(channel) || !isWorthLookup(message, policy)) return {}
  const wouldCost = await lineTypes.wouldCost(number)
  if (wouldCost) return { lookupPrice: policy.lookup.price }
  return wouldCost === false ? { line: await lineTypes.of(number) } : {}
}

/** The line is asked for, for money, once all else is taken. A no that was bought is owed for like a text. */
async function afterLookup(
  { phone }: Attempt,
  asking: Asking,
  decided: Decided,
  needs: AdmitNeeds,
): Promise<Admission | NotAdmitted> {
  const { books, lineTypes } = needs.firewall
  const { judging, record } = asking
  const granted = grant(asking, decided, undefined, needs)
  let no: No | undefined
  try {
    no = noFor(await lineTypes.of(phone?.e164 ?? ""))
  } catch (problem) {
    await granted.withdraw()
    throw problem
  }
  const verdicts = [...decided.verdicts.filter(({ rule }) => rule !== lineType.name), verdictOf(lineType.name, no)]
  const stands = no !== undefined && judging.enforce
  const names = namesOf(decided.message, asking.phone, judging.policy)
  await books.within(names, needs.now(), (open) => {
    // Only what the text would have cost comes back, and where the no stands, what the contracts count.
    const taken = decided.taken.filter((rule) => stands || rule.of === "firewall")
    if (no) giveBack({ ...decided, taken }, "all but scopes", judging, open, needs.now())
    open.record(record({ ...decided, verdicts, no: no && { ...no, rule: lineType }, stands }))
  })
  return no && stands ? refuse(no.refusal) : granted
}

/** Grants the leave. What it took is given back at most once. */
function grant(
  { id, message, phone, judging }: Asking,
  decided: Decided,
  challenge: Challenge | undefined,
  { firewall, now }: AdmitNeeds,
): Admission {
  let isWithdrawn = false
  const withdraw = async () => {
    if (isWithdrawn) return
    isWithdrawn = true
    const at = now()
    const names = namesOf(message, phone, judging.policy)
    await firewall.books.within(names, at, (books) => giveBack(decided, "all", judging, books, at))
  }
  return { id, at: message.at, resendAt: decided.resendAt, challenge, withdraw } as Admission
}
