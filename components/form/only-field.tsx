"use client"
import { type ComponentProps, useEffect, useRef } from "react"
import { Field } from "@/components/form/field"
import type { Problems } from "@/components/form/use-problems"

type Props = Omit<ComponentProps<"input">, "ref"> & {
  name: string
  label: string
  hint: string
  problems: Problems
  /** Whether what was wrong goes, so that the next try begins with an empty field. */
  clears?: boolean
}

/** The one field of a form. What is wrong stands at it, and the focus stays in it: a phone's keyboard does not close. */
export function OnlyField({ name, label, hint, problems: { list, round }, clears = false, ...input }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const isWrong = list.length > 0

  useEffect(() => {
    if (round === 0 || !isWrong || !field.current) return
    if (clears) field.current.value = ""
    field.current.focus({ preventScroll: true })
    field.current.closest(".field")?.scrollIntoView({ block: "nearest" })
  }, [round, isWrong, clears])

  return (
    <Field name={name} label={label} hint={hint} problems={list} isOnly>
      {(aria) => (
        // biome-ignore lint/a11y/noAutofocus: it is the one thing to do on its page
        <input type="text" autoFocus={!input.disabled} {...input} {...aria} ref={field} />
      )}
    </Field>
  )
}
