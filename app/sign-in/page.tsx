import { redirect } from "next/navigation"
import { captchaSettings } from "@/components/sign-in/captcha-settings"
import { EmailStep } from "@/components/sign-in/email-step"
import { visit } from "@/lib/live/pages"

/** Step one: the email. Whoever comes back to it finds what they typed. */
export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { isSignedIn, step, flash, siteKey, providers } = await visit((await searchParams).problem)
  if (isSignedIn) redirect("/account")
  return (
    <EmailStep
      email={flash?.values.email ?? step?.email ?? ""}
      problems={flash?.problems ?? []}
      captcha={await captchaSettings(siteKey)}
      providers={providers}
    />
  )
}
