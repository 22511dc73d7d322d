"use client"
import type { ReactNode } from "react"
import { Step } from "@/components/form/step"
import { useProblems } from "@/components/form/use-problems"
import { CaptchaNotice } from "@/components/sign-in/captcha-notice"
import type { CaptchaSettings } from "@/components/sign-in/captcha-settings"
import type { OtherChannels } from "@/components/sign-in/channel-buttons"
import { LostPhoneLink } from "@/components/sign-in/lost-phone-link"
import { type NoTextWords, NoTextYet } from "@/components/sign-in/no-text-yet"
import { PinForm } from "@/components/sign-in/pin-form"
import { ResendForm } from "@/components/sign-in/resend-form"
import { Announcement } from "@/components/ui/announcement"
import { SameInEveryTab } from "@/components/ui/same-in-every-tab"
import type { FormProblem } from "@/lib/web/cookie"
import type { TextStatus } from "@/lib/web/sign-in/text-words"
import type { Texts } from "@/lib/words/catalogues"

type Props = {
  words: Texts<"pin">
  /** Where the PIN went, and who is signing in, with the ways to change either. */
  lead: { number: ReactNode; who: ReactNode }
  /** The other ways that the PIN may come. */
  channels: OtherChannels
  isSent: boolean
  isSentAgain: boolean
  /** The PIN is spent or has expired. */
  isOver: boolean
  /** Whether the box that ends texts on this device is ticked; undefined where it is not offered. */
  trust: boolean | undefined
  resendIn: number
  /** Undefined where it did not go as a text message. */
  noText: NoTextWords | undefined
  /** The way on for whoever has the phone no more; undefined for newcomers, who can change the number. */
  lostPhone: string | undefined
  text: TextStatus
  problems: FormProblem[]
  captcha: CaptchaSettings | undefined
  /** Where a developer finds the message. */
  inbox: ReactNode
}

/** What was wrong with sending is told where one sends. */
const isOfResend = ({ field }: FormProblem) => field === "resend"

/** The last step: the PIN. */
export function PinStep({ words, lead, isSent, isSentAgain, inbox, captcha, ...props }: Props) {
  const pin = useProblems(props.problems.filter((problem) => !isOfResend(problem)))
  const resend = useProblems(props.problems.filter(isOfResend))
  const problems = [...pin.list, ...resend.list]
  const isOver = props.isOver || pin.list.some((problem) => problem.isOver)
  return (
    <Step title={words.title} heading={words.heading} problems={problems}>
      {isSentAgain && problems.length === 0 && <Announcement isNews>{words.sentAgain}</Announcement>}
      <div className="lead">
        <p>{lead.number}</p>
        <p>{lead.who}</p>
      </div>
      {inbox && <p className="developer-note">{inbox}</p>}
      <PinForm words={words} problems={pin} isOver={isOver} trust={props.trust} />
      <div className="aside">
        <ResendForm
          words={words}
          channels={props.channels}
          resendIn={props.resendIn}
          captcha={captcha}
          problems={resend}
          isOver={isOver}
        />
        {isSent && !isOver && props.noText && <NoTextYet words={props.noText} status={props.text} />}
        {props.lostPhone && <LostPhoneLink>{props.lostPhone}</LostPhoneLink>}
      </div>
      {captcha && <CaptchaNotice words={captcha.notice} />}
      <SameInEveryTab />
    </Step>
  )
}
