import { checksBy } from "@/components/form/checks"
import * as schemas from "@/lib/web/account/phone-schemas"
import { apiKeyForm } from "@/lib/web/account/schemas"

/** What the account's pages check by themselves. Heavy: to be loaded when somebody is there. */
export const apiKeyChecks = checksBy(apiKeyForm)
export const changePhoneChecks = checksBy(schemas.changePhoneForm)
export const provePhoneChecks = checksBy(schemas.provePhoneForm)
