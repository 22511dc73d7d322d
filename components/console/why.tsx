import { Table } from "@/components/console/table"
import type { LedgerEntry } from "@/lib/web/console/view"
import { dayAndTimeOf, money, numbersInWords, outcomeWords, ruleWords } from "@/lib/web/console/words"

const verdictWords = { admit: "Passed", refuse: "Refused", ask: "Asked for a captcha" }

/** Why a decision was made: what was asked, what each rule said with its numbers, and what became of it. */
export function Why({ decision }: { decision: LedgerEntry }) {
  const { realm, verb, client, to, lane, captcha, place, level, isRepeat, verdicts } = decision
  const facts: [string, string][] = [
    ["Asked by", `${realm}, ${verb}, client ${client}`],
    ["From", `${place}, ${lane} lane, captcha ${captcha}`],
    ["For", `${to}${isRepeat ? ", where one stands unverified already" : ""}`],
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
      <Table name="Verdicts" heads={["Rule", "Verdict", "Why"]}>
        {verdicts.map(({ rule, verdict, why }) => (
          <tr key={rule} className={verdict === "admit" ? undefined : "no"}>
            <th scope="row">{ruleWords(rule)}</th>
            <td>{verdictWords[verdict]}</td>
            <td>{why ? numbersInWords(why) : ""}</td>
          </tr>
        ))}
      </Table>
    </div>
  )
}

function moneyOf({ price, reserved, finalPrice, outcome }: LedgerEntry): string {
  if (outcome === "refused") return price > 0 ? `${money(price)} not spent` : "nothing"
  if (finalPrice !== null) return `${money(finalPrice)} charged, ${money(reserved)} reserved`
  return reserved > 0 ? `${money(reserved)} reserved` : "nothing"
}

function fateOf({ outcome, sender, verifiedAt }: LedgerEntry): string {
  const by = sender ? `, by ${sender}` : ""
  return `${outcomeWords[outcome]}${by}${verifiedAt ? `. Verified on ${dayAndTimeOf(verifiedAt)} UTC` : ""}`
}
