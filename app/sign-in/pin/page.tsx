import { redirect } from "next/navigation"
import { captchaSettings } from "@/components/sign-in/captcha-settings"
import { PinStep } from "@/components/sign-in/pin-step"
import { readInbox, visit } from "@/lib/live/pages"

/** The last step: the PIN. To look at it, or to reload it, sends nothing. */
export default async function PinPage({ searchParams }: PageProps<"/sign-in/pin">) {
  const { problem, sent } = await searchParams
  const { person, step, flash, siteKey, resendIn } = await visit(problem)
  if (person) redirect("/account")
  if (step?.at !== "pin") redirect("/sign-in")
  // An inbox that opens without a token is a developer's.
  const inboxIsOpen = typeof (await readInbox(undefined, "+0")) !== "string"
  return (
    <PinStep
      email={step.email}
      phoneEnding={step.phoneEnding}
      isNewcomer={step.newcomer}
      isSent={step.sent}
      isSentAgain={sent === "again"}
      resendIn={resendIn}
      problems={flash?.problems ?? []}
      captcha={await captchaSettings(siteKey)}
      inbox={inboxIsOpen ? "/dev/inbox" : undefined}
    />
  )
}
