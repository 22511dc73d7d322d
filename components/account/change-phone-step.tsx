"use client"
import { BackToAccount } from "@/components/account/back-to-account"
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

type Props = {
  phoneEnding: string
  countries: Country[]
  values: Record<string, string>
  problems: FormProblem[]
}

const action = formUrl("change-phone")
const load = () => import("@/components/account/checks").then(({ changePhoneChecks }) => changePhoneChecks)

/** Which number shall it be? */
export function ChangePhoneStep({ phoneEnding, countries, values, problems: fromServer }: Props) {
  const problems = useProblems(fromServer)
  const { loadPhoneCheck, checkPhone } = usePhoneCheck()
  const { form, busy } = usePostedForm({ action, problems, load, leave: toNextStep, check: checkPhone })
  return (
    <Step title="Change your phone number" problems={problems.list} summary={problems} isFocused>
      <p className="lead">
        Now your PINs go to the number ending in <strong>{phoneEnding}</strong>. We send a PIN to the new number and one
        to the old, to be sure that both are yours.
      </p>
      <form {...form}>
        <PhoneFields
          label="New mobile phone number"
          countries={countries}
          values={values}
          problems={problems.list}
          onPhoneUsed={loadPhoneCheck}
        />
        <SubmitButton busy={busy ? "Sending the PINs…" : undefined}>Send the PINs</SubmitButton>
      </form>
      <BackToAccount />
    </Step>
  )
}
