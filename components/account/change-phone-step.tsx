"use client"
import { useState } from "react"
import { BackToAccount } from "@/components/account/back-to-account"
import { toNextStep } from "@/components/sign-in/leave"
import { Step } from "@/components/sign-in/step"
import { usePhoneCheck } from "@/components/sign-in/use-phone-check"
import { usePostedForm } from "@/components/sign-in/use-posted-form"
import { PhoneFields } from "@/components/ui/phone-fields"
import { SubmitButton } from "@/components/ui/submit-button"
import type { FormProblem } from "@/lib/web/cookie"
import type { Country } from "@/lib/web/countries"
import { changePhoneForm } from "@/lib/web/phone-schemas"

type Props = {
  title: string
  phoneEnding: string
  countries: Country[]
  values: Record<string, string>
  problems: FormProblem[]
}

const action = "/do/change-phone"

/** Which number shall it be? */
export function ChangePhoneStep({ title, phoneEnding, countries, values, problems: fromServer }: Props) {
  const [problems, show] = useState(fromServer)
  const { loadPhoneCheck, checkPhone } = usePhoneCheck()
  const form = usePostedForm({ action, schema: changePhoneForm, show, leave: toNextStep, check: checkPhone })
  return (
    <Step title={title} heading={title} problems={problems}>
      <p className="lead">
        Now your PINs go to the number ending in <strong>{phoneEnding}</strong>. We send a PIN to the new number and one
        to the old, to be sure that both are yours.
      </p>
      <form method="post" action={action} noValidate onSubmit={form.onSubmit}>
        <PhoneFields
          register={form.register}
          label="New mobile phone number"
          countries={countries}
          values={values}
          problems={problems}
          onPhoneUsed={loadPhoneCheck}
        />
        <SubmitButton busy={form.busy ? "Sending the PINs…" : undefined}>Send the PINs</SubmitButton>
      </form>
      <BackToAccount />
    </Step>
  )
}
