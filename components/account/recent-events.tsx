import { When } from "@/components/account/when"
import type { EventView } from "@/lib/web/account/view"

/** What happened lately, refused tries included. */
export function RecentEvents({ events }: { events: EventView[] }) {
  return (
    <section className="aside" aria-labelledby="events">
      <h2 id="events">What happened lately</h2>
      <ul className="records">
        {events.map(({ key, at, words, place }) => (
          <li key={key}>
            <div>
              <p className="record-name">{words}</p>
              <p className="hint">
                <When at={at} />
                {place && `, network ${place}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
