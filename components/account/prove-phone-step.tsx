"use client"
import type { ReactNode } from "react"
import { toNextStep } from "@/components/form/leave"
import { OnlyField } from "@/components/form/only-field"
import { Step } from "@/components/form/step"
import { SubmitButton } from "@/components/form/submit-button"
import { usePostedForm } from "@/components/form/use-posted-form"
import { useProblems } from "@/components/form/use-problems"
import { Announcement } from "@/components/ui/announcement"
import type { FormProblem } from "@/lib/web/cookie"
import { formUrl } from "@/lib/web/form-url"
import type { Texts } from "@/lib/words/catalogues"

type Which = "old" | "new"

type Props = {
  words: Texts<"provePhone">
  which: Which
  /** Where the PINs went. */
  lead: ReactNode
  cancel: string
  /** The ways out. */
  back: ReactNode
  isSentAgain: boolean
  problems: FormProblem[]
}

const action = formUrl("prove-phone")
const load = () => import("@/components/account/checks").then(({ provePhoneChecks }) => provePhoneChecks)

/** The PIN of one of the two phones, first the new one's, and the ways out. */
export function ProvePhoneStep({ words, which, lead, cancel, back, isSentAgain, problems: fromServer }: Props) {
  const problems = useProblems(fromServer)
  const { form, busy } = usePostedForm({ action, problems, load, leave: toNextStep })
  return (
    <Step title={words[`${which}Title`]} problems={problems.list}>
      {isSentAgain && problems.list.length === 0 && <Announcement isNews>{words.sentAgain}</Announcement>}
      {lead}
      <form {...form}>
        <input type="hidden" name="which" value={which} />
        <OnlyField
          name="pin"
          className="pin"
          label={words[`${which}Label`]}
          hint={words.hint}
          problems={problems}
          clears
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <SubmitButton busy={busy ? words.busy : undefined}>{which === "new" ? words.next : words.change}</SubmitButton>
      </form>
      <OtherWays words={words} which={which} cancel={cancel} />
      {back}
    </Step>
  )
}

/** These forms need no scripts. */
const OtherWays = ({ words, which, cancel }: Pick<Props, "words" | "which" | "cancel">) => (
  <div className="aside">
    <form method="post" action={formUrl("resend-change-pin")}>
      <input type="hidden" name="which" value={which} />
      <SubmitButton secondary>{words.sendNew}</SubmitButton>
    </form>
    {which === "old" && (
      <form method="post" action={formUrl("wait-for-phone")}>
        <p className="hint" id="wait">
          {words.waitHint}
        </p>
        <SubmitButton secondary describedBy="wait">
          {words.noOldPhone}
        </SubmitButton>
      </form>
    )}
    <form method="post" action={formUrl("cancel-phone-change")}>
      <SubmitButton secondary>{cancel}</SubmitButton>
    </form>
  </div>
)
