"use client"
import { Step } from "@/components/form/step"
import { useProblems } from "@/components/form/use-problems"
import { CaptchaNotice } from "@/components/sign-in/captcha-notice"
import type { CaptchaSettings } from "@/components/sign-in/captcha-settings"
import { NoTextYet } from "@/components/sign-in/no-text-yet"
import { PinForm } from "@/components/sign-in/pin-form"
import { ResendForm } from "@/components/sign-in/resend-form"
import { Announcement } from "@/components/ui/announcement"
import { SameInEveryTab } from "@/components/ui/same-in-every-tab"
import type { FormProblem } from "@/lib/web/cookie"
import type { TextStatus } from "@/lib/web/sign-in/text-words"

type Props = {
  email: string
  phoneEnding: string
  isNewcomer: boolean
  /** False where the message has not left yet. */
  isSent: boolean
  isSentAgain: boolean
  /** The PIN is spent or has expired. */
  isOver: boolean
  resendIn: number
  text: TextStatus
  hasOtherWays: boolean
  problems: FormProblem[]
  captcha: CaptchaSettings | undefined
  /** Where a developer finds the message. */
  inbox: string | undefined
}

/** What was wrong with sending is told where one sends. */
const isOfResend = ({ field }: FormProblem) => field === "resend"

/** The last step: the PIN. */
export function PinStep({ email, phoneEnding, isNewcomer, isSent, isSentAgain, inbox, ...props }: Props) {
  const pin = useProblems(props.problems.filter((problem) => !isOfResend(problem)))
  const resend = useProblems(props.problems.filter(isOfResend))
  const problems = [...pin.list, ...resend.list]
  const isOver = props.isOver || pin.list.some((problem) => problem.isOver)
  return (
    <Step title="Enter the PIN" heading="Check your phone" problems={problems}>
      {isSentAgain && problems.length === 0 && <Announcement isNews>We sent the PIN again.</Announcement>}
      <div className="lead">
        <p>
          {isSent ? "We sent a 6-digit PIN" : "We have yet to send a 6-digit PIN"} to the number ending in{"\u00a0"}
          <strong>{phoneEnding}</strong>. {isNewcomer && <a href="/sign-in/register">Change number</a>}
        </p>
        <p>
          You are signing in as <strong className="email">{email}</strong>. <a href="/sign-in">Use a different email</a>
        </p>
      </div>
      {inbox && (
        <p className="developer-note">
          On this development server, text messages arrive in the <a href={inbox}>inbox</a>.
        </p>
      )}
      <PinForm problems={pin} isOver={isOver} />
      <div className="aside">
        <ResendForm resendIn={props.resendIn} captcha={props.captcha} problems={resend} isOver={isOver} />
        {isSent && !isOver && (
          <NoTextYet status={props.text} hasOtherWays={props.hasOtherWays} {...{ phoneEnding, isNewcomer }} />
        )}
      </div>
      {props.captcha && <CaptchaNotice />}
      <SameInEveryTab />
    </Step>
  )
}
