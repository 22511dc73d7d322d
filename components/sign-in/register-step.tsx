"use client"
import { toNextStep } from "@/components/form/leave"
import { Step } from "@/components/form/step"
import { SubmitButton } from "@/components/form/submit-button"
import { usePhoneCheck } from "@/components/form/use-phone-check"
import { usePostedForm } from "@/components/form/use-posted-form"
import { useProblems } from "@/components/form/use-problems"
import { CaptchaNotice } from "@/components/sign-in/captcha-notice"
import type { CaptchaSettings } from "@/components/sign-in/captcha-settings"
import { NewcomerFields } from "@/components/sign-in/newcomer-fields"
import { useCaptcha } from "@/components/sign-in/use-captcha"
import { SameInEveryTab } from "@/components/ui/same-in-every-tab"
import type { FormProblem } from "@/lib/web/cookie"
import type { Country } from "@/lib/web/countries"
import { formUrl } from "@/lib/web/form-url"

type Props = {
  email: string
  countries: Country[]
  values: Record<string, string>
  problems: FormProblem[]
  captcha: CaptchaSettings | undefined
}

const action = formUrl("register")
const load = () => import("@/components/sign-in/checks").then(({ registerChecks }) => registerChecks)

/** Step two, for newcomers: who are you, and where shall the PIN go? */
export function RegisterStep({ email, countries, values, problems: fromServer, captcha: settings }: Props) {
  const problems = useProblems(fromServer)
  const { wakers, captcha, token } = useCaptcha(settings, "signup")
  const { loadPhoneCheck, checkPhone } = usePhoneCheck()
  const post = { action, problems, load, leave: toNextStep }
  const { form, busy } = usePostedForm({ ...post, check: checkPhone, captchaToken: token })

  return (
    <Step title="Create your account" problems={problems.list} summary={problems}>
      <div className="carried">
        <dl>
          <dt>Email address</dt>
          <dd>{email}</dd>
        </dl>
        <a href="/sign-in">Use a different email</a>
      </div>
      <form {...form} {...wakers}>
        <NewcomerFields countries={countries} values={values} problems={problems.list} onPhoneUsed={loadPhoneCheck} />
        <SubmitButton busy={busy ? "Sending the PIN…" : undefined}>Send me a PIN</SubmitButton>
      </form>
      {captcha}
      {settings && <CaptchaNotice />}
      <SameInEveryTab />
    </Step>
  )
}
