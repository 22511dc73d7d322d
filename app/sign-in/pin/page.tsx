import { redirect } from "next/navigation"
import type { ReactNode } from "react"
import { captchaSettings } from "@/components/sign-in/captcha-settings"
import { PinStep } from "@/components/sign-in/pin-step"
import { readInbox, textStatus, texts, trustsDevices, visit, words } from "@/lib/live/pages"
import { told } from "@/lib/web/flash"
import { closedPin, newPinAt } from "@/lib/web/refusal-words"

/** The last step: the PIN. To look at it, or to reload it, sends nothing. */
export default async function PinPage({ searchParams }: PageProps<"/sign-in/pin">) {
  const { problem, sent } = await searchParams
  const { isSignedIn, next, step, flash, siteKey, resendIn, providers, otherChannels } = await visit(problem)
  if (isSignedIn) redirect(next)
  if (step?.at !== "pin") redirect("/sign-in")
  // An inbox that opens without a token is a developer's.
  const inboxIsOpen = typeof (await readInbox(undefined, "+0")) !== "string"
  const say = await words()
  const text = await textStatus()
  const over = step.isOver ? [told(asNow(step.resendAt, resendIn), say)] : []
  const { email, phoneEnding: ending, newcomer, channel = "sms" } = step
  const { pin, channels } = await texts()
  const start = (words: ReactNode) => <a href="/sign-in">{words}</a>
  const change = (words: ReactNode) => <a href="/sign-in/register">{words}</a>
  return (
    <PinStep
      words={channel === "voice" ? { ...pin, sentAgain: pin.callingNow } : pin}
      lead={{
        number: (
          <>
            {say.rich(step.sent ? went[channel] : "pin.unsent", { ending, b: (words) => <strong>{words}</strong> })}{" "}
            {newcomer && change(say("pin.changeNumber"))}
          </>
        ),
        who: (
          <>
            {say.rich("pin.who", { typed: email, email: (words) => <strong className="email">{words}</strong> })}{" "}
            {start(say("pin.otherEmail"))}
          </>
        ),
      }}
      channels={{ others: otherChannels, words: channels }}
      isSent={step.sent}
      isSentAgain={sent === "again"}
      isOver={step.isOver ?? false}
      trust={(await trustsDevices()) ? flash?.values.trust !== undefined : undefined}
      resendIn={resendIn}
      noText={
        channel !== "sms"
          ? undefined
          : {
              heading: say("noText.heading"),
              number: newcomer && say.rich("noText.checkNumber", { ending, register: change }),
              takesAMinute: say(text.askIn === undefined ? "noText.takesAMinute" : "noText.toldHere"),
              ask: say("noText.ask"),
              phoneOn: say("noText.phoneOn"),
              sendAgain: say("noText.sendAgain"),
              later: say.rich(providers.length > 0 ? "noText.laterOr" : "noText.later", { start }),
            }
      }
      lostPhone={newcomer ? undefined : say("lostPhone.thisPhone")}
      text={text}
      problems={flash?.problems ?? over}
      captcha={await captchaSettings(siteKey, say)}
      inbox={inboxIsOpen && say.rich("pin.inbox", { inbox: (words) => <a href="/dev/inbox">{words}</a> })}
    />
  )
}

/** How the page says by which way the PIN went. */
const went = { sms: "pin.sent", whatsapp: "pin.sentByWhatsapp", voice: "pin.calling" } as const

/** The PIN is over, and when a new one may be asked for. */
const asNow = (resendAt: number, wait: number) =>
  newPinAt(closedPin, new Date(resendAt), new Date(resendAt - wait * 1000))
