import { Subsection } from "@/components/account/section"
import { When } from "@/components/account/when"
import type { EventView } from "@/lib/web/account/view"

/** So many are shown at first. */
const newest = 5

/** What happened lately, refused tries included: the newest, and the older ones folded away. */
export function RecentEvents({ events }: { events: EventView[] }) {
  const older = events.slice(newest)
  return (
    <Subsection id="events" heading="What happened lately">
      <Events events={events.slice(0, newest)} />
      {older.length > 0 && (
        <details>
          <summary>Show older</summary>
          <Events events={older} />
        </details>
      )}
    </Subsection>
  )
}

const Events = ({ events }: { events: EventView[] }) => (
  <ul className="records">
    {events.map(({ key, at, words, place }) => (
      <li key={key}>
        <div>
          <p className="record-name">{words}</p>
          <p className="hint">
            <When at={at} />
            {place && `, ${place}`}
          </p>
        </div>
      </li>
    ))}
  </ul>
)
