"use client"
import type { ReactNode } from "react"
import { toNextStep } from "@/components/form/leave"
import { PhoneFields } from "@/components/form/phone-fields"
import { Step } from "@/components/form/step"
import { SubmitButton } from "@/components/form/submit-button"
import { usePhoneCheck } from "@/components/form/use-phone-check"
import { usePostedForm } from "@/components/form/use-posted-form"
import { useProblems } from "@/components/form/use-problems"
import type { FormProblem } from "@/lib/web/cookie"
import type { Country } from "@/lib/web/countries"
import { formUrl } from "@/lib/web/form-url"
import type { Texts } from "@/lib/words/catalogues"

type Props = {
  words: Texts<"changePhone">
  /** What happens now and next, with the number that it is about. */
  lead: ReactNode
  /** For whoever came here without their phone. */
  lost: string | undefined
  /** The ways out. */
  back: ReactNode
  countries: Country[]
  values: Record<string, string>
  problems: FormProblem[]
}

const action = formUrl("change-phone")
const load = () => import("@/components/account/checks").then(({ changePhoneChecks }) => changePhoneChecks)

/** Which number shall it be? */
export function ChangePhoneStep({ words, lead, lost, back, countries, values, problems: fromServer }: Props) {
  const problems = useProblems(fromServer)
  const { loadPhoneCheck, checkPhone } = usePhoneCheck()
  const { form, busy } = usePostedForm({ action, problems, load, leave: toNextStep, check: checkPhone })
  return (
    <Step title={words.title} problems={problems.list} summary={problems} isFocused>
      {lost && <p className="announcement">{lost}</p>}
      <p className="lead">{lead}</p>
      <form {...form}>
        <PhoneFields
          label={words.label}
          countries={countries}
          values={values}
          problems={problems.list}
          onPhoneUsed={loadPhoneCheck}
        />
        <SubmitButton busy={busy ? words.busy : undefined}>{words.submit}</SubmitButton>
      </form>
      {back}
    </Step>
  )
}
