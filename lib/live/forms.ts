import { running } from "@/lib/live/running"
import { site } from "@/lib/live/site"
import { tellStory } from "@/lib/outside/request-story"
import * as account from "@/lib/web/account/forms"
import * as passkeys from "@/lib/web/account/passkey-forms"
import * as phone from "@/lib/web/account/phone-forms"
import { authorizeHandlers } from "@/lib/web/apps/authorize"
import * as apps from "@/lib/web/apps/forms"
import { logoutHandlers } from "@/lib/web/apps/logout"
import { beginPasskey } from "@/lib/web/begin-passkey"
import { languageHandlers } from "@/lib/web/choose-language"
import * as madeApps from "@/lib/web/console/app-forms"
import { decisionsFile } from "@/lib/web/console/csv"
import * as operators from "@/lib/web/console/forms"
import { operatorHandlers, operatorRoute } from "@/lib/web/console/operator-form"
import * as policies from "@/lib/web/console/policy-forms"
import { reportRoute } from "@/lib/web/console/report-route"
import * as themes from "@/lib/web/console/theme-forms"
import { type FormHandlers, formHandlers } from "@/lib/web/form"
import { type FormName, formUrl } from "@/lib/web/form-url"
import { nowhere } from "@/lib/web/nowhere"
import { beginWay } from "@/lib/web/sign-in/begin-way"
import * as signIn from "@/lib/web/sign-in/forms"
import { lostPhoneForm, usePasskeyForm } from "@/lib/web/sign-in/passkey-form"
import { providerHandlers } from "@/lib/web/sign-in/provider-sign-in"

const forms: Readonly<Record<FormName, FormHandlers>> = {
  "choose-language": languageHandlers(site),
  "check-email": formHandlers(signIn.checkEmailForm, site),
  "keep-email": formHandlers(signIn.keepEmailForm, site),
  "forget-email": formHandlers(signIn.forgetEmailForm, site),
  register: formHandlers(signIn.registerForm, site),
  "verify-pin": formHandlers(signIn.verifyPinForm, site),
  "resend-pin": formHandlers(signIn.resendPinForm, site),
  "begin-passkey": beginPasskey(site),
  "use-passkey": formHandlers(usePasskeyForm, site),
  "lost-phone": formHandlers(lostPhoneForm, site),
  "add-passkey": formHandlers(passkeys.addPasskeyForm, site),
  "rename-passkey": formHandlers(passkeys.renamePasskeyForm, site),
  "remove-passkey": formHandlers(passkeys.removePasskeyForm, site),
  "end-trust": formHandlers(account.endTrustForm, site),
  "sign-in-again": formHandlers(account.signInAgainForm, site),
  "sign-out": formHandlers(account.signOutForm, site),
  "sign-out-everywhere": formHandlers(account.signOutEverywhereForm, site),
  "sign-out-session": formHandlers(account.signOutSessionForm, site),
  "make-api-key": formHandlers(account.makeApiKeyForm, site),
  "revoke-api-key": formHandlers(account.revokeApiKeyForm, site),
  "change-phone": formHandlers(phone.changePhoneForm, site),
  "prove-phone": formHandlers(phone.provePhoneForm, site),
  "resend-change-pin": formHandlers(phone.resendChangePinForm, site),
  "wait-for-phone": formHandlers(phone.waitForPhoneForm, site),
  "cancel-phone-change": formHandlers(phone.cancelPhoneChangeForm, site),
  "stop-phone-change": formHandlers(phone.stopPhoneChangeForm, site),
  "list-numbers": operatorHandlers(operators.listNumbersForm, site),
  "unlist-numbers": operatorHandlers(operators.unlistNumbersForm, site),
  "pin-mode": operatorHandlers(operators.pinModeForm, site),
  "unpin-mode": operatorHandlers(operators.unpinModeForm, site),
  "release-operator": operatorHandlers(operators.releaseOperatorForm, site),
  "release-phone-change": operatorHandlers(operators.releaseChangeForm, site),
  "answer-app": formHandlers(apps.answerAppForm, site),
  "leave-app": formHandlers(apps.leaveAppForm, site),
  "set-theme": operatorHandlers(themes.setThemeForm, site),
  "remove-theme": operatorHandlers(themes.removeThemeForm, site),
  "change-policy": operatorHandlers(policies.changePolicyForm, site),
  "undo-policy": operatorHandlers(policies.undoPolicyForm, site),
  "end-event": operatorHandlers(policies.endEventForm, site),
  "make-app": operatorHandlers(madeApps.makeAppForm, site),
  "replace-app-secret": operatorHandlers(madeApps.replaceAppSecretForm, site),
  "disable-app": operatorHandlers(madeApps.disableAppForm, site),
  "enable-app": operatorHandlers(madeApps.enableAppForm, site),
}

type Named = { params: Promise<{ form: string }> }
const named =
  (method: keyof FormHandlers) =>
  async (request: Request, { params }: Named): Promise<Response> => {
    const { form: name } = await params
    if (!Object.hasOwn(forms, name)) return nowhere()
    tellStory({ operation: `${method} ${formUrl(name as FormName)}` })
    return forms[name as FormName][method](request)
  }

/** What our pages' forms are posted to, by name: see `formUrl`. A name that none has is not found. */
export const form = { GET: named("GET"), POST: named("POST") }

/** Where apps send people to sign in, and to sign out. */
export const appPage = { authorize: authorizeHandlers(site), logout: logoutHandlers(site) }

/** Keeps where the way in shall lead. */
export const way = beginWay(site)

/** Signing in with Google or Apple from our pages. */
export const withProvider = providerHandlers(site)

/** The console's decisions as a file. */
export const consoleFile = operatorRoute(site, (request, operator, { core }) => decisionsFile(request, operator, core))
/** The decisions of a range of time as a file. */
export const consoleReport = reportRoute(site, async () => (await running()).env.REPORT_TOKEN)
/** Whether the console would answer: the page knocks here before it asks for itself anew. */
export const consolePulse = operatorRoute(site, async () => new Response(null, { status: 204, headers: noStore }))
const noStore = { "Cache-Control": "no-store" }
