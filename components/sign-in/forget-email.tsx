import { SubmitButton } from "@/components/form/submit-button"
import { formUrl } from "@/lib/web/form-url"
import type { Texts } from "@/lib/words/catalogues"

/** For whoever is not the one that the device remembers. It needs no scripts. */
export function ForgetEmail({ words }: { words: Texts<"email"> }) {
  return (
    <form method="post" action={formUrl("forget-email")}>
      <p className="hint" id="forget">
        {words.remembered}
      </p>
      <SubmitButton secondary describedBy="forget">
        {words.forget}
      </SubmitButton>
    </form>
  )
}
