import type { UseFormRegister } from "react-hook-form"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import type { FormProblem } from "@/lib/web/cookie"
import type { Country } from "@/lib/web/countries"
import type { RegisterValues } from "@/lib/web/schemas"

type Props = {
  register: UseFormRegister<RegisterValues>
  countries: Country[]
  values: Record<string, string>
  problems: FormProblem[]
  onPhoneUsed: () => void
}

/** A newcomer's name and phone. */
export function NewcomerFields({ register, countries, values, problems, onPhoneUsed }: Props) {
  const options = countries.map(({ code, name, prefix }) => ({ value: code, text: `${name} (+${prefix})` }))
  const choose = { value: "", text: "Select a country" }
  return (
    <>
      <div className="pair">
        <TextField
          {...register("firstName")}
          label="First name"
          problems={problems}
          defaultValue={values.firstName}
          autoComplete="given-name"
          autoFocus={problems.length === 0}
        />
        <TextField
          {...register("lastName")}
          label="Last name"
          problems={problems}
          defaultValue={values.lastName}
          autoComplete="family-name"
        />
      </div>
      <SelectField
        {...register("country")}
        label="Country of your phone number"
        options={values.country ? options : [choose, ...options]}
        problems={problems}
        defaultValue={values.country}
        autoComplete="country"
      />
      <TextField
        {...register("phone")}
        type="tel"
        label="Mobile phone number"
        hint="We send a PIN to this number by text message, now and each time you sign in."
        problems={problems}
        defaultValue={values.phone}
        autoComplete="tel"
        onFocus={onPhoneUsed}
      />
    </>
  )
}
