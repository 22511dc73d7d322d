"use client"
import { type FormEvent, useEffect, useRef } from "react"
import { ErrorMark } from "@/components/form/error-mark"
import { toNextStep } from "@/components/form/leave"
import { ProblemWords } from "@/components/form/problem-words"
import { SubmitButton } from "@/components/form/submit-button"
import { useCountdown } from "@/components/form/use-countdown"
import { usePostedForm } from "@/components/form/use-posted-form"
import type { Problems } from "@/components/form/use-problems"
import type { CaptchaSettings } from "@/components/sign-in/captcha-settings"
import { ChannelButtons, type OtherChannels } from "@/components/sign-in/channel-buttons"
import { useCaptcha } from "@/components/sign-in/use-captcha"
import { useWork } from "@/components/sign-in/use-work"
import { useWords } from "@/components/ui/page-words"
import { formUrl } from "@/lib/web/form-url"
import { inTime } from "@/lib/web/wait-words"
import type { Texts } from "@/lib/words/catalogues"

type Props = {
  words: Texts<"pin">
  /** The other ways that the PIN may come, and what their buttons say. */
  channels: OtherChannels
  resendIn: number
  captcha: CaptchaSettings | undefined
  problems: Problems
  /** Only a new PIN opens now, so that this is the one thing to do. */
  isOver: boolean
}

const action = formUrl("resend-pin")

/** "Send the PIN again", and when. Without JavaScript the button is always live: the server minds the wait. */
export function ResendForm({ words, channels, resendIn, captcha: settings, problems, isOver }: Props) {
  const page = useWords()
  const { left, isRunning } = useCountdown(resendIn)
  const { solve, progress } = useWork()
  const { wakers, captcha, token } = useCaptcha(settings, "login")
  const { form, busy } = usePostedForm({ action, problems, leave: toNextStep, captchaToken: token, solve })
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
            <ErrorMark />
            <ProblemWords problem={problem} />
          </p>
        )}
        <div className="ways">
          <SubmitButton
            ref={button}
            secondary={!isOver}
            waiting={isRunning}
            autoFocus={isOver}
            busy={busy ? words.sending : undefined}
            describedBy={[isOver && "pin-problem", problem && "resend-problem", left > 0 && "resend-wait"]
              .filter(Boolean)
              .join(" ")}
          >
            {isOver ? words.sendNew : words.sendAgain}
          </SubmitButton>
          <ChannelButtons words={channels.words} channels={channels.others} waiting={isRunning || busy} />
        </div>
        <p className="hint" id="resend-wait" suppressHydrationWarning>
          {words.askAgain.replace("{when}", left > 0 ? inTime(left, page) : page.form.now)}
        </p>
        <span className="visually-hidden" role="status">
          {resendIn > 0 && left === 0 && words.askNow}
        </span>
      </form>
      {progress}
      {captcha}
    </>
  )
}
