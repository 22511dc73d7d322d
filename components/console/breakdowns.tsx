import { Table } from "@/components/console/table"
import { type ConsoleQuery, consoleAddress, type Span, spans } from "@/lib/web/console/query"
import type { ConsoleView } from "@/lib/web/console/view"
import { countryName, money, ruleWords, share } from "@/lib/web/console/words"

/** Where the money went by country, and which rule refused what, over a span of time. */
export function Breakdowns({ view: { query, countries, rules, saved, enforces } }: { view: ConsoleView }) {
  const words = spans[query.span].words
  return (
    <section className="panel" aria-labelledby="where">
      <h2 id="where">Where it went, in {words}</h2>
      <SpanLinks query={query} />
      <div className="two">
        <div>
          <h3>By country</h3>
          {countries.length === 0 ? (
            <p className="empty">Nothing was asked for in {words}.</p>
          ) : (
            <Table name={`By country, in ${words}`} heads={["Country", "Sent", "Verified", "Refused", "Spent"]}>
              {countries.map(({ country, sent, verified, refused, spent }) => (
                <tr key={country}>
                  <th scope="row">{countryName(country)}</th>
                  <td>{sent}</td>
                  <td>{share(verified, sent)}</td>
                  <td>{refused}</td>
                  <td>{money(spent)}</td>
                </tr>
              ))}
            </Table>
          )}
        </div>
        <div>
          <h3>{enforces ? "Refusals by rule" : "What each rule says no to"}</h3>
          {rules.length === 0 ? (
            <p className="empty">Nothing was refused in {words}.</p>
          ) : (
            <Table name={`By rule, in ${words}`} heads={["Rule", "Refused", "Only observed", "Price"]}>
              {rules.map(({ rule, refused, passed, price, passedPrice }) => (
                <tr key={rule}>
                  <th scope="row">{ruleWords(rule)}</th>
                  <td>{refused}</td>
                  <td>{passed}</td>
                  <td>{money(price + passedPrice)}</td>
                </tr>
              ))}
            </Table>
          )}
        </div>
      </div>
      <h3 id="saved">Not spent: {money(saved.firewall)}</h3>
      <p className="hint">
        This is the price of the messages that the firewall&apos;s rules refused in {words}, and that a captcha with 10
        requests in 5 minutes for each address would have let go. It is an estimate: whoever asks again is counted
        again. What was sent to the same person within the hour after is not counted. The contracts&apos; waits, caps
        and countries refused another {money(saved.contracts)}, which is not in it.
        {saved.missed > 0 &&
          ` While the firewall only observed, ${money(saved.missed)} were spent that it would have refused.`}
      </p>
    </section>
  )
}

function SpanLinks({ query }: { query: ConsoleQuery }) {
  return (
    <ul className="tabs" aria-label="How far back">
      {(Object.keys(spans) as Span[]).map((span) => (
        <li key={span}>
          <a href={`${consoleAddress({ ...query, span })}#where`} aria-current={span === query.span || undefined}>
            {spans[span].words}
          </a>
        </li>
      ))}
    </ul>
  )
}
