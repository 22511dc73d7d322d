import { Subsection } from "@/components/account/section"
import { When } from "@/components/account/when"
import type { EventView } from "@/lib/web/account/view"
import type { Say } from "@/lib/words/say"

type Props = { say: Say; events: EventView[] }

/** So many are shown at first. */
const newest = 5

/** Recent activity, refused tries included: the newest, and the older ones folded away. */
export function RecentEvents({ say, events }: Props) {
  const older = events.slice(newest)
  return (
    <Subsection id="events" heading={say("account.events")}>
      <Events say={say} events={events.slice(0, newest)} />
      {older.length > 0 && (
        <details>
          <summary>{say("account.older")}</summary>
          <Events say={say} events={older} />
        </details>
      )}
    </Subsection>
  )
}

const Events = ({ say, events }: Props) => (
  <ul className="records">
    {events.map(({ key, at, words, place }) => (
      <li key={key}>
        <div>
          <p className="record-name">{words}</p>
          <p className="hint">
            <When say={say} at={at} place={place} />
          </p>
        </div>
      </li>
    ))}
  </ul>
)
