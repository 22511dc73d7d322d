import { redirect } from "next/navigation"
import { captchaSettings } from "@/components/sign-in/captcha-settings"
import { SpellingStep } from "@/components/sign-in/spelling-step"
import { visit } from "@/lib/live/pages"

/** Asks newcomers whose email looks mistyped whether it is, before a text is paid for. */
export default async function SpellingPage({ searchParams }: PageProps<"/sign-in/spelling">) {
  const { isSignedIn, step, flash, siteKey } = await visit((await searchParams).problem)
  if (isSignedIn) redirect("/account")
  if (step?.at !== "spelling") redirect("/sign-in")
  return (
    <SpellingStep
      email={step.email}
      meant={step.meant}
      remember={step.remember ?? false}
      problems={flash?.problems ?? []}
      captcha={await captchaSettings(siteKey)}
    />
  )
}
