import { checksBy } from "@/components/form/checks"
import { apiKeyForm } from "@/lib/web/account-schemas"
import * as schemas from "@/lib/web/phone-schemas"

/** What the account's pages check by themselves. Heavy: to be loaded when somebody is there. */
export const apiKeyChecks = checksBy(apiKeyForm)
export const changePhoneChecks = checksBy(schemas.changePhoneForm)
export const provePhoneChecks = checksBy(schemas.provePhoneForm)
