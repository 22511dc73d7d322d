import { zodResolver } from "@hookform/resolvers/zod"
import { createFormControl, type FieldValues, type Path } from "react-hook-form"
import { z } from "zod"
import type { FormProblem } from "@/lib/web/cookie"

// Zod compiles its checks with eval unless told not to, and the Content-Security-Policy forbids eval.
z.config({ jitless: true })

/** What a form's page knows of its fields before anything is sent. */
export type Checks = {
  /** All that is wrong, as on submit. */
  all(fields: Record<string, string>): Promise<FormProblem[]>
  /** Whether one field, which was wrong, is in order now. */
  isInOrder(field: string, fields: Record<string, string>): Promise<boolean>
}

/** Checks by a schema that the server has too. Heavy: forms load it at the first sign of a person, and work without it. */
export function checksBy<Fields extends FieldValues, Values>(schema: z.ZodType<Values, Fields>): Checks {
  const form = createFormControl<Fields, unknown, Values>({ resolver: zodResolver(schema), shouldFocusError: false })
  // All of them anew: a checkbox that is no longer checked is in no form.
  const take = (fields: Record<string, string>) => form.reset(fields as unknown as Fields)
  return {
    async all(fields) {
      take(fields)
      let problems: FormProblem[] = []
      await form.handleSubmit(
        () => undefined,
        (errors) => {
          problems = Object.entries(errors).map(([field, error]) => ({ field, message: String(error?.message) }))
        },
      )()
      return problems
    },
    async isInOrder(field, fields) {
      take(fields)
      return form.trigger(field as Path<Fields>)
    },
  }
}
