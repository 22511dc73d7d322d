import { Subsection } from "@/components/account/section"
import { When } from "@/components/account/when"
import { SubmitButton } from "@/components/form/submit-button"
import type { AccountView } from "@/lib/web/account/view"
import { formUrl } from "@/lib/web/form-url"
import type { Say } from "@/lib/words/say"

/** The browsers in which this account's owner is not texted, and a button to end that for each. */
export function TrustedDevices({ say, trustedDevices }: Pick<AccountView, "trustedDevices"> & { say: Say }) {
  if (trustedDevices.length === 0) return null
  return (
    <Subsection id="trusted-devices" heading={say("trust.heading")}>
      <p className="hint">{say("trust.lead")}</p>
      <ul className="records" aria-label={say("trust.list")}>
        {trustedDevices.map(({ id, device, place, lastUsed, endsAt }) => (
          <li key={id}>
            <div>
              <p className="record-name" id={`trust-${id}`}>
                {device}
              </p>
              <p className="hint">
                {say.rich(place ? "trust.untilIn" : "trust.until", {
                  place: place ?? "",
                  until: () => <When say={say} at={endsAt} />,
                  used: () => <When say={say} at={lastUsed} />,
                })}
              </p>
            </div>
            <form method="post" action={formUrl("end-trust")}>
              <input type="hidden" name="id" value={id} />
              <SubmitButton secondary describedBy={`trust-${id}`}>
                {say("trust.end")}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </Subsection>
  )
}
