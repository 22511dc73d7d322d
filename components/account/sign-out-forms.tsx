import { SubmitButton } from "@/components/form/submit-button"
import { formUrl } from "@/lib/web/form-url"

/** Two ways to leave. These forms need no scripts: twice is as good as once. */
export function SignOutForms({ apiKeys }: { apiKeys: number }) {
  return (
    <>
      <form method="post" action={formUrl("sign-out")}>
        <SubmitButton>Sign out</SubmitButton>
      </form>
      <form className="aside" method="post" action={formUrl("sign-out-everywhere")}>
        <h2>Lost a device, or used a shared one?</h2>
        <p className="hint" id="everywhere">
          This signs you out in every browser and app, this one too.
          {apiKeys > 0 && " API keys are no sign-ins: your programs go on with them unless you revoke them too."}
        </p>
        {apiKeys > 0 && (
          <label className="choice">
            <input type="checkbox" name="apiKeys" />
            {apiKeys === 1 ? "Also revoke my API key" : `Also revoke my ${apiKeys} API keys`}
          </label>
        )}
        <SubmitButton secondary describedBy="everywhere">
          Sign out everywhere
        </SubmitButton>
      </form>
    </>
  )
}
