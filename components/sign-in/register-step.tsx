"use client"
import { useState } from "react"
import { CaptchaNotice } from "@/components/sign-in/captcha-notice"
import type { CaptchaSettings } from "@/components/sign-in/captcha-settings"
import { toNextStep } from "@/components/sign-in/leave"
import { NewcomerFields } from "@/components/sign-in/newcomer-fields"
import { Step } from "@/components/sign-in/step"
import { useCaptcha } from "@/components/sign-in/use-captcha"
import { usePhoneCheck } from "@/components/sign-in/use-phone-check"
import { usePostedForm } from "@/components/sign-in/use-posted-form"
import { SubmitButton } from "@/components/ui/submit-button"
import type { FormProblem } from "@/lib/web/cookie"
import type { Country } from "@/lib/web/countries"
import { registerForm } from "@/lib/web/schemas"

type Props = {
  email: string
  countries: Country[]
  values: Record<string, string>
  problems: FormProblem[]
  captcha: CaptchaSettings | undefined
}

const action = "/do/register"

/** Step two, for newcomers: who are you, and where shall the PIN go? */
export function RegisterStep({ email, countries, values, problems: fromServer, captcha: settings }: Props) {
  const [problems, show] = useState(fromServer)
  const { wakers, captcha, token } = useCaptcha(settings, "signup")
  const { loadPhoneCheck, checkPhone } = usePhoneCheck()
  const post = { action, schema: registerForm, show, leave: toNextStep }
  const form = usePostedForm({ ...post, check: checkPhone, captchaToken: token })

  return (
    <Step title="Create your account" heading="Create your account" problems={problems}>
      <div className="carried">
        <dl>
          <dt>Email address</dt>
          <dd>{email}</dd>
        </dl>
        <a href="/sign-in">
          Change<span className="visually-hidden"> email address</span>
        </a>
      </div>
      <form method="post" action={action} noValidate onSubmit={form.onSubmit} {...wakers}>
        <NewcomerFields
          register={form.register}
          countries={countries}
          values={values}
          problems={problems}
          onPhoneUsed={loadPhoneCheck}
        />
        <SubmitButton busy={form.busy ? "Sending the PIN…" : undefined}>Send me a PIN</SubmitButton>
      </form>
      {captcha}
      {settings && <CaptchaNotice />}
    </Step>
  )
}
