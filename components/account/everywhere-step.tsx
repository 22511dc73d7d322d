import { BackToAccount } from "@/components/account/back-to-account"
import { Step } from "@/components/form/step"
import { SubmitButton } from "@/components/form/submit-button"
import { formUrl } from "@/lib/web/form-url"
import type { Say } from "@/lib/words/say"

type Props = { say: Say; sessions: number; apiKeys: number }

/** What it means to sign out everywhere, before it is done. It needs no scripts. */
export function EverywhereStep({ say, sessions, apiKeys }: Props) {
  return (
    <Step title={say("everywhere.title")} isFocused>
      <p className="lead">{sessions === 1 ? say("everywhere.onlyHere") : say("everywhere.all", { sessions })}</p>
      <form method="post" action={formUrl("sign-out-everywhere")}>
        {apiKeys > 0 && (
          <div>
            <p id="keys">{say("everywhere.keys")}</p>
            <label className="choice">
              <input type="checkbox" name="apiKeys" aria-describedby="keys" />
              {apiKeys === 1 ? say("everywhere.revokeKey") : say("everywhere.revokeKeys", { keys: apiKeys })}
            </label>
          </div>
        )}
        <SubmitButton>{say("account.signOutEverywhere")}</SubmitButton>
      </form>
      <BackToAccount>{say("account.back")}</BackToAccount>
    </Step>
  )
}
