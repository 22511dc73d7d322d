import type { ComponentProps } from "react"
import { Field } from "@/components/form/field"
import type { FormProblem } from "@/lib/web/cookie"

type Option = { value: string; text: string }
type Props = ComponentProps<"select"> & { name: string; label: string; options: Option[]; problems: FormProblem[] }

/** A choice of one, with its label and problem. */
export function SelectField({ name, label, options, problems, ...select }: Props) {
  return (
    <Field name={name} label={label} problems={problems}>
      {(aria) => (
        <div className="select">
          <select {...select} {...aria}>
            {options.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </div>
      )}
    </Field>
  )
}
