import { Table } from "@/components/console/table"
import { type Tried, trySpans } from "@/lib/web/console/policy-try"
import { dayAndTimeOf, money, ruleWords } from "@/lib/web/console/words"

/** What the ledger's past would have been by a change. */
export function PolicyPast({ tried: { span, now, changed }, isEvent }: { tried: Tried; isEvent: boolean }) {
  const { words } = trySpans[span]
  if (now.decisions === 0 && now.isWhole)
    return <p className="empty">Nothing was asked for in {words}, so there is no past to try it on.</p>
  const wronged = changed.wronged.length
  return (
    <div className="breakdown">
      <h3>
        Tried on {words}
        {isEvent && ", as if the event had been on"}
      </h3>
      <Table
        name={`Tried on ${words}`}
        heads={["By", "Spent", "Sent", "Refused", "Verified, refused"]}
        rows={[
          { key: "was", name: "As it was", cells: [money(now.before.spent), now.before.sent, now.before.refused, "–"] },
          { key: "now", name: "In force", cells: cellsOf(now) },
          { key: "changed", name: "This change", cells: cellsOf(changed) },
        ]}
      />
      <p>
        {wronged === 0
          ? `Nobody who verified would have been refused, of ${changed.verified}.`
          : `${wronged} of ${changed.verified} people who verified would have been refused.`}{" "}
        {changed.newlySent > 0 &&
          `${changed.newlySent} messages would have left that did not. Whether anybody would have verified them is not known.`}
      </p>
      {wronged > 0 && (
        <ul className="wronged" aria-label="Refused though they verified">
          {changed.wronged.slice(0, 5).map(({ at, country, rule }) => (
            <li key={`${at.toISOString()} ${country}`}>
              {dayAndTimeOf(at)} UTC, {country ?? "no country"}: {ruleWords(rule)}
            </li>
          ))}
          {wronged > 5 && <li>and {wronged - 5} more</li>}
        </ul>
      )}
      <p className="hint">
        Both runs begin with empty books, so compare them with each other, and less with what was.
        {changed.from &&
          changed.until &&
          ` They looked at ${dayAndTimeOf(changed.from)} to ${dayAndTimeOf(changed.until)} UTC.`}
        {!(changed.isWhole && now.isWhole) && " There was too much for one look: the rest was left out."}
      </p>
    </div>
  )
}

const cellsOf = ({ after, wronged }: Tried["now"]) => [money(after.spent), after.sent, after.refused, wronged.length]
