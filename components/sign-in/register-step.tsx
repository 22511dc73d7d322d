"use client"
import { toNextStep } from "@/components/form/leave"
import { Step } from "@/components/form/step"
import { SubmitButton } from "@/components/form/submit-button"
import { usePhoneCheck } from "@/components/form/use-phone-check"
import { usePostedForm } from "@/components/form/use-posted-form"
import { useProblems } from "@/components/form/use-problems"
import { CaptchaNotice } from "@/components/sign-in/captcha-notice"
import type { CaptchaSettings } from "@/components/sign-in/captcha-settings"
import { ChannelButtons, offeredIn } from "@/components/sign-in/channel-buttons"
import { NewcomerFields } from "@/components/sign-in/newcomer-fields"
import { useCaptcha } from "@/components/sign-in/use-captcha"
import { useWork } from "@/components/sign-in/use-work"
import { SameInEveryTab } from "@/components/ui/same-in-every-tab"
import type { FormProblem } from "@/lib/web/cookie"
import type { Country } from "@/lib/web/countries"
import { formUrl } from "@/lib/web/form-url"
import type { Texts } from "@/lib/words/catalogues"

type Props = {
  channelWords: Texts<"channels">
  words: Texts<"register">
  email: string
  countries: Country[]
  values: Record<string, string>
  problems: FormProblem[]
  captcha: CaptchaSettings | undefined
}

const action = formUrl("register")
const load = () => import("@/components/sign-in/checks").then(({ registerChecks }) => registerChecks)

/** Step two, for newcomers: who are you, and where shall the PIN go? */
export function RegisterStep({
  words,
  channelWords,
  email,
  countries,
  values,
  problems: fromServer,
  captcha: settings,
}: Props) {
  const problems = useProblems(fromServer)
  const { solve, progress } = useWork()
  const { wakers, captcha, token } = useCaptcha(settings, "signup")
  const { loadPhoneCheck, checkPhone } = usePhoneCheck()
  const post = { action, problems, load, leave: toNextStep }
  const { form, busy } = usePostedForm({ ...post, check: checkPhone, captchaToken: token, solve })

  return (
    <Step title={words.title} problems={problems.list} summary={problems}>
      <div className="carried">
        <dl>
          <dt>{words.email}</dt>
          <dd>{email}</dd>
        </dl>
        <a href="/sign-in">{words.otherEmail}</a>
      </div>
      <form {...form} {...wakers}>
        <NewcomerFields
          words={words}
          countries={countries}
          values={values}
          problems={problems.list}
          onPhoneUsed={loadPhoneCheck}
        />
        <SubmitButton busy={busy ? words.busy : undefined}>{words.submit}</SubmitButton>
        <ChannelButtons words={channelWords} channels={offeredIn(problems.list)} waiting={busy} />
      </form>
      {progress}
      {captcha}
      {settings && <CaptchaNotice words={settings.notice} />}
      <SameInEveryTab />
    </Step>
  )
}
