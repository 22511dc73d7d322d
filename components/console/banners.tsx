import type { ConsoleView } from "@/lib/web/console/view"
import { dayAndTimeOf, levelWords } from "@/lib/web/console/words"

/** What an operator must not overlook: rules that refuse nothing, and a mode that stays as it is. */
export function Banners({ view: { enforces, mode } }: { view: ConsoleView }) {
  return (
    <>
      {!enforces && (
        <section className="warning" aria-labelledby="observes">
          <h2 id="observes">The firewall only observes</h2>
          <p>
            <code>SMS_FIREWALL=observe</code>: its rules decide and record, and it refuses nothing. The contracts&apos;
            own limits still hold.
          </p>
        </section>
      )}
      {mode.pinned && (
        <section className="warning" aria-labelledby="pinned">
          <h2 id="pinned">The attack mode is pinned at {mode.level}</h2>
          <p>
            {levelWords[mode.level]}, since {dayAndTimeOf(mode.since)} UTC. It does not change until somebody makes it
            automatic again.
          </p>
        </section>
      )}
    </>
  )
}
