import { redirect } from "next/navigation"
import { captchaSettings } from "@/components/sign-in/captcha-settings"
import { PinStep } from "@/components/sign-in/pin-step"
import { readInbox, textStatus, visit } from "@/lib/live/pages"
import { closedPin } from "@/lib/web/refusal-words"

/** The last step: the PIN. To look at it, or to reload it, sends nothing. */
export default async function PinPage({ searchParams }: PageProps<"/sign-in/pin">) {
  const { problem, sent } = await searchParams
  const { isSignedIn, step, flash, siteKey, resendIn, providers } = await visit(problem)
  if (isSignedIn) redirect("/account")
  if (step?.at !== "pin") redirect("/sign-in")
  // An inbox that opens without a token is a developer's.
  const inboxIsOpen = typeof (await readInbox(undefined, "+0")) !== "string"
  const until = { retryAt: step.resendAt, wait: resendIn }
  return (
    <PinStep
      email={step.email}
      phoneEnding={step.phoneEnding}
      isNewcomer={step.newcomer}
      isSent={step.sent}
      isSentAgain={sent === "again"}
      isOver={step.isOver ?? false}
      resendIn={resendIn}
      text={await textStatus()}
      hasOtherWays={providers.length > 0}
      problems={flash?.problems ?? (step.isOver ? [{ ...closedPin, ...(resendIn > 0 && until) }] : [])}
      captcha={await captchaSettings(siteKey)}
      inbox={inboxIsOpen ? "/dev/inbox" : undefined}
    />
  )
}
