import type { UseFormRegister } from "react-hook-form"
import { PhoneFields } from "@/components/ui/phone-fields"
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
      <PhoneFields
        register={register}
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
