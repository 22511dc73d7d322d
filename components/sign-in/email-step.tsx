"use client"
import { toNextStep } from "@/components/form/leave"
import { OnlyField } from "@/components/form/only-field"
import { Step } from "@/components/form/step"
import { SubmitButton } from "@/components/form/submit-button"
import { usePostedForm } from "@/components/form/use-posted-form"
import { useProblems } from "@/components/form/use-problems"
import { CaptchaNotice } from "@/components/sign-in/captcha-notice"
import type { CaptchaSettings } from "@/components/sign-in/captcha-settings"
import { ForgetEmail } from "@/components/sign-in/forget-email"
import { ProviderButtons } from "@/components/sign-in/provider-buttons"
import { useCaptcha } from "@/components/sign-in/use-captcha"
import { useWork } from "@/components/sign-in/use-work"
import { SameInEveryTab } from "@/components/ui/same-in-every-tab"
import type { FormProblem } from "@/lib/web/cookie"
import { formUrl } from "@/lib/web/form-url"
import type { Provider } from "@/lib/web/sign-in/visit"
import type { Texts } from "@/lib/words/catalogues"

type Props = {
  words: Texts<"email">
  /** Which app the visitor signs in to, where one sent them. */
  app: string | undefined
  email: string
  /** The device kept the email from the last sign-in. */
  isRemembered: boolean
  /** Whether the device shall keep it from this one. */
  remember: boolean
  problems: FormProblem[]
  captcha: CaptchaSettings | undefined
  providers: Provider[]
}

const action = formUrl("check-email")
const load = () => import("@/components/sign-in/checks").then(({ emailChecks }) => emailChecks)

/** Step one: who are you? */
export function EmailStep({
  words,
  app,
  email,
  isRemembered,
  remember,
  problems: fromServer,
  captcha: settings,
  providers,
}: Props) {
  const problems = useProblems(fromServer)
  const { solve, progress } = useWork()
  const { wakers, captcha, token } = useCaptcha(settings, "login")
  const { form, busy } = usePostedForm({ action, problems, load, leave: toNextStep, captchaToken: token, solve })

  return (
    <Step title={words.title} problems={problems.list}>
      {app && <p>{app}</p>}
      <p className="lead">{words.lead}</p>
      <form {...form} {...wakers}>
        <OnlyField
          name="email"
          type="email"
          label={words.label}
          hint={words.hint}
          problems={problems}
          defaultValue={email}
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
        />
        <label className="choice">
          <input type="checkbox" name="remember" defaultChecked={remember} />
          {words.remember}
        </label>
        <SubmitButton busy={busy ? words.busy : undefined}>{words.submit}</SubmitButton>
      </form>
      {isRemembered && <ForgetEmail words={words} />}
      <ProviderButtons words={words} providers={providers} />
      {progress}
      {captcha}
      {settings && <CaptchaNotice words={settings.notice} />}
      <SameInEveryTab />
    </Step>
  )
}
