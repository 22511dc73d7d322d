import { Why } from "@/components/console/why"
import { consoleAddress } from "@/lib/web/console/query"
import type { ConsoleView, LedgerEntry } from "@/lib/web/console/view"
import { countryName, dayAndTimeOf, filterWords, money, outcomeWords, ruleWords } from "@/lib/web/console/words"

/** The newest decisions, each of which opens to why. */
export function Decisions({ view: { query, decisions, hasOlder } }: { view: ConsoleView }) {
  const { span, outcome, before } = query
  const last = decisions.at(-1)
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
        {decisions.map((decision) => (
          <li key={decision.id}>
            <DecisionEntry decision={decision} />
          </li>
        ))}
      </ol>
      <p className="pager">
        {before && <a href={`${consoleAddress({ span, outcome })}#decisions`}>Back to the newest</a>}
        {hasOlder && last && (
          <a href={`${consoleAddress({ span, outcome, before: last })}#decisions`}>Older decisions</a>
        )}
        <a href={consoleAddress({ span: "day", outcome }, "/admin/decisions.csv")} download>
          Download as CSV
        </a>
        <span className="hint">The newest 50,000 at most</span>
      </p>
    </section>
  )
}

function DecisionEntry({ decision }: { decision: LedgerEntry }) {
  const { at, outcome, country, prefix, price, verifiedAt, refusedBy, count } = decision
  const isRefused = outcome === "refused"
  return (
    <details className="decision">
      <summary>
        <time dateTime={at.toISOString()}>{dayAndTimeOf(at)}</time>
        <span className={`outcome ${isRefused ? "bad" : verifiedAt ? "good" : "plain"}`}>
          {verifiedAt ? "Verified" : outcomeWords[outcome]}
          {count > 1 && `, ${count} times`}
        </span>
        <span className="to">
          {prefix ? `${prefix}…` : "No number"}
          {country && `, ${countryName(country)}`}
        </span>
        <span className="cause">{refusedBy && `${isRefused ? "" : "Observed: "}${ruleWords(refusedBy)}`}</span>
        <span className="price">{price > 0 ? money(price * count) : ""}</span>
      </summary>
      <Why decision={decision} />
    </details>
  )
}
