import { Subsection } from "@/components/account/section"
import { When } from "@/components/account/when"
import { SubmitButton } from "@/components/form/submit-button"
import type { SessionView } from "@/lib/web/account/view"
import { formUrl } from "@/lib/web/form-url"
import type { Say } from "@/lib/words/say"

/** Every device and app that is signed in, and a button to end each but this one. */
export function Sessions({ say, sessions }: { say: Say; sessions: SessionView[] }) {
  return (
    <Subsection id="sessions" heading={say("account.sessions")}>
      <ul className="records">
        {sessions.map(({ id, device, place, lastSeen, isThis }) => (
          <li key={id}>
            <div>
              <p className="record-name" id={`session-${id}`}>
                {device}
                {isThis && <span className="badge">{say("account.thisDevice")}</span>}
              </p>
              <p className="hint">
                {say.rich(place ? "account.lastSeenIn" : "account.lastSeen", {
                  place: place ?? "",
                  when: () => <When say={say} at={lastSeen} />,
                })}
              </p>
            </div>
            {!isThis && (
              <form method="post" action={formUrl("sign-out-session")}>
                <input type="hidden" name="id" value={id} />
                <SubmitButton secondary describedBy={`session-${id}`}>
                  {say("account.signOutThisOne")}
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Subsection>
  )
}
