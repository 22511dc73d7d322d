import { z } from "zod"

/** A box of a form. One that is not ticked is not sent. */
export const checkbox = z
  .string()
  .optional()
  .transform((value) => value !== undefined)
