import { type Admission, type Granting, grant } from "@/lib/firewall/admission"
import { budgetsOf, lookupBudgetsOf } from "@/lib/firewall/books/budget"
import { chargeLess, releaseScopes } from "@/lib/firewall/books/scopes"
import { type Decided, giveBack, namesOf } from "@/lib/firewall/decide"
import type { Firewall } from "@/lib/firewall/firewall"
import type { Decision } from "@/lib/firewall/ledger/ledger"
import type { Micros } from "@/lib/firewall/money"
import { isBad, type Opinion, worse } from "@/lib/firewall/opinions/opinion"
import { verdictOf } from "@/lib/firewall/rule"
import { lineType, noFor } from "@/lib/firewall/rules/line-type"
import type { Now } from "@/lib/time"

/** What is to be bought of a message's number: its line, and an opinion, with the no that a bad one would be. */
export type Buying = { line: boolean; ifBad: Refusal | undefined }

/** A no, and whose. */
type Refusal = NonNullable<Decided["no"]>

type Asking = Granting & { record: (decided: Decided) => Decision }
type Needs = { firewall: Firewall; now: Now }

/**
 * Asks about the number for money, once all else is taken, and writes the decision down with what was heard. A no that was bought is
 * owed for like a text. Without the line no leave is given; without an opinion it is as if nobody had been asked.
 */
export async function afterAsking(
  e164: string,
  asking: Asking,
  decided: Decided,
  buying: Buying,
  needs: Needs,
): Promise<Admission | { no: Refusal; stands: true }> {
  const { judging, record } = asking
  const { policy } = judging
  const { no, opinion, saved } = await hear(e164, asking, decided, buying, needs)
  const { lookupPrice } = decided.message
  const message = {
    ...decided.message,
    opinion: worse(decided.message.opinion, opinion),
    lookupPrice: lookupPrice - saved,
  }
  const stands = no !== undefined && judging.enforce
  const verdicts = decided.verdicts.map((told) => (told.rule === no?.rule.name ? verdictOf(told.rule, no) : told))
  const names = namesOf(decided.message, asking.phone, policy)
  await needs.firewall.books.within(names, needs.now(), (open) => {
    // Only what the text would have cost comes back, and where the no stands, what the contracts count.
    const taken = decided.taken.filter((rule) => stands || rule.of === "firewall")
    if (no) giveBack({ ...decided, taken }, "all but scopes", judging, open, needs.now())
    // Nor does the number owe for itself what was never sent to it: its owner may come back with work.
    if (stands && no === buying.ifBad)
      releaseScopes(decided.message, decided.charged.filter(isOfNumber), policy, open, needs.now())
    if (saved > 0)
      for (const budget of [...budgetsOf(message, policy), ...lookupBudgetsOf(decided.message, policy)])
        open.spend(budget, -saved)
    const { charged: owed, message: before } = decided
    const charged = saved > 0 ? chargeLess({ before, message, charged: owed }, policy, open, needs.now()) : owed
    const decision = record({ ...decided, message, verdicts, no, stands, charged })
    // What was heard is paid for though no text leaves.
    open.record(stands ? { ...decision, reserved: message.lookupPrice } : decision)
  })
  return no && stands ? { no, stands } : grant(asking, decided, undefined, needs)
}

const isOfNumber = (key: string) => /^(block|prefix|unread):/.test(key)

/** `saved` is what was reserved for an opinion that nobody had to be asked for. */
type Heard = { no: Refusal | undefined; opinion?: Opinion | undefined; saved: Micros }

/** The line first: where that gets no text, nobody's opinion is worth anything. */
async function hear(e164: string, asking: Asking, decided: Decided, buying: Buying, needs: Needs): Promise<Heard> {
  const { lineTypes, opinions } = needs.firewall
  const { policy } = asking.judging
  const { price } = policy.opinions
  try {
    const no = buying.line ? noFor(await lineTypes.of(e164)) : undefined
    if (no) return { no: { ...no, rule: lineType }, saved: buying.ifBad ? price : 0 }
    if (!buying.ifBad) return { no: undefined, saved: 0 }
    const { opinion, asked } = await opinions.ask(e164)
    return { no: isBad(opinion, policy) ? buying.ifBad : undefined, opinion, saved: asked ? 0 : price }
  } catch (problem) {
    await grant(asking, decided, undefined, needs).withdraw()
    throw problem
  }
}
