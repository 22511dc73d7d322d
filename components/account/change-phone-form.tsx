import { SelectField } from "@/components/ui/select-field"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextField } from "@/components/ui/text-field"
import type { FormProblem } from "@/lib/web/cookie"
import type { Country } from "@/lib/web/countries"

type Props = { phoneEnding: string; countries: Country[]; values: Record<string, string>; problems: FormProblem[] }

/** Which number shall it be? */
export function ChangePhoneForm({ phoneEnding, countries, values, problems }: Props) {
  const options = countries.map(({ code, name, prefix }) => ({ value: code, text: `${name} (+${prefix})` }))
  const choose = { value: "", text: "Select a country" }
  return (
    <>
      <p className="lead">
        Now your PINs go to the number ending in <strong>{phoneEnding}</strong>. We send a PIN to the new number and one
        to the old, to be sure that both are yours.
      </p>
      <form method="post" action="/do/change-phone" noValidate>
        <SelectField
          name="country"
          label="Country of your phone number"
          options={values.country ? options : [choose, ...options]}
          problems={problems}
          defaultValue={values.country}
          autoComplete="country"
        />
        <TextField
          name="phone"
          type="tel"
          label="New mobile phone number"
          problems={problems}
          defaultValue={values.phone}
          autoComplete="tel"
        />
        <SubmitButton>Send the PINs</SubmitButton>
      </form>
    </>
  )
}
