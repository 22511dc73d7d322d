"use client"
import { BackToAccount } from "@/components/account/back-to-account"
import { toNextStep } from "@/components/form/leave"
import { OnlyField } from "@/components/form/only-field"
import { Step } from "@/components/form/step"
import { SubmitButton } from "@/components/form/submit-button"
import { usePostedForm } from "@/components/form/use-posted-form"
import { useProblems } from "@/components/form/use-problems"
import { Announcement } from "@/components/ui/announcement"
import type { PhoneChangeView } from "@/lib/web/account/view"
import type { FormProblem } from "@/lib/web/cookie"
import { formUrl } from "@/lib/web/form-url"

type Props = {
  change: PhoneChangeView
  /** The last two digits of the phone that is to be replaced. */
  oldEnding: string
  isSentAgain: boolean
  problems: FormProblem[]
}

const action = formUrl("prove-phone")
const load = () => import("@/components/account/checks").then(({ provePhoneChecks }) => provePhoneChecks)

/** The PIN of one of the two phones, first the new one's, and the ways out. */
export function ProvePhoneStep({ change, oldEnding, isSentAgain, problems: fromServer }: Props) {
  const problems = useProblems(fromServer)
  const { form, busy } = usePostedForm({ action, problems, load, leave: toNextStep })
  const which = change.isNewProved ? "old" : "new"
  return (
    <Step title={`Enter the PIN from the ${which} phone`} problems={problems.list}>
      {isSentAgain && problems.list.length === 0 && <Announcement isNews>We sent a new PIN.</Announcement>}
      {which === "new" ? (
        <ToNew change={change} oldEnding={oldEnding} />
      ) : (
        <ToOld change={change} oldEnding={oldEnding} />
      )}
      <form {...form}>
        <input type="hidden" name="which" value={which} />
        <OnlyField
          name="pin"
          className="pin"
          label={which === "new" ? "PIN from the new phone" : "PIN from the old phone"}
          hint="6 digits, for example 123456."
          problems={problems}
          clears
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <SubmitButton busy={busy ? "Checking…" : undefined}>
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
    <form method="post" action={formUrl("resend-change-pin")}>
      <input type="hidden" name="which" value={which} />
      <SubmitButton secondary>Send a new PIN</SubmitButton>
    </form>
    {which === "old" && (
      <form method="post" action={formUrl("wait-for-phone")}>
        <p className="hint" id="wait">
          Without the old phone the change takes 72 hours. They begin once the old number took a message about it.
        </p>
        <SubmitButton secondary describedBy="wait">
          I do not have the old phone
        </SubmitButton>
      </form>
    )}
    <form method="post" action={formUrl("cancel-phone-change")}>
      <SubmitButton secondary>Cancel the change</SubmitButton>
    </form>
  </div>
)
