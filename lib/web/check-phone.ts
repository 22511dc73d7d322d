import { parsePhone } from "@/lib/account/phone-number"
import { refuse } from "@/lib/refusal"
import type { FormProblem } from "@/lib/web/cookie"
import { wordsFor } from "@/lib/web/refusal-words"

/** What the server would say of this phone number, sooner. Heavy: for pages to load when it is needed. */
export const checkPhone = (phone: string, country: string): FormProblem[] =>
  parsePhone(phone, country) ? [] : [wordsFor(refuse({ kind: "invalid-phone" }), new Date(0))]
