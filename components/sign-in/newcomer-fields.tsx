import { PhoneFields } from "@/components/form/phone-fields"
import { TextField } from "@/components/form/text-field"
import type { FormProblem } from "@/lib/web/cookie"
import type { Country } from "@/lib/web/countries"
import type { Texts } from "@/lib/words/catalogues"

type Props = {
  words: Texts<"register">
  countries: Country[]
  values: Record<string, string>
  problems: FormProblem[]
  onPhoneUsed: () => void
}

/** A newcomer's name and phone. */
export function NewcomerFields({ words, countries, values, problems, onPhoneUsed }: Props) {
  return (
    <>
      <div className="pair">
        <TextField
          name="firstName"
          label={words.firstName}
          problems={problems}
          defaultValue={values.firstName}
          autoComplete="given-name"
          autoFocus={problems.length === 0}
        />
        <TextField
          name="lastName"
          label={words.lastName}
          problems={problems}
          defaultValue={values.lastName}
          autoComplete="family-name"
        />
      </div>
      <PhoneFields
        label={words.phone}
        hint={words.phoneHint}
        countries={countries}
        values={values}
        problems={problems}
        onPhoneUsed={onPhoneUsed}
      />
    </>
  )
}
