import { Table } from "@/components/console/table"
import type { LedgerEntry } from "@/lib/web/console/view"
import { dayAndTimeOf, numbersInWords, outcomeWords, ruleWords, unitPrice } from "@/lib/web/console/words"

const verdictWords = { admit: "Passed", refuse: "Refused", ask: "Asked for a captcha" }

const channelWords = { whatsapp: "WhatsApp", voice: "a call" }

/** Why a decision was made: what was asked, what each rule said with its numbers, and what became of it. */
export function Why({ decision }: { decision: LedgerEntry }) {
  const { realm, verb, channel, client, to, lane, captcha, place, level, isRepeat, verdicts } = decision
  const facts: [string, string][] = [
    ["Asked by", `${realm}, ${verb}, client ${client}`],
    ["From", `${place}, ${lane} lane, captcha ${captcha}`],
    ["For", `${to}${isRepeat ? ", where one stands unverified already" : ""}`],
    ...(channel === "sms" ? [] : [["By", channelWords[channel]] as [string, string]]),
    ["Attack mode", level === null ? "not asked" : String(level)],
    ["Money", moneyOf(decision)],
    ["Outcome", fateOf(decision)],
  ]
  return (
    <div className="why">
      <dl>
        {facts.map(([term, detail]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
      <Table
        name="Verdicts"
        heads={["Rule", "Verdict", "Why"]}
        words={["Verdict", "Why"]}
        rows={verdicts.map(({ rule, verdict, why }) => ({
          key: rule,
          name: ruleWords(rule),
          cells: [verdictWords[verdict], why ? numbersInWords(why) : ""],
          className: verdict === "admit" ? undefined : "no",
        }))}
      />
    </div>
  )
}

function moneyOf({ price, reserved, finalPrice, outcome }: LedgerEntry): string {
  if (outcome === "refused" && reserved > 0)
    return `${unitPrice(price)} not spent, ${unitPrice(reserved)} for asking about the number`
  if (outcome === "refused") return price > 0 ? `${unitPrice(price)} not spent` : "nothing"
  if (finalPrice !== null) return `${unitPrice(finalPrice)} charged, ${unitPrice(reserved)} reserved`
  return reserved > 0 ? `${unitPrice(reserved)} reserved` : "nothing"
}

function fateOf({ outcome, sender, verifiedAt }: LedgerEntry): string {
  const by = sender ? `, by ${sender}` : ""
  return `${outcomeWords[outcome]}${by}${verifiedAt ? `. Verified on ${dayAndTimeOf(verifiedAt)} UTC` : ""}`
}
