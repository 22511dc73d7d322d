"use client"
import { type FormEvent, useEffect, useRef } from "react"
import { toNextStep } from "@/components/form/leave"
import { ProblemWords } from "@/components/form/problem-words"
import { SubmitButton } from "@/components/form/submit-button"
import { useCountdown } from "@/components/form/use-countdown"
import { usePostedForm } from "@/components/form/use-posted-form"
import type { Problems } from "@/components/form/use-problems"
import type { CaptchaSettings } from "@/components/sign-in/captcha-settings"
import { useCaptcha } from "@/components/sign-in/use-captcha"
import { formUrl } from "@/lib/web/form-url"
import { inWords } from "@/lib/web/wait-words"

type Props = {
  resendIn: number
  captcha: CaptchaSettings | undefined
  problems: Problems
  /** Only a new PIN opens now, so that this is the one thing to do. */
  isOver: boolean
}

const action = formUrl("resend-pin")

/** "Send the PIN again", and when. Without JavaScript the button is always live: the server minds the wait. */
export function ResendForm({ resendIn, captcha: settings, problems, isOver }: Props) {
  const { left, isRunning } = useCountdown(resendIn)
  const { wakers, captcha, token } = useCaptcha(settings, "login")
  const { form, busy } = usePostedForm({ action, problems, leave: toNextStep, captchaToken: token })
  const button = useRef<HTMLButtonElement>(null)
  const wasOver = useRef(isOver)
  const [problem] = problems.list

  useEffect(() => {
    // The field that had the focus can take no more.
    if (isOver && !wasOver.current) button.current?.focus()
    wasOver.current = isOver
  }, [isOver])

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (isRunning) event.preventDefault()
    else void form.onSubmit(event)
  }

  return (
    <>
      <form {...form} onSubmit={onSubmit} {...wakers} id="resend">
        {problem && (
          <p className="problem" id="resend-problem" role="alert">
            <span className="visually-hidden">Error: </span>
            <ProblemWords problem={problem} />
          </p>
        )}
        <SubmitButton
          ref={button}
          secondary={!isOver}
          waiting={isRunning}
          autoFocus={isOver}
          busy={busy ? "Sending…" : undefined}
          describedBy={[isOver && "pin-problem", problem && "resend-problem", left > 0 && "resend-wait"]
            .filter(Boolean)
            .join(" ")}
        >
          {isOver ? "Send a new PIN" : "Send the PIN again"}
        </SubmitButton>
        <p className="hint" id="resend-wait">
          {left > 0 ? `You can ask for another in ${inWords(left)}` : "You can ask for another now"}
        </p>
        <span className="visually-hidden" role="status">
          {resendIn > 0 && left === 0 && "You can ask for another text message now."}
        </span>
      </form>
      {captcha}
    </>
  )
}
