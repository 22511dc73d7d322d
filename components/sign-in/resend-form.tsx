"use client"
import type { FormEvent } from "react"
import type { CaptchaSettings } from "@/components/sign-in/captcha-settings"
import { toNextStep } from "@/components/sign-in/leave"
import { useCaptcha } from "@/components/sign-in/use-captcha"
import { useCountdown } from "@/components/sign-in/use-countdown"
import { usePostedForm } from "@/components/sign-in/use-posted-form"
import { SubmitButton } from "@/components/ui/submit-button"
import type { FormProblem } from "@/lib/web/cookie"
import { inWords } from "@/lib/web/refusal-words"
import { resendForm } from "@/lib/web/schemas"

type Props = {
  resendIn: number
  captcha: CaptchaSettings | undefined
  show: (problems: FormProblem[]) => void
}

const action = "/do/resend-pin"

/** "Send the PIN again", and when. Without JavaScript the button is always live: the server minds the wait. */
export function ResendForm({ resendIn, captcha: settings, show }: Props) {
  const { left, isRunning } = useCountdown(resendIn)
  const { wakers, captcha, token } = useCaptcha(settings, "login")
  const form = usePostedForm({ action, schema: resendForm, show, leave: toNextStep, captchaToken: token })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (isRunning) event.preventDefault()
    else void form.onSubmit(event)
  }

  return (
    <>
      <form method="post" action={action} noValidate onSubmit={onSubmit} {...wakers}>
        <SubmitButton
          secondary
          waiting={isRunning}
          busy={form.busy ? "Sending…" : undefined}
          describedBy={left > 0 ? "resend-wait" : undefined}
        >
          Send the PIN again
        </SubmitButton>
        {left > 0 && (
          <p className="hint" id="resend-wait">
            You can ask for another text message in {inWords(left)}
          </p>
        )}
        <span className="visually-hidden" role="status">
          {resendIn > 0 && left === 0 && "You can ask for another text message now."}
        </span>
      </form>
      {captcha}
    </>
  )
}
