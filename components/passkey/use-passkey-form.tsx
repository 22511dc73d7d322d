"use client"
import { type RefObject, useRef } from "react"
import { ErrorMark } from "@/components/form/error-mark"
import { toAccount } from "@/components/form/leave"
import { ProblemWords } from "@/components/form/problem-words"
import { SubmitButton } from "@/components/form/submit-button"
import { usePostedForm } from "@/components/form/use-posted-form"
import type { Problems } from "@/components/form/use-problems"
import { useCeremony } from "@/components/passkey/use-passkey"
import { formUrl } from "@/lib/web/form-url"
import type { Texts } from "@/lib/words/catalogues"

type Props = {
  words: Texts<"passkey">
  problems: Problems
  /** The form that takes the answer: where the phone is lost, another page follows. */
  takes?: "use-passkey" | "lost-phone"
  /** Where what was chosen in the email's field is handed in: it is sent as if the button had asked for it. */
  chosen?: RefObject<((answer: string) => void) | undefined>
}

const field = "use-passkey"

/** "Sign in with a passkey": the device shows those that it has for this site. Without scripts it is not shown. */
export function UsePasskeyForm({ words, problems, takes = field, chosen }: Props) {
  const fromField = useRef<string>(undefined)
  const element = useRef<HTMLFormElement>(null)
  const sign = useCeremony("sign", { field, ...words })
  const ask = async () => {
    const answer = fromField.current
    fromField.current = undefined
    return answer ? { fields: { answer } } : sign()
  }
  const { form, busy } = usePostedForm({ action: formUrl(takes), problems, leave: toAccount, ask })
  if (chosen)
    chosen.current = (answer) => {
      fromField.current = answer
      element.current?.requestSubmit()
    }
  const [problem] = problems.list
  return (
    <form {...form} ref={element} id={field} className="with-script">
      {problem && (
        <p className="problem" id={`${field}-problem`} role="alert">
          <ErrorMark />
          <ProblemWords problem={problem} />
        </p>
      )}
      <SubmitButton secondary busy={busy ? words.busy : undefined} describedBy={problem && `${field}-problem`}>
        {words.use}
      </SubmitButton>
    </form>
  )
}
