import { BackToAccount } from "@/components/account/back-to-account"
import { Step } from "@/components/form/step"
import { SubmitButton } from "@/components/form/submit-button"
import { formUrl } from "@/lib/web/form-url"

type Props = { sessions: number; apiKeys: number }

/** What it means to sign out everywhere, before it is done. It needs no scripts. */
export function EverywhereStep({ sessions, apiKeys }: Props) {
  return (
    <Step title="Sign out everywhere?" isFocused>
      <p className="lead">
        {sessions === 1
          ? "You are signed in only here. This signs you out, and every device that you signed in on before counts as new."
          : `This signs you out in all ${sessions} browsers and apps, this one too.`}{" "}
        Do it if you lost a device, or used one that others use.
      </p>
      <form method="post" action={formUrl("sign-out-everywhere")}>
        {apiKeys > 0 && (
          <div>
            <p id="keys">API keys are no sign-ins: your programs go on with them unless you revoke them too.</p>
            <label className="choice">
              <input type="checkbox" name="apiKeys" aria-describedby="keys" />
              {apiKeys === 1 ? "Also revoke my API key" : `Also revoke my ${apiKeys} API keys`}
            </label>
          </div>
        )}
        <SubmitButton>Sign out everywhere</SubmitButton>
      </form>
      <BackToAccount />
    </Step>
  )
}
