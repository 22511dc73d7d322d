import { Subsection } from "@/components/account/section"
import { When } from "@/components/account/when"
import { SubmitButton } from "@/components/form/submit-button"
import type { SessionView } from "@/lib/web/account/view"
import { formUrl } from "@/lib/web/form-url"

/** Every device and app that is signed in, and a button to end each but this one. */
export function Sessions({ sessions }: { sessions: SessionView[] }) {
  return (
    <Subsection id="sessions" heading="Where you are signed in">
      <ul className="records">
        {sessions.map(({ id, device, place, lastSeen, isThis }) => (
          <li key={id}>
            <div>
              <p className="record-name" id={`session-${id}`}>
                {device}
                {isThis && <span className="badge">This device</span>}
              </p>
              <p className="hint">
                {place && `${place}, `}last seen <When at={lastSeen} />
              </p>
            </div>
            {!isThis && (
              <form method="post" action={formUrl("sign-out-session")}>
                <input type="hidden" name="id" value={id} />
                <SubmitButton secondary describedBy={`session-${id}`}>
                  Sign out this one
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Subsection>
  )
}
