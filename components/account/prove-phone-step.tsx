"use client"
import { useState } from "react"
import { BackToAccount } from "@/components/account/back-to-account"
import { toNextStep } from "@/components/sign-in/leave"
import { Step } from "@/components/sign-in/step"
import { usePostedForm } from "@/components/sign-in/use-posted-form"
import { Announcement } from "@/components/ui/announcement"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextField } from "@/components/ui/text-field"
import type { PhoneChangeView } from "@/lib/web/account-view"
import type { FormProblem } from "@/lib/web/cookie"
import { provePhoneForm } from "@/lib/web/phone-schemas"

type Props = {
  title: string
  change: PhoneChangeView
  /** The last two digits of the phone that is to be replaced. */
  oldEnding: string
  isSentAgain: boolean
  problems: FormProblem[]
}

const action = "/do/prove-phone"

/** The PIN of one of the two phones, first the new one's, and the ways out. */
export function ProvePhoneStep({ title, change, oldEnding, isSentAgain, problems: fromServer }: Props) {
  const [problems, show] = useState(fromServer)
  const form = usePostedForm({ action, schema: provePhoneForm, show, leave: toNextStep })
  const which = change.isNewProved ? "old" : "new"
  return (
    <Step title={title} heading={title} problems={problems}>
      {isSentAgain && problems.length === 0 && <Announcement>We sent a new PIN.</Announcement>}
      {which === "new" ? (
        <ToNew change={change} oldEnding={oldEnding} />
      ) : (
        <ToOld change={change} oldEnding={oldEnding} />
      )}
      <form method="post" action={action} noValidate onSubmit={form.onSubmit}>
        <input type="hidden" name="which" value={which} />
        <TextField
          {...form.register("pin")}
          className="pin"
          label={which === "new" ? "PIN from the new phone" : "PIN from the old phone"}
          hint="6 digits, for example 123456. The message says how long it works."
          problems={problems}
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <SubmitButton busy={form.busy ? "Checking…" : undefined}>
          {which === "new" ? "Continue" : "Change my phone number"}
        </SubmitButton>
      </form>
      <OtherWays which={which} />
      <BackToAccount />
    </Step>
  )
}

type Where = { change: PhoneChangeView; oldEnding: string }

const ToNew = ({ change, oldEnding }: Where) => (
  <>
    <p className="lead">
      We sent a PIN to the new number ending in <strong>{change.ending}</strong>.
    </p>
    {!change.isOldSent && (
      <p>
        We could not send a PIN to the old number ending in <strong>{oldEnding}</strong>. You can ask for it in the next
        step.
      </p>
    )}
  </>
)

const ToOld = ({ change, oldEnding }: Where) =>
  change.reference ? (
    <Untold reference={change.reference} oldEnding={oldEnding} />
  ) : (
    <p className="lead">
      The new number is yours. {change.isOldSent ? "We sent a PIN" : "We have yet to send a PIN"} to the old number
      ending in <strong>{oldEnding}</strong>.
    </p>
  )

/** Nobody was told, so nothing waits: what is left. */
const Untold = ({ reference, oldEnding }: { reference: string; oldEnding: string }) => (
  <section className="warning" aria-labelledby="untold">
    <h2 id="untold">We could not reach the old number</h2>
    <p>
      The number ending in {oldEnding} took no message from us, so the change does not go on by waiting: its owner would
      not know of it.
    </p>
    <p>
      If you have the old phone and once answered STOP to us, text START to the same number and ask for a new PIN. If it
      is out of service, ask an operator and tell them the reference <strong>{reference}</strong>.
    </p>
  </section>
)

/** These forms need no scripts. */
const OtherWays = ({ which }: { which: "old" | "new" }) => (
  <div className="aside">
    <form method="post" action="/do/resend-change-pin">
      <input type="hidden" name="which" value={which} />
      <SubmitButton secondary>Send a new PIN</SubmitButton>
    </form>
    {which === "old" && (
      <form method="post" action="/do/wait-for-phone">
        <p className="hint" id="wait">
          Without the old phone the change takes 72 hours. They begin once the old number took a message about it.
        </p>
        <SubmitButton secondary describedBy="wait">
          I do not have the old phone
        </SubmitButton>
      </form>
    )}
    <form method="post" action="/do/cancel-phone-change">
      <SubmitButton secondary>Cancel the change</SubmitButton>
    </form>
  </div>
)
