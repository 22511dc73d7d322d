import { PolicyPast } from "@/components/console/policy-past"
import { PolicyRaise } from "@/components/console/policy-raise"
import { SubmitButton } from "@/components/form/submit-button"
import type { Draft, PolicyView } from "@/lib/web/console/policy-view"
import { formUrl } from "@/lib/web/form-url"

/** A change before it is saved: what it changes, and what it would have done. */
export function PolicyDraft({ draft, view }: { draft: Draft; view: PolicyView }) {
  const { changes, event, why, fields, tried } = draft
  return (
    <section className="panel" aria-labelledby="draft">
      <h2 id="draft">Not saved yet</h2>
      {event && <PolicyRaise event={event} ceiling={view.ceiling} whitelabels={view.whitelabels} />}
      {changes.length > 0 && (
        <dl className="changes">
          {changes.map(({ label, from, to }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <del>{from}</del> <ins>{to}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p>Reason: {why}</p>
      <PolicyPast tried={tried} isEvent={event !== undefined} />
      <form method="post" action={formUrl("change-policy")} className="row-form">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton>{event ? "Announce it" : "Save this change"}</SubmitButton>
        <a href="/admin/policy">Do not save it</a>
      </form>
    </section>
  )
}
