import { site } from "@/lib/live/site"
import * as accountForms from "@/lib/web/account-forms"
import { decisionsFile } from "@/lib/web/console-csv"
import * as consoleForms from "@/lib/web/console-forms"
import { formHandlers } from "@/lib/web/form"
import { operatorHandlers, operatorRoute } from "@/lib/web/operator-form"
import * as phoneForms from "@/lib/web/phone-forms"
import { providerHandlers } from "@/lib/web/provider-sign-in"
import * as signInForms from "@/lib/web/sign-in-forms"

/** What our pages' forms are posted to. */
export const forms = {
  checkEmail: formHandlers(signInForms.checkEmailForm, site),
  register: formHandlers(signInForms.registerForm, site),
  verifyPin: formHandlers(signInForms.verifyPinForm, site),
  resendPin: formHandlers(signInForms.resendPinForm, site),
  signOut: formHandlers(signInForms.signOutForm, site),
  signOutEverywhere: formHandlers(signInForms.signOutEverywhereForm, site),
  signOutSession: formHandlers(accountForms.signOutSessionForm, site),
  makeApiKey: formHandlers(accountForms.makeApiKeyForm, site),
  revokeApiKey: formHandlers(accountForms.revokeApiKeyForm, site),
  changePhone: formHandlers(phoneForms.changePhoneForm, site),
  provePhone: formHandlers(phoneForms.provePhoneForm, site),
  resendChangePin: formHandlers(phoneForms.resendChangePinForm, site),
  waitForPhone: formHandlers(phoneForms.waitForPhoneForm, site),
  cancelPhoneChange: formHandlers(phoneForms.cancelPhoneChangeForm, site),
  listNumbers: operatorHandlers(consoleForms.listNumbersForm, site),
  unlistNumbers: operatorHandlers(consoleForms.unlistNumbersForm, site),
  pinMode: operatorHandlers(consoleForms.pinModeForm, site),
  unpinMode: operatorHandlers(consoleForms.unpinModeForm, site),
  releaseOperator: operatorHandlers(consoleForms.releaseOperatorForm, site),
  releaseChange: operatorHandlers(consoleForms.releaseChangeForm, site),
}

/** Signing in with Google or Apple from our pages. */
export const withProvider = providerHandlers(site)

/** The console's decisions as a file. */
export const consoleFile = operatorRoute(site, (request, operator, { core }) => decisionsFile(request, operator, core))
/** Whether the console would answer: the page knocks here before it asks for itself anew. */
export const consolePulse = operatorRoute(site, async () => new Response(null, { status: 204, headers: noStore }))
const noStore = { "Cache-Control": "no-store" }
