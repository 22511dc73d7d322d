import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { ChangePhoneForm } from "@/components/account/change-phone-form"
import { ComingPhone } from "@/components/account/phone-notice"
import { ProvePhone } from "@/components/account/prove-phone"
import { Step } from "@/components/sign-in/step"
import { Announcement } from "@/components/ui/announcement"
import { account, smsCountries, visit } from "@/lib/live"
import { countriesByName, likelyCountry } from "@/lib/web/countries"

const title = "Change your phone number"

/** Changing the phone: the new number, its PIN, the old phone's PIN. To look at it, or to reload it, sends nothing. */
export default async function PhonePage({ searchParams }: PageProps<"/account/phone">) {
  const { problem, sent } = await searchParams
  const mine = await account()
  const { flash } = await visit(problem)
  if (!mine) redirect("/sign-in")
  const { phoneChange: change, phoneEnding } = mine
  if (!phoneEnding) redirect("/account")
  const problems = flash?.problems ?? []
  const countries = countriesByName(await smsCountries())
  const country = likelyCountry(countries, (await headers()).get("accept-language"))
  return (
    <Step title={title} heading={title} problems={problems}>
      {sent === "again" && problems.length === 0 && <Announcement>We sent a new PIN.</Announcement>}
      {change?.effectiveAt && <ComingPhone ending={change.ending} at={change.effectiveAt} />}
      {change && !change.effectiveAt && (
        <ProvePhone
          key={change.isNewProved ? "old" : "new"}
          which={change.isNewProved ? "old" : "new"}
          ending={change.isNewProved ? phoneEnding : change.ending}
          problems={problems}
        />
      )}
      {!change && (
        <ChangePhoneForm
          phoneEnding={phoneEnding}
          countries={countries}
          values={{ ...(country && { country }), ...flash?.values }}
          problems={problems}
        />
      )}
      <p>
        <a href="/account">Back to your account</a>
      </p>
    </Step>
  )
}
