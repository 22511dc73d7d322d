import type { ComponentProps } from "react"
import { Field } from "@/components/form/field"
import type { FormProblem } from "@/lib/web/cookie"

type Props = ComponentProps<"input"> & { name: string; label: string; hint?: string; problems: FormProblem[] }

/** One line of text with its label, hint and problem. */
export function TextField({ name, label, hint, problems, ...input }: Props) {
  return (
    <Field name={name} label={label} hint={hint} problems={problems}>
      {(aria) => <input type="text" {...input} {...aria} />}
    </Field>
  )
}
