import { paysTermination } from "@/lib/delivery/channel"
import { type Admission, grant } from "@/lib/firewall/admission"
import { afterAsking, type Buying } from "@/lib/firewall/after-asking"
import type { Attempt } from "@/lib/firewall/attempt"
import type { Issued, OpenBooks } from "@/lib/firewall/books/books"
import { countedOf } from "@/lib/firewall/counted"
import { type Decided, decide, type Judging, namesOf } from "@/lib/firewall/decide"
import type { Firewall } from "@/lib/firewall/firewall"
import type { RuleRefusalKind } from "@/lib/firewall/ledger/ledger"
import { decisionOf } from "@/lib/firewall/ledger/record"
import type { LineTypes } from "@/lib/firewall/line-types"
import { type Message, messageOf, phoneNameOf, recipientOf } from "@/lib/firewall/message"
import { isBad, type Opinion, type Opinions, type Recalled, worse } from "@/lib/firewall/opinions/opinion"
import { riskCheckOf } from "@/lib/firewall/opinions/risk-check"
import { ifDoubted, mayPay } from "@/lib/firewall/opinions/worth"
import type { Pass } from "@/lib/firewall/pass"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import { hardnessOf, namesWithWork } from "@/lib/firewall/puzzle"
import type { Rule } from "@/lib/firewall/rule"
import { attackMode } from "@/lib/firewall/rules/attack-mode"
import { conversion } from "@/lib/firewall/rules/conversion"
import { coolDown } from "@/lib/firewall/rules/cool-down"
import { countryAllowList } from "@/lib/firewall/rules/country-allow-list"
import { growth } from "@/lib/firewall/rules/growth"
import { isLapsed } from "@/lib/firewall/rules/lapsed"
import { isWorthLookup, lineType } from "@/lib/firewall/rules/line-type"
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

/** What came of a message's turn at the books. Where something is to be bought, nothing of it is written down yet. */
type Turn = { decided: Decided; issued?: Issued | undefined; hardness?: number | undefined; buying?: Buying }

/**
 * The single door before any text message: may this attempt cost us one? Reads whatever the rules look at in one statement, and
 * writes the decision, what it takes and the challenge in another. Fails closed: if that cannot be done, the answer is `sms-unavailable`.
 */
export async function admit(attempt: Attempt, needs: AdmitNeeds): Promise<Admission | NotAdmitted> {
  const { firewall, now, newId } = needs
  const { pose, isWaiting } = attempt.pass
  try {
    const asking = await prepare(attempt, newId(), needs)
    const { message, phone, judging, opinionPrice } = asking
    const dearest = { ...message, lookupPrice: message.lookupPrice + opinionPrice }
    const names = (pose ? namesWithWork : namesOf)(dearest, phone, judging.policy)
    const issue = attempt.issue?.(message.at)
    const judge = (books: OpenBooks): Turn => {
      const about = standingOf(message, phone, judging, books)
      const doubted = opinionPrice > 0 ? ifDoubted(about, opinionPrice, judging, books) : undefined
      const inDoubt = pose && doubted && judging.enforce ? hardnessOf(doubted, judging, books) : undefined
      const decided = decide(doubted ? { ...about, lookupPrice: dearest.lookupPrice } : about, judging, books)
      // What is only known once the number was asked about is written down then.
      if (!decided.no && decided.message.lookupPrice > 0)
        return { decided, buying: { line: message.lookupPrice > 0, ifBad: doubted?.no }, hardness: inDoubt }
      books.record(asking.record(decided))
      const hardness = pose && decided.stands ? hardnessOf(decided, judging, books) : undefined
      if (hardness !== undefined) return { decided, hardness }
      return { decided, issued: decided.stands || !issue ? undefined : books.issue(issue) }
    }
    const { decided, issued, hardness, buying } = await firewall.books.within(names, message.at, judge, isWaiting)
    const answer = buying ? await afterAsking(message.number ?? "", asking, decided, buying, needs) : decided
    if ("granted" in answer) return answer
    if (!answer.no || !answer.stands) return grant(asking, decided, issued?.challenge, needs)
    // Work is no help to a line that gets no text.
    const isWorkable = hardness !== undefined && (!buying || answer.no === buying.ifBad)
    const puzzle = isWorkable ? await pose?.(hardness) : undefined
    return refuse({ ...answer.no.refusal, ...(puzzle && { puzzle }) })
  } catch (problem) {
    needs.warn("text-not-judged", problem)
    return refuse({ kind: "sms-unavailable", retryAt: after(now(), policy.outage) })
  }
}

/** A message that is asked for, how it is judged, and how it will be written down. */
async function prepare(attempt: Attempt, id: string, { firewall, now, keys, countries }: AdmitNeeds) {
  const { pass, subject, whose } = attempt
  const { policy, enforce } = firewall
  const e164 = attempt.phone?.e164
  const phone = e164 ? phoneNameOf(e164, keys) : null
  const recipient = e164 ? recipientOf(pass.realm, subject, e164, keys) : null
  const described = messageOf(attempt, now(), countedOf(attempt, keys), keys, policy)
  const [line, { opinion, isAskable }] = await Promise.all([
    lineOf(described, firewall.lineTypes, policy),
    opinionOf(described, pass, firewall.opinions, policy),
  ])
  const message: Message = { ...described, ...line, opinion }
  const judging = { rules, enforce, policy, countries }
  const assessment = pass.assessment ?? null
  const about = { id, verb: pass.verb, phone, recipient, whose, assessment }
  const record = (decided: Decided) => decisionOf(about, decided, keys)
  return { id, message, phone, judging, record, assessment, opinionPrice: isAskable ? policy.opinions.price : 0 }
}

/** The number's line as it is remembered, or what it costs to ask. A number is looked up only where a text costs well more. */
async function lineOf(message: Message, lineTypes: LineTypes, policy: FirewallPolicy): Promise<Partial<Message>> {
  const { number, channel } = message
  if (!number || !paysTermination(channel) || !isWorthLookup(message, policy)) return {}
  const wouldCost = await lineTypes.wouldCost(number)
  if (wouldCost) return { lookupPrice: policy.lookup.price }
  return wouldCost === false ? { line: await lineTypes.of(number) } : {}
}

/** What is thought of the number: as the door heard it, as it is remembered, or whether that may be asked. One that is bad is enough. */
async function opinionOf(
  message: Message,
  pass: Pass,
  opinions: Opinions,
  policy: FirewallPolicy,
): Promise<Recalled & { opinion: Opinion | undefined }> {
  const { of, ...told } = pass.opinion ?? { of: undefined }
  const heard = "score" in told && of === message.number ? told : undefined
  if (isBad(heard, policy) || !mayPay(message, policy)) return { opinion: heard, isAskable: false }
  const { opinion, isAskable } = await opinions.recall(message.number ?? "")
  return { opinion: worse(heard, opinion), isAskable }
}

/** The message with what the books say of the person: whether they are a newcomer again, and whether a text stands open to them. */
function standingOf(message: Message, phone: string | null, { policy }: Judging, books: OpenBooks): Message {
  const asNewcomer = message.asNewcomer || isLapsed(message, books, policy)
  const isRepeat = asNewcomer && phone !== null && books.isOpen(phone)
  const judged = { ...message, asNewcomer, isRepeat }
  return { ...judged, riskCheck: riskCheckOf(judged, policy) }
}
