"use client"
import { toAccount } from "@/components/sign-in/leave"
import { usePostedForm } from "@/components/sign-in/use-posted-form"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextField } from "@/components/ui/text-field"
import type { FormProblem } from "@/lib/web/cookie"
import { pinForm } from "@/lib/web/schemas"

const action = "/do/verify-pin"

/** Where the PIN is typed, pasted, or filled in by the phone: one input, and spaces do no harm. */
export function PinForm({ problems, show }: { problems: FormProblem[]; show: (problems: FormProblem[]) => void }) {
  const form = usePostedForm({ action, schema: pinForm, show, leave: toAccount })
  return (
    <form method="post" action={action} noValidate onSubmit={form.onSubmit}>
      <TextField
        {...form.register("pin")}
        className="pin"
        label="PIN"
        hint="6 digits, for example 123456. The message says how long it works."
        problems={problems}
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        autoFocus={problems.length === 0}
      />
      <SubmitButton busy={form.busy ? "Signing in…" : undefined}>Sign in</SubmitButton>
    </form>
  )
}
