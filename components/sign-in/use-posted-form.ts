"use client"
import { zodResolver } from "@hookform/resolvers/zod"
import { type FormEvent, useRef, useState } from "react"
import { type FieldErrors, type FieldValues, type Path, type PathValue, useForm } from "react-hook-form"
import type { z } from "zod"
import { postForm } from "@/components/sign-in/post-form"
import type { FormProblem } from "@/lib/web/cookie"

type Options<Fields extends FieldValues, Values> = {
  action: string
  schema: z.ZodType<Values, Fields>
  show(problems: FormProblem[]): void
  /** Goes to the page that the server names. */
  leave(go: string): void
  /** What the schema does not know; asked before anything is sent. */
  check?(values: Values): FormProblem[]
  captchaToken?(): Promise<string>
}

/**
 * Makes a plain form quicker: it is checked here first, and sent without leaving the page. While it is on its way a
 * second submit is ignored. Before scripts run, and without them, the same form posts itself.
 */
export function usePostedForm<Fields extends FieldValues, Values>(options: Options<Fields, Values>) {
  const { action, schema, show, leave, check = () => [], captchaToken } = options
  // No default values: the inputs have them, and what was typed before scripts ran must stay.
  const form = useForm<Fields, unknown, Values>({ resolver: zodResolver(schema), shouldFocusError: false })
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)

  const send = async (values: Values, fields: Record<string, string>) => {
    const problems = check(values)
    if (problems.length > 0) return { problems }
    const token = await captchaToken?.()
    return postForm(action, { ...fields, ...(token && { captchaToken: token }) })
  }

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sending.current) return
    sending.current = true
    setBusy(true)
    // Browsers and password managers fill in fields without telling; what is in the form counts.
    const fields = textsIn(event.currentTarget)
    // A checkbox that is no longer checked is in no form.
    for (const name of Object.keys(form.getValues())) if (!(name in fields)) form.unregister(name as Path<Fields>)
    for (const [name, value] of Object.entries(fields))
      form.setValue(name as Path<Fields>, value as PathValue<Fields, Path<Fields>>)
    let gone = false
    await form.handleSubmit(
      async (values) => {
        const answer = await send(values, fields)
        if ("problems" in answer) return show(answer.problems)
        gone = true
        leave(answer.go)
      },
      (errors) => show(problemsOf(errors)),
    )(event)
    if (gone) return
    sending.current = false
    setBusy(false)
  }

  return { register: form.register, onSubmit, busy }
}

const textsIn = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries([...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === "string"))

const problemsOf = (errors: FieldErrors): FormProblem[] =>
  Object.entries(errors).map(([field, error]) => ({ field, message: String(error?.message) }))
