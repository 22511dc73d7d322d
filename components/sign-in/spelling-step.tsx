"use client"
import type { ReactNode } from "react"
import { toNextStep } from "@/components/form/leave"
import { Step } from "@/components/form/step"
import { SubmitButton } from "@/components/form/submit-button"
import { usePostedForm } from "@/components/form/use-posted-form"
import { useProblems } from "@/components/form/use-problems"
import { CaptchaNotice } from "@/components/sign-in/captcha-notice"
import type { CaptchaSettings } from "@/components/sign-in/captcha-settings"
import { useCaptcha } from "@/components/sign-in/use-captcha"
import { useWork } from "@/components/sign-in/use-work"
import { SameInEveryTab } from "@/components/ui/same-in-every-tab"
import type { FormProblem } from "@/lib/web/cookie"
import { formUrl } from "@/lib/web/form-url"

type Props = {
  words: { title: string; question: ReactNode; use: string; keep: string; busy: string }
  /** What they may have meant. */
  meant: string
  remember: boolean
  problems: FormProblem[]
  captcha: CaptchaSettings | undefined
}

const action = formUrl("check-email")

/** Is the email right? One press either way. */
export function SpellingStep({ words, meant, remember, problems: fromServer, captcha: settings }: Props) {
  const problems = useProblems(fromServer)
  const { solve, progress } = useWork()
  const { wakers, captcha, token } = useCaptcha(settings, "login")
  const { form, busy } = usePostedForm({ action, problems, leave: toNextStep, captchaToken: token, solve })
  return (
    <Step title={words.title} problems={problems.list} summary={problems} isFocused>
      <p className="lead">{words.question}</p>
      <form {...form} {...wakers}>
        <input type="hidden" name="email" value={meant} />
        {remember && <input type="hidden" name="remember" value="on" />}
        <SubmitButton busy={busy ? words.busy : undefined}>{words.use}</SubmitButton>
      </form>
      <form method="post" action={formUrl("keep-email")}>
        <SubmitButton secondary>{words.keep}</SubmitButton>
      </form>
      {progress}
      {captcha}
      {settings && <CaptchaNotice words={settings.notice} />}
      <SameInEveryTab />
    </Step>
  )
}
