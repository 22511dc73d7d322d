import { checksBy } from "@/components/form/checks"
import * as schemas from "@/lib/web/sign-in/schemas"

/** What the pages of signing in check by themselves. Heavy: to be loaded when somebody is there. */
export const emailChecks = checksBy(schemas.emailForm)
export const registerChecks = checksBy(schemas.registerForm)
export const pinChecks = checksBy(schemas.pinForm)
