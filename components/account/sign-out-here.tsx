import { SubmitButton } from "@/components/form/submit-button"
import { formUrl } from "@/lib/web/form-url"
import type { Say } from "@/lib/words/say"

/** Two ways to leave. They need no scripts. */
export const SignOutHere = ({ say }: { say: Say }) => (
  <div className="ways-out">
    <form method="post" action={formUrl("sign-out")}>
      <SubmitButton>{say("account.signOut")}</SubmitButton>
    </form>
    <a className="button secondary" href="/account/sign-out-everywhere">
      {say("account.signOutEverywhere")}
    </a>
  </div>
)
