import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { BackToAccount } from "@/components/account/back-to-account"
import { ChangePhoneStep } from "@/components/account/change-phone-step"
import { ComingPhone } from "@/components/account/phone-notice"
import { ProvePhoneLead } from "@/components/account/prove-phone-lead"
import { ProvePhoneStep } from "@/components/account/prove-phone-step"
import { WayAfterPhone } from "@/components/account/way-after-phone"
import { Step } from "@/components/form/step"
import { phoneAlert, withoutPhone } from "@/lib/live/lost-phone"
import { account, flash, smsCountries, texts, words } from "@/lib/live/pages"
import { countriesByName, likelyCountry } from "@/lib/web/countries"
import { signInFor } from "@/lib/web/onward"

/** Changing the phone: the new number, its PIN, the old phone's PIN. To look at it, or to reload it, sends nothing. */
export default async function PhonePage({ searchParams }: PageProps<"/account/phone">) {
  const { problem, sent } = await searchParams
  const mine = await account()
  if (!mine) redirect(signInFor("/account/phone"))
  const { phoneChange: change, phoneEnding } = mine
  if (!phoneEnding) redirect("/account")
  const [say, alert] = [await words(), await phoneAlert()]
  const { isLost, goOn } = await withoutPhone()
  const back = (
    <>
      <BackToAccount>{say("account.back")}</BackToAccount>
      <WayAfterPhone goOn={goOn}>{say("lostPhone.goOn")}</WayAfterPhone>
    </>
  )
  const { problems, values: typed } = (await flash(problem)) ?? { problems: [], values: {} }
  const countries = countriesByName(await smsCountries(), say.language)
  const country = likelyCountry(countries, (await headers()).get("accept-language"))
  if (change?.effectiveAt)
    return (
      <Step title={say("changePhone.waiting")} problems={problems} summary={{ round: 0 }} isFocused>
        {!alert && <ComingPhone say={say} ending={change.ending} at={change.effectiveAt} />}
        {back}
      </Step>
    )
  if (change) {
    return (
      <ProvePhoneStep
        words={(await texts()).provePhone}
        which={change.isNewProved ? "old" : "new"}
        lead={<ProvePhoneLead say={say} change={change} oldEnding={phoneEnding} />}
        cancel={say("changePhone.cancel")}
        back={back}
        isSentAgain={sent === "again"}
        problems={problems}
      />
    )
  }
  const values = { ...(country && { country }), ...typed }
  return (
    <ChangePhoneStep
      words={(await texts()).changePhone}
      lead={say.rich("changePhone.lead", { ending: phoneEnding, b: (words) => <strong>{words}</strong> })}
      lost={isLost ? say("lostPhone.arrived", { button: say("provePhone.noOldPhone") }) : undefined}
      back={back}
      {...{ countries, values, problems }}
    />
  )
}
