"use client"
import { type FormEvent, useRef } from "react"
import { hasActed } from "@/components/form/has-acted"
import { toNextStep } from "@/components/form/leave"
import { OnlyField } from "@/components/form/only-field"
import { Step } from "@/components/form/step"
import { SubmitButton } from "@/components/form/submit-button"
import { usePostedForm } from "@/components/form/use-posted-form"
import { useProblems } from "@/components/form/use-problems"
import { useOfferedPasskey } from "@/components/passkey/use-passkey"
import { UsePasskeyForm } from "@/components/passkey/use-passkey-form"
import { CaptchaNotice } from "@/components/sign-in/captcha-notice"
import type { CaptchaSettings } from "@/components/sign-in/captcha-settings"
import { ChannelButtons, offeredIn } from "@/components/sign-in/channel-buttons"
import { ForgetEmail } from "@/components/sign-in/forget-email"
import { LostPhoneLink } from "@/components/sign-in/lost-phone-link"
import { ProviderButtons } from "@/components/sign-in/provider-buttons"
import { useCaptcha } from "@/components/sign-in/use-captcha"
import { useWork } from "@/components/sign-in/use-work"
import { SameInEveryTab } from "@/components/ui/same-in-every-tab"
import type { FormProblem } from "@/lib/web/cookie"
import { formUrl } from "@/lib/web/form-url"
import type { Provider } from "@/lib/web/sign-in/visit"
import type { Texts } from "@/lib/words/catalogues"

type Props = {
  channelWords: Texts<"channels">
  words: Texts<"email">
  passkeyWords: Texts<"passkey">
  /** Which app the visitor signs in to, where one sent them. */
  app: string | undefined
  email: string
  /** The device kept the email from the last sign-in. */
  isRemembered: boolean
  /** Whether the device shall keep it from this one. */
  remember: boolean
  /** What the way on is called without a phone. */
  lostPhone: string
  problems: FormProblem[]
  captcha: CaptchaSettings | undefined
  providers: Provider[]
}

/** What was wrong with a passkey is told at its button. */
const isOfPasskey = ({ field }: FormProblem) => field === "use-passkey"

const action = formUrl("check-email")
const load = () => import("@/components/sign-in/checks").then(({ emailChecks }) => emailChecks)

/** Step one: who are you? */
export function EmailStep({
  words,
  channelWords,
  passkeyWords,
  app,
  email,
  isRemembered,
  remember,
  lostPhone,
  problems: fromServer,
  captcha: settings,
  providers,
}: Props) {
  const problems = useProblems(fromServer.filter((problem) => !isOfPasskey(problem)))
  const ofPasskey = useProblems(fromServer.filter(isOfPasskey))
  const chosen = useRef<(answer: string) => void>(undefined)
  const passkeys = useOfferedPasskey((answer) => chosen.current?.(answer))
  const { solve, progress } = useWork()
  const { wakers, captcha, token } = useCaptcha(settings, "login")
  const { form, busy } = usePostedForm({ action, problems, load, leave: toNextStep, captchaToken: token, solve })
  const wake = () => {
    wakers.onPointerDown()
    void passkeys.wake()
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    passkeys.withdraw()
    void form.onSubmit(event)
  }

  return (
    <Step title={words.title} problems={[...problems.list, ...ofPasskey.list]}>
      {app && <p>{app}</p>}
      <p className="lead">{words.lead}</p>
      <form {...form} onSubmit={onSubmit} onFocus={() => hasActed() && wake()} onPointerDown={wake} onKeyDown={wake}>
        <OnlyField
          name="email"
          type="email"
          label={words.label}
          hint={words.hint}
          problems={problems}
          defaultValue={email}
          autoComplete="email webauthn"
          autoCapitalize="none"
          spellCheck={false}
        />
        <label className="choice">
          <input type="checkbox" name="remember" defaultChecked={remember} />
          {words.remember}
        </label>
        <SubmitButton busy={busy ? words.busy : undefined}>{words.submit}</SubmitButton>
        <ChannelButtons words={channelWords} channels={offeredIn(problems.list)} waiting={busy} />
      </form>
      {isRemembered && <ForgetEmail words={words} />}
      <section className={providers.length > 0 ? "aside" : "aside with-script"} aria-label={words.otherWays}>
        <UsePasskeyForm words={passkeyWords} problems={ofPasskey} chosen={chosen} />
        <ProviderButtons words={words} providers={providers} />
      </section>
      <LostPhoneLink>{lostPhone}</LostPhoneLink>
      {progress}
      {captcha}
      {settings && <CaptchaNotice words={settings.notice} />}
      <SameInEveryTab />
    </Step>
  )
}
