import type { ComponentProps } from "react"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import type { FormProblem } from "@/lib/web/cookie"
import type { Country } from "@/lib/web/countries"

/** What react-hook-form ties to an input: its name and how it is listened to. */
type Registered = Pick<ComponentProps<"input"> & ComponentProps<"select">, "ref"> & { name: string }

type Props = {
  register: (name: "country" | "phone") => Registered
  label: string
  hint?: string
  countries: Country[]
  values: Record<string, string>
  problems: FormProblem[]
  onPhoneUsed: () => void
}

/** A phone number and the country whose local form it may have. Without a guess at the country nothing is chosen. */
export function PhoneFields({ register, label, hint, countries, values, problems, onPhoneUsed }: Props) {
  const options = countries.map(({ code, name, prefix }) => ({ value: code, text: `${name} (+${prefix})` }))
  const choose = { value: "", text: "Select a country" }
  return (
    <>
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
        label={label}
        {...(hint && { hint })}
        problems={problems}
        defaultValue={values.phone}
        autoComplete="tel"
        onFocus={onPhoneUsed}
      />
    </>
  )
}
