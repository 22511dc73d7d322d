import { mountAll } from "@/lib/dialects/all"
import type { Surroundings } from "@/lib/dialects/mount"
import type { DiscoveryCore } from "@/lib/discovery/browse"
import { clientAddress } from "@/lib/http/client-address"
import { sameText } from "@/lib/keys/same-text"
import { cleanUpHandler } from "@/lib/machines/clean-up"
import { twilioStatusHandler } from "@/lib/machines/twilio-status"
import { describe, log } from "@/lib/outside/log"
import { type Running, run } from "@/lib/running"
import type { InboxMessage } from "@/lib/store/inbox"
import * as accountForms from "@/lib/web/account-forms"
import { type AccountView, accountOf } from "@/lib/web/account-view"
import { decisionsFile } from "@/lib/web/console-csv"
import * as consoleForms from "@/lib/web/console-forms"
import { readQuery } from "@/lib/web/console-query"
import { type SeatView, seatsOf } from "@/lib/web/console-seats"
import { type ConsoleView, consoleViewOf } from "@/lib/web/console-view"
import { formHandlers } from "@/lib/web/form"
import { operatorOf } from "@/lib/web/operator"
import { operatorHandlers, operatorRoute } from "@/lib/web/operator-form"
import * as phoneForms from "@/lib/web/phone-forms"
import { providerHandlers } from "@/lib/web/provider-sign-in"
import * as signInForms from "@/lib/web/sign-in-forms"
import type { Site } from "@/lib/web/site"
import { type Visit, visitOf } from "@/lib/web/visit"

// Pages and route handlers are bundled apart and share no module state: what must be one hangs on globalThis.
const here = globalThis as { latchkey?: Promise<Running> | undefined }

/** The running application. It starts at most once; nothing here touches it while the application is built. */
export const running = (): Promise<Running> => {
  here.latchkey ??= run()
  return here.latchkey
}

const report = (problem: unknown) => log("error", "unexpected", describe(problem))

const surroundings = async (): Promise<Surroundings<DiscoveryCore>> => {
  const { core, env } = await running()
  return {
    ports: core,
    now: core.now,
    addressOf: (headers) => clientAddress(headers, env.TRUSTED_PROXY),
    origins: new Set([...ownOrigins(env), ...env.CORS_ORIGINS]),
    report,
  }
}

const site = async (): Promise<Site> => {
  const { core, env, cookiePasswords } = await running()
  return {
    core,
    origins: new Set(ownOrigins(env)),
    cookiePasswords,
    production: env.NODE_ENV === "production",
    siteKey: env.RECAPTCHA_SITE_KEY,
    operators: new Set(env.OPERATOR_PHONES),
    addressOf: (headers) => clientAddress(headers, env.TRUSTED_PROXY),
    report,
  }
}

/** Our own origin; on a developer's machine, under each name that the machine has for itself. */
function ownOrigins({ APP_URL, NODE_ENV }: Running["env"]): string[] {
  const { protocol, hostname, port } = new URL(APP_URL)
  const names = ["localhost", "127.0.0.1", "[::1]"]
  if (NODE_ENV === "production" || !names.includes(hostname)) return [APP_URL]
  return names.map((name) => new URL(`${protocol}//${name}:${port}`).origin)
}

/** The routes of every dialect. */
export const { commerce, goodcity, handbid, oauth, social } = mountAll(surroundings)

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

/** What other machines call: Twilio, to tell what became of a message, and the scheduler. */
export const machines = {
  twilioStatus: twilioStatusHandler(async () => ({ ...(await running()), report })),
  cleanUp: cleanUpHandler(async () => {
    const { cleanUp, core, env } = await running()
    return { cleanUp, now: core.now, secret: env.CRON_SECRET }
  }),
}

/** Signing in with Google or Apple from our pages. */
export const withProvider = providerHandlers(site)

/** Who looks at a page, and where they are on the way in. */
export const visit = async (problem?: unknown): Promise<Visit> => visitOf(await site(), problem)

/** Where this server says that it is. */
export const publicOrigin = async (): Promise<string> => (await running()).env.APP_URL

/** Everything that the account pages show; undefined for nobody. */
export const account = async (): Promise<AccountView | undefined> => accountOf(await site())

/** Whether an operator is looking. */
export const isOperator = async (): Promise<boolean> => (await operatorOf(await site())) !== undefined

/** The console as the page's address asks for it; undefined for whoever is no operator. */
export async function operatorConsole(asked: Record<string, unknown>): Promise<WholeConsole | undefined> {
  const here = await site()
  const operator = await operatorOf(here)
  if (!operator) return undefined
  const operators = await seatsOf(operator, here)
  return { ...(await consoleViewOf(readQuery(asked), asked.done, here.core)), operators }
}
type WholeConsole = ConsoleView & { operators: SeatView[] }

/** The console's decisions as a file. */
export const consoleFile = operatorRoute(site, (request, operator, { core }) => decisionsFile(request, operator, core))
/** Whether the console would answer: the page knocks here before it asks for itself anew. */
export const consolePulse = operatorRoute(site, async () => new Response(null, { status: 204, headers: noStore }))
const noStore = { "Cache-Control": "no-store" }

/** The ISO codes of the countries that a newcomer's phone may be from, or "all". */
export const smsCountries = async (): Promise<readonly string[] | "all"> => (await running()).env.SMS_COUNTRIES

/**
 * The newest text messages, of one number if given. `closed` unless the inbox is the sender; `locked` where it has a
 * token that the caller did not show.
 */
export async function readInbox(token: string | undefined, to?: string): Promise<InboxMessage[] | "closed" | "locked"> {
  const { inbox, env } = await running()
  if (!inbox) return "closed"
  if (env.INBOX_TOKEN && !sameText(token ?? "", env.INBOX_TOKEN)) return "locked"
  // A plus sign in a query string arrives as a space.
  return inbox.read(to?.trim().replace(/^\+?/, "+"))
}
