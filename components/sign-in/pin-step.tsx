"use client"
import { useState } from "react"
import { CaptchaNotice } from "@/components/sign-in/captcha-notice"
import type { CaptchaSettings } from "@/components/sign-in/captcha-settings"
import { PinForm } from "@/components/sign-in/pin-form"
import { PinHelp } from "@/components/sign-in/pin-help"
import { ResendForm } from "@/components/sign-in/resend-form"
import { Step } from "@/components/sign-in/step"
import { Announcement } from "@/components/ui/announcement"
import type { FormProblem } from "@/lib/web/cookie"

type Props = {
  email: string
  phoneEnding: string
  isNewcomer: boolean
  /** False where the message has not left yet. */
  isSent: boolean
  isSentAgain: boolean
  resendIn: number
  problems: FormProblem[]
  captcha: CaptchaSettings | undefined
  /** Where a developer finds the message. */
  inbox: string | undefined
}

/** The last step: the PIN. */
export function PinStep({ email, phoneEnding, isNewcomer, isSent, isSentAgain, inbox, ...props }: Props) {
  const { captcha, resendIn } = props
  const [problems, show] = useState(props.problems)
  return (
    <Step title="Enter the PIN" heading="Check your phone" problems={problems}>
      {isSentAgain && problems.length === 0 && <Announcement>We sent the PIN again.</Announcement>}
      <p className="lead">
        {isSent ? "We sent a 6-digit PIN" : "We have yet to send a 6-digit PIN"} to the number ending in{"\u00a0"}
        <strong>{phoneEnding}</strong>.
      </p>
      {inbox && (
        <p className="developer-note">
          On this development server, text messages arrive in the <a href={inbox}>inbox</a>.
        </p>
      )}
      <PinForm problems={problems} show={show} />
      <div className="aside">
        <ResendForm resendIn={resendIn} captcha={captcha} show={show} />
        <PinHelp email={email} isNewcomer={isNewcomer} />
      </div>
      {captcha && <CaptchaNotice />}
    </Step>
  )
}
