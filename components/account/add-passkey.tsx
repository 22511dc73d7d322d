"use client"
import { toNextStep } from "@/components/form/leave"
import { SubmitButton } from "@/components/form/submit-button"
import { usePostedForm } from "@/components/form/use-posted-form"
import { usePageProblems } from "@/components/form/with-problems"
import { useCeremony } from "@/components/passkey/use-passkey"
import { formUrl } from "@/lib/web/form-url"
import type { Texts } from "@/lib/words/catalogues"

const field = "add-passkey"
const action = formUrl(field)

/** Has the device make a passkey, and hands it in. */
export function AddPasskey({ words }: { words: Texts<"passkeys"> }) {
  const ask = useCeremony("make", { field, ...words })
  const { form, busy } = usePostedForm({ action, problems: usePageProblems(), leave: toNextStep, ask })
  return (
    <form {...form} id={field}>
      <SubmitButton secondary busy={busy ? words.adding : undefined}>
        {words.add}
      </SubmitButton>
    </form>
  )
}
