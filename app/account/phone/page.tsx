import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { BackToAccount } from "@/components/account/back-to-account"
import { ChangePhoneStep } from "@/components/account/change-phone-step"
import { ComingPhone } from "@/components/account/phone-notice"
import { ProvePhoneStep } from "@/components/account/prove-phone-step"
import { Step } from "@/components/form/step"
import { account, flash, smsCountries } from "@/lib/live/pages"
import { countriesByName, likelyCountry } from "@/lib/web/countries"

/** Changing the phone: the new number, its PIN, the old phone's PIN. To look at it, or to reload it, sends nothing. */
export default async function PhonePage({ searchParams }: PageProps<"/account/phone">) {
  const { problem, sent } = await searchParams
  const mine = await account()
  if (!mine) redirect("/sign-in")
  const { phoneChange: change, phoneEnding } = mine
  if (!phoneEnding) redirect("/account")
  const { problems, values: typed } = (await flash(problem)) ?? { problems: [], values: {} }
  const countries = countriesByName(await smsCountries(), "en")
  const country = likelyCountry(countries, (await headers()).get("accept-language"))
  if (change?.effectiveAt)
    return (
      <Step title="Waiting to change your phone number" problems={problems} summary={{ round: 0 }} isFocused>
        <ComingPhone ending={change.ending} at={change.effectiveAt} />
        <BackToAccount />
      </Step>
    )
  if (change) {
    const isSentAgain = sent === "again"
    return <ProvePhoneStep {...{ change, isSentAgain, problems }} oldEnding={phoneEnding} />
  }
  const values = { ...(country && { country }), ...typed }
  return <ChangePhoneStep {...{ phoneEnding, countries, values, problems }} />
}
