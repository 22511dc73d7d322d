import { DecisionEntry } from "@/components/console/decision-entry"
import { consoleAddress } from "@/lib/web/console/query"
import type { ConsoleView } from "@/lib/web/console/view"
import { filterWords } from "@/lib/web/console/words"

/** The newest decisions, each of which opens to why. Refusals that are alike are one entry. */
export function Decisions({ view: { query, decisions, older } }: { view: ConsoleView }) {
  const { span, outcome, before } = query
  const filters = [undefined, ...(Object.keys(filterWords) as (keyof typeof filterWords)[])]
  return (
    <section className="panel" aria-labelledby="decisions">
      <h2 id="decisions">{before ? "Older decisions" : "The newest decisions"}</h2>
      <ul className="tabs" aria-label="Which decisions">
        {filters.map((filter) => (
          <li key={filter ?? "all"}>
            <a
              href={`${consoleAddress({ span, outcome: filter })}#decisions`}
              aria-current={filter === outcome || undefined}
            >
              {filter ? filterWords[filter] : "All"}
            </a>
          </li>
        ))}
      </ul>
      {decisions.length === 0 && (
        <p className="empty">
          {outcome || before
            ? "There are no such decisions."
            : "Nobody has asked for a message yet. Decisions appear here."}
        </p>
      )}
      <ol className="decisions">
        {decisions.map((alike) => (
          <li key={alike.key}>
            <DecisionEntry alike={alike} />
          </li>
        ))}
      </ol>
      <p className="pager">
        {before && <a href={`${consoleAddress({ span, outcome })}#decisions`}>Back to the newest</a>}
        {older && <a href={`${consoleAddress({ span, outcome, before: older })}#decisions`}>Older decisions</a>}
        <a href={consoleAddress({ span: "day", outcome }, "/admin/decisions.csv")} download>
          Download as CSV
        </a>
        <span className="hint">One by one, the newest 50,000 at most</span>
      </p>
    </section>
  )
}
