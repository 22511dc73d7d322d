import {
  type Attempt,
  type FirewallRule,
  isAsNewcomer,
  type No,
  type PaidRule,
  type Rule,
  type RulePorts,
} from "@/lib/firewall/attempt"
import { giveBack, giveBackPrice, glanceAtBooks, judgeInBooks, verdictOf } from "@/lib/firewall/books/judge-in-books"
import type { Candidate } from "@/lib/firewall/candidate"
import { candidateOf, phoneNameOf, recipientOf } from "@/lib/firewall/candidate-of"
import type { Firewall } from "@/lib/firewall/firewall"
import type { Decision, RuleVerdict } from "@/lib/firewall/ledger/ledger"
import { decisionOf } from "@/lib/firewall/ledger/record"
import { attackMode } from "@/lib/firewall/rules/attack-mode"
import { conversion } from "@/lib/firewall/rules/conversion"
import { coolDown } from "@/lib/firewall/rules/cool-down"
import { countryAllowList } from "@/lib/firewall/rules/country-allow-list"
import { isWorthLookup, lineType } from "@/lib/firewall/rules/line-type"
import { phoneCap, subjectCap } from "@/lib/firewall/rules/message-caps"
import { moneyBudget } from "@/lib/firewall/rules/money-budget"
import { neighbourhood } from "@/lib/firewall/rules/neighbourhood"
import { operatorList } from "@/lib/firewall/rules/operator-list"
import { strangerTexts } from "@/lib/firewall/rules/stranger-texts"
import type { KeyRing } from "@/lib/keys/key-ring"
import { policy } from "@/lib/limits/policy"
import { isRefusal, type Refusal, refuse } from "@/lib/refusal"
import { after } from "@/lib/time"

// The rules, in the order in which they are asked. The first refusal stands.
/** What an operator set for good. */
const settings: readonly Rule[] = [countryAllowList]
/** The firewall's, which refuse nothing while it only observes. They are asked twice: at a glance, and under the lock. */
export const firewallRules: readonly FirewallRule[] = [operatorList, attackMode, neighbourhood, conversion, moneyBudget]
/** The contracts' own waits and counts, which always hold. */
const contractRules: readonly Rule[] = [coolDown, subjectCap, phoneCap]
/** What is no rule of the firewall's, by name: what these refuse, any service with the contracts would. */
export const contractRuleNames: readonly string[] = [...settings, ...contractRules].map(({ name }) => name)
/** Those that cost something to ask. */
const paidRules: readonly PaidRule[] = [lineType]

/** Leave to send one text message. Only `admit` grants it, and nothing is delivered without it. */
export type Admission = {
  /** The decision in the ledger that this leave is. */
  id: string
  /** When the next message may be asked for. */
  resendAt: Date
  /** Gives back what was taken, because nothing was sent. */
  withdraw(): Promise<void>
  readonly granted: unique symbol
}

export type AdmitPorts = RulePorts & { firewall: Firewall; newId: () => string }

/**
 * The single door before any text message: may this attempt cost us one?
 * Fails closed: if a rule cannot be asked, or the decision cannot be written down, the answer is `sms-unavailable`. A refusal
 * takes nothing.
 */
export async function admit(attempt: Attempt, ports: AdmitPorts): Promise<Admission | Refusal> {
  const taken: Taken = { undos: [], verdicts: [], resendAt: after(ports.now(), policy.firstWait) }
  const withdraw = async () => {
    for (const undo of taken.undos.splice(0).reverse()) await undo()
  }
  try {
    const { id, refusal } = await ask(attempt, taken, ports)
    if (!refusal) return { id, resendAt: taken.resendAt, withdraw } as Admission
    await withdraw()
    return refusal
  } catch {
    await withdraw().catch(() => undefined)
    return refuse({ kind: "sms-unavailable", retryAt: after(ports.now(), policy.outage) })
  }
}

/** What an attempt was given so far, and how to give it back. */
type Taken = { undos: (() => Promise<void>)[]; verdicts: RuleVerdict[]; resendAt: Date }

async function ask(attempt: Attempt, taken: Taken, ports: AdmitPorts): Promise<{ id: string; refusal?: Refusal }> {
  const { firewall, now, keys } = ports
  const id = ports.newId()
  let candidate = candidateOf(attempt, now(), keys, firewall.policy)
  const names = namesOf(attempt, keys)
  let level: number | null = null
  const record = (admitted: boolean, until?: Date) => {
    const reached = { id, verdicts: taken.verdicts, level, admitted, until }
    return firewall.ledger.record(decisionOf(candidate, attempt.pass, names, reached, keys))
  }
  const refuseNow = async (refusal: Refusal) => {
    await record(false, refusal.kind === "wait" ? refusal.retryAt : undefined)
    return { id, refusal }
  }

  const barred = await askContract(settings, attempt, taken, ports)
  if (barred) return refuseNow(barred)
  const about = await glanceAtBooks(candidate, names.phone, firewallRules, firewall, now())
  candidate = about.candidate
  const seen = about.judged
  if (seen) {
    level = seen.level
    taken.verdicts.push(...seen.verdicts)
    if (firewall.enforce) return refuseNow(refuse(seen.no.refusal))
  }
  const limited = await askContract(contractRules, attempt, taken, ports)
  if (limited) return refuseNow(limited)
  // The firewall's own, though it stands in no books: under observation its no is written down and does not stand.
  const suspicious = isAsNewcomer(attempt) ? undefined : await askContract([strangerTexts], attempt, taken, ports)
  if (suspicious && firewall.enforce) return refuseNow(suspicious)
  if (seen) {
    // Whoever only observes sends it all the same, and charges nothing: the books stay as they would be.
    await record(true)
    return { id }
  }
  if (await wouldBuyLookup(attempt, candidate, firewall)) candidate.lookupPrice = firewall.policy.lookup.price
  const judged = await judgeInBooks({ ...about, candidate }, firewallRules, firewall, now())
  level = judged.level
  taken.verdicts.push(...judged.verdicts)
  if (!judged.no) taken.undos.push(() => giveBack(candidate, firewall, now()))
  const no = judged.no ?? (await askPaid(attempt, candidate, taken, firewall))
  // A no that was bought is owed for like a text: only what the text would have cost comes back.
  if (no && !judged.no && candidate.lookupPrice > 0)
    taken.undos.splice(-1, 1, () => giveBackPrice(candidate, firewall, now()))
  const stands = no !== undefined && firewall.enforce
  // Under observation a paid rule's no takes the charge back too, as it would if it stood.
  if (no && !stands && !judged.no) await taken.undos.pop()?.()
  await record(!stands)
  return stands ? { id, refusal: refuse(no.refusal) } : { id }
}

/** Whom it is for and who asks, as the ledger names them. */
function namesOf({ phone, pass, subject, whose }: Attempt, keys: KeyRing): Names {
  if (!phone) return { phone: null, recipient: null, whose }
  return { phone: phoneNameOf(phone.e164, keys), recipient: recipientOf(pass.realm, subject, phone.e164, keys), whose }
}
type Names = Pick<Decision, "phone" | "recipient" | "whose">

async function askContract(
  rules: readonly Rule[],
  attempt: Attempt,
  taken: Taken,
  ports: AdmitPorts,
): Promise<Refusal | undefined> {
  for (const rule of rules) {
    const verdict = await rule.judge(attempt, ports)
    const refused = isRefusal(verdict)
    taken.verdicts.push({ rule: rule.name, verdict: refused ? "refuse" : "admit" })
    if (refused) return verdict
    if (verdict.undo) taken.undos.push(verdict.undo)
    taken.resendAt = verdict.resendAt ?? taken.resendAt
  }
  return undefined
}

async function askPaid(
  attempt: Attempt,
  candidate: Candidate,
  taken: Taken,
  firewall: Firewall,
): Promise<No | undefined> {
  for (const rule of paidRules) {
    const no = await rule.judge(attempt, candidate, firewall)
    taken.verdicts.push(verdictOf(rule.name, no))
    if (no) return no
  }
  return undefined
}

/** A number is looked up only where the text costs well more than that. */
async function wouldBuyLookup({ phone }: Attempt, candidate: Candidate, { policy, lineTypes }: Firewall) {
  return phone && isWorthLookup(candidate, policy) && (await lineTypes.wouldCost(phone.e164)) === true
}
