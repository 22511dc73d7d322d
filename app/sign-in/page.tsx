import { redirect } from "next/navigation"
import { captchaSettings } from "@/components/sign-in/captcha-settings"
import { EmailStep } from "@/components/sign-in/email-step"
import { appWaiting, rememberedHere, texts, visit, words } from "@/lib/live/pages"

/** Step one: the email. Whoever comes back to it finds what they typed; `return_to` is where the way in shall lead. */
export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { problem, return_to: to } = await searchParams
  if (to !== undefined) redirect(`/sign-in/to?${new URLSearchParams([to].flat().map((one) => ["return_to", one]))}`)
  const { isSignedIn, next, expected, step, flash, siteKey, providers } = await visit(problem)
  if (isSignedIn) redirect(next)
  const [say, app, remembered] = [await words(), await appWaiting(), await rememberedHere()]
  const email = flash?.values.email ?? step?.email ?? expected ?? remembered ?? ""
  return (
    <EmailStep
      words={(await texts()).email}
      channelWords={(await texts()).channels}
      passkeyWords={(await texts()).passkey}
      app={app === undefined ? undefined : say("onward.app", { name: app })}
      email={email}
      isRemembered={email !== "" && email === remembered}
      remember={(flash?.values ?? step ?? { remember: true }).remember !== undefined}
      lostPhone={say("lostPhone.title")}
      problems={flash?.problems ?? []}
      captcha={await captchaSettings(siteKey, say)}
      providers={providers}
    />
  )
}
