import { ByCountry } from "@/components/console/by-country"
import { ByRule } from "@/components/console/by-rule"
import { SpanTabs } from "@/components/console/span-tabs"
import { consoleAddress, spans } from "@/lib/web/console/query"
import type { ConsoleView } from "@/lib/web/console/view"
import { money } from "@/lib/web/console/words"

/** Where the money went by country, and which rule refused what, over a span of time. */
export function Breakdowns({ view }: { view: ConsoleView }) {
  const { query, saved } = view
  const words = spans[query.span].words
  return (
    <section className="panel" aria-labelledby="where">
      <h2 id="where">Where it went, in {words}</h2>
      <SpanTabs span={query.span} to={(span) => `${consoleAddress({ ...query, span })}#where`} />
      <ByCountry view={view} words={words} />
      <ByRule view={view} words={words} />
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
