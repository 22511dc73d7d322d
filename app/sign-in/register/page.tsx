import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { captchaSettings } from "@/components/sign-in/captcha-settings"
import { RegisterStep } from "@/components/sign-in/register-step"
import { smsCountries, texts, visit, words } from "@/lib/live/pages"
import { countriesByName, likelyCountry } from "@/lib/web/countries"

/** Step two, for newcomers; they may come back from the PIN to correct their phone number. */
export default async function RegisterPage({ searchParams }: PageProps<"/sign-in/register">) {
  const { isSignedIn, next, step, flash, siteKey, isByText } = await visit((await searchParams).problem)
  if (isSignedIn) redirect(next)
  if (!step || (step.at === "pin" && !step.newcomer)) redirect("/sign-in")
  const say = await words()
  const { register, channels } = await texts()
  const countries = countriesByName(await smsCountries(), say.language)
  const country = likelyCountry(countries, (await headers()).get("accept-language"))
  return (
    <RegisterStep
      words={isByText ? register : { ...register, phoneHint: register.phoneHintAnyWay }}
      channelWords={channels}
      email={step.email}
      countries={countries}
      values={{ ...(country && { country }), ...step.details, ...flash?.values }}
      problems={flash?.problems ?? []}
      captcha={await captchaSettings(siteKey, say)}
    />
  )
}
