import { Table } from "@/components/console/table"
import type { ConsoleView } from "@/lib/web/console/view"
import { money, ruleWords } from "@/lib/web/console/words"

type Props = { view: Pick<ConsoleView, "rules" | "enforces">; words: string }

/** What each rule refused, and what that would have cost. */
export function ByRule({ view: { rules, enforces }, words }: Props) {
  return (
    <div className="breakdown">
      <h3>{enforces ? "Refusals by rule" : "What each rule says no to"}</h3>
      {rules.length === 0 ? (
        <p className="empty">Nothing was refused in {words}.</p>
      ) : (
        <Table
          name={`By rule, in ${words}`}
          heads={["Rule", "Price", "Refused", "Only observed"]}
          rows={rules.map(({ rule, refused, passed, price, passedPrice }) => ({
            key: rule,
            name: ruleWords(rule),
            cells: [money(price + passedPrice), refused, passed],
          }))}
        />
      )}
    </div>
  )
}
