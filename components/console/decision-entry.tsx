import { AlikePrefixes } from "@/components/console/alike-prefixes"
import { BlockForm } from "@/components/console/block-form"
import { Why } from "@/components/console/why"
import type { Alike } from "@/lib/web/console/view"
import { countryName, dayAndTimeOf, outcomeWords, ruleWords, unitPrice } from "@/lib/web/console/words"

/** A decision, or refusals that are alike, in one line that opens to why. */
export function DecisionEntry({ alike }: { alike: Alike }) {
  const { newest, count, since, price, prefixes } = alike
  const { at, outcome, country, prefix, verifiedAt, refusedBy } = newest
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
          {prefixes.length > 1 ? `${prefixes.length} prefixes` : prefix ? `${prefix}…` : "No number"}
          {country && `, ${countryName(country)}`}
        </span>
        <span className="cause">{refusedBy && `${isRefused ? "" : "Observed: "}${ruleWords(refusedBy)}`}</span>
        <span className="price">{price > 0 ? unitPrice(price) : ""}</span>
      </summary>
      {count > 1 && (
        <p className="hint">
          {count} alike since {dayAndTimeOf(since)} UTC. This is the newest.
        </p>
      )}
      <Why decision={newest} />
      {prefixes.length > 1 && <AlikePrefixes prefixes={prefixes} />}
      {prefixes.length === 1 && prefix && !verifiedAt && <BlockForm numbers={prefix} name={`${prefix}…`} />}
    </details>
  )
}
