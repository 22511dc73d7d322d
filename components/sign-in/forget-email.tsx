import { SubmitButton } from "@/components/form/submit-button"
import { formUrl } from "@/lib/web/form-url"

/** For whoever is not the one that the device remembers. It needs no scripts. */
export function ForgetEmail() {
  return (
    <form method="post" action={formUrl("forget-email")}>
      <p className="hint" id="forget">
        This device remembers the email of the last sign-in.
      </p>
      <SubmitButton secondary describedBy="forget">
        Not you? Forget this email
      </SubmitButton>
    </form>
  )
}
