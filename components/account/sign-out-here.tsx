import { SubmitButton } from "@/components/form/submit-button"
import { formUrl } from "@/lib/web/form-url"

/** Two ways to leave. They need no scripts. */
export const SignOutHere = () => (
  <div className="ways-out">
    <form method="post" action={formUrl("sign-out")}>
      <SubmitButton>Sign out</SubmitButton>
    </form>
    <a className="button secondary" href="/account/sign-out-everywhere">
      Sign out everywhere
    </a>
  </div>
)
