import { PhoneFields } from "@/components/form/phone-fields"
import { TextField } from "@/components/form/text-field"
import type { FormProblem } from "@/lib/web/cookie"
import type { Country } from "@/lib/web/countries"

type Props = {
  countries: Country[]
  values: Record<string, string>
  problems: FormProblem[]
  onPhoneUsed: () => void
}

/** A newcomer's name and phone. */
export function NewcomerFields({ countries, values, problems, onPhoneUsed }: Props) {
  return (
    <>
      <div className="pair">
        <TextField
          name="firstName"
          label="First name"
          problems={problems}
          defaultValue={values.firstName}
          autoComplete="given-name"
          autoFocus={problems.length === 0}
        />
        <TextField
          name="lastName"
          label="Last name"
          problems={problems}
          defaultValue={values.lastName}
          autoComplete="family-name"
        />
      </div>
      <PhoneFields
        label="Mobile phone number"
        hint="We send a PIN to this number by text message, now and each time you sign in."
        countries={countries}
        values={values}
        problems={problems}
        onPhoneUsed={onPhoneUsed}
      />
    </>
  )
}
