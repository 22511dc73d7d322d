import { z } from "zod"

/** A variable that holds JSON of this shape. */
export const json = <T extends z.ZodType>(shape: T) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue("must be JSON")
        return z.NEVER
      }
    })
    .pipe(shape)
