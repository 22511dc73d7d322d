"use client"
import { useState } from "react"
import { CaptchaNotice } from "@/components/sign-in/captcha-notice"
import type { CaptchaSettings } from "@/components/sign-in/captcha-settings"
import { toNextStep } from "@/components/sign-in/leave"
import { ProviderButtons } from "@/components/sign-in/provider-buttons"
import { Step } from "@/components/sign-in/step"
import { useCaptcha } from "@/components/sign-in/use-captcha"
import { usePostedForm } from "@/components/sign-in/use-posted-form"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextField } from "@/components/ui/text-field"
import type { FormProblem } from "@/lib/web/cookie"
import { emailForm } from "@/lib/web/schemas"
import type { Provider } from "@/lib/web/visit"

type Props = {
  email: string
  problems: FormProblem[]
  captcha: CaptchaSettings | undefined
  providers: Provider[]
}

const action = "/do/check-email"

/** Step one: who are you? */
export function EmailStep({ email, problems: fromServer, captcha: settings, providers }: Props) {
  const [problems, show] = useState(fromServer)
  const { wakers, captcha, token } = useCaptcha(settings, "login")
  const form = usePostedForm({ action, schema: emailForm, show, leave: toNextStep, captchaToken: token })

  return (
    <Step title="Sign in" heading="Sign in" problems={problems}>
      <p className="lead">Enter your email address. We send a PIN to the phone that belongs to it.</p>
      <form method="post" action={action} noValidate onSubmit={form.onSubmit} {...wakers}>
        <TextField
          {...form.register("email")}
          type="email"
          label="Email address"
          hint="New here? Enter your email address all the same."
          problems={problems}
          defaultValue={email}
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus={problems.length === 0}
        />
        <SubmitButton busy={form.busy ? "Checking…" : undefined}>Continue</SubmitButton>
      </form>
      <ProviderButtons providers={providers} />
      {captcha}
      {settings && <CaptchaNotice />}
    </Step>
  )
}
