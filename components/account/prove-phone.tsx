import { SubmitButton } from "@/components/ui/submit-button"
import { TextField } from "@/components/ui/text-field"
import type { FormProblem } from "@/lib/web/cookie"

type Props = { which: "old" | "new"; ending: string; problems: FormProblem[] }

/** The PIN of one of the two phones, and the ways out. */
export function ProvePhone({ which, ending, problems }: Props) {
  return (
    <>
      <p className="lead">
        {which === "new"
          ? "We sent a PIN to the new number"
          : "The new number is yours. We sent a PIN to the old number"}{" "}
        ending in <strong>{ending}</strong>.
      </p>
      <form method="post" action="/do/prove-phone" noValidate>
        <input type="hidden" name="which" value={which} />
        <TextField
          name="pin"
          className="pin"
          label={which === "new" ? "PIN from the new phone" : "PIN from the old phone"}
          hint="6 digits, for example 123456. The message says how long it works."
          problems={problems}
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <SubmitButton>{which === "new" ? "Continue" : "Change my phone number"}</SubmitButton>
      </form>
      <div className="aside">
        <form method="post" action="/do/resend-change-pin">
          <input type="hidden" name="which" value={which} />
          <SubmitButton secondary>Send a new PIN</SubmitButton>
        </form>
        {which === "old" && (
          <form method="post" action="/do/wait-for-phone">
            <p className="hint" id="wait">
              Without the old phone the change takes 72 hours. We send the old number a message about it.
            </p>
            <SubmitButton secondary describedBy="wait">
              I do not have the old phone
            </SubmitButton>
          </form>
        )}
        <form method="post" action="/do/cancel-phone-change">
          <SubmitButton secondary>Cancel the change</SubmitButton>
        </form>
      </div>
    </>
  )
}
