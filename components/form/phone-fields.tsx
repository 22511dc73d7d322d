import { type ChangeEvent, useRef } from "react"
import type { CountryChoice } from "@/components/form/country-choice"
import { CountryField } from "@/components/form/country-field"
import { TextField } from "@/components/form/text-field"
import type { FormProblem } from "@/lib/web/cookie"
import type { Country } from "@/lib/web/countries"
import { countryOfNumber } from "@/lib/web/country-names"

type Props = {
  label: string
  hint?: string
  countries: Country[]
  values: Record<string, string>
  problems: FormProblem[]
  onPhoneUsed: () => void
}

/**
 * A phone number and the country whose local form it may have. A number that says its country, as +852 does, chooses it; it
 * stays as it was typed.
 */
export function PhoneFields({ label, hint, countries, values, problems, onPhoneUsed }: Props) {
  const country = useRef<CountryChoice>(null)
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const said = countryOfNumber(target.value, country.current?.chosen() ?? "", countries)
    if (said) country.current?.choose(said)
  }
  return (
    <>
      <CountryField countries={countries} value={values.country} problems={problems} ref={country} />
      <TextField
        name="phone"
        type="tel"
        label={label}
        {...(hint && { hint })}
        problems={problems}
        defaultValue={values.phone}
        autoComplete="tel"
        onFocus={onPhoneUsed}
        onChange={onChange}
      />
    </>
  )
}
