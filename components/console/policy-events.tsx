import { PolicyRaise } from "@/components/console/policy-raise"
import { PolicyTry } from "@/components/console/policy-try"
import { SelectField } from "@/components/form/select-field"
import { SubmitButton } from "@/components/form/submit-button"
import { TextField } from "@/components/form/text-field"
import type { EventView, PolicyView } from "@/lib/web/console/policy-view"
import { formUrl } from "@/lib/web/form-url"

const states: Readonly<Record<EventView["state"], string>> = { on: "On now", "to come": "To come", over: "Over" }

/** Events that were announced, and the two forms that announce one. */
export function PolicyEvents({ view }: { view: PolicyView }) {
  const { events, version, ceiling, whitelabels } = view
  return (
    <section className="panel" aria-labelledby="events">
      <h2 id="events" tabIndex={-1}>
        Announced events
      </h2>
      <p className="hint">
        An event raises what it needs and nothing more, and ends by itself. Times are UTC. To keep a country open, put
        it on the list of countries.
      </p>
      {events.length === 0 && <p className="empty">Nothing is announced.</p>}
      <ul className="records" aria-label="Events">
        {events.map((one) => (
          <li key={one.event.id}>
            <div id={`event-${one.event.id}`}>
              <span className="badge">{states[one.state]}</span>
              <PolicyRaise event={one} ceiling={ceiling} whitelabels={whitelabels} />
            </div>
            {one.state !== "over" && (
              <form method="post" action={formUrl("end-event")}>
                <input type="hidden" name="event" value={one.event.id} />
                <input type="hidden" name="expected" value={version} />
                <SubmitButton secondary describedBy={`event-${one.event.id}`}>
                  {one.state === "on" ? "End now" : "Call it off"}
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      <Announce kind="crowd" view={view} summary="Announce a crowd at a whitelabel" />
      <Announce kind="country" view={view} summary="Announce a country that opens" />
    </section>
  )
}

type Props = { kind: "crowd" | "country"; view: PolicyView; summary: string }

function Announce({ kind, view, summary }: Props) {
  const { problems, fields, whitelabels } = view
  const field = (name: string) => {
    return { name: `${kind}.${name}`, problems, defaultValue: fields[`${kind}.${name}`], autoComplete: "off" }
  }
  return (
    <details open={fields.try === kind}>
      <summary>{summary}</summary>
      <form method="get" action="/admin/policy" className="policy-form">
        <input type="hidden" name="try" value={kind} />
        <div className="policy-group">
          <TextField {...field("name")} label="Name" hint="As the list is to call it." maxLength={60} />
          {kind === "crowd" ? (
            <SelectField
              {...field("whitelabelId")}
              label="Whitelabel"
              options={whitelabels.map(({ id, name }) => ({ value: String(id), text: name }))}
            />
          ) : (
            <TextField {...field("country")} label="Country" hint="Its ISO code, like SG." maxLength={2} />
          )}
          <TextField
            {...field("people")}
            label={kind === "crowd" ? "Guests" : "People"}
            hint="How many are expected."
            inputMode="numeric"
          />
          <TextField {...field("from")} type="datetime-local" label="From" hint="UTC." />
          <TextField
            {...field("until")}
            type="datetime-local"
            label="Until"
            hint={kind === "crowd" ? "UTC, at most 7 days later." : "UTC, at most 31 days later."}
          />
        </div>
        <PolicyTry view={view} kind={kind} />
        <SubmitButton secondary>Look at what it raises</SubmitButton>
      </form>
    </details>
  )
}
