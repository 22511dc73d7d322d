import { headers } from "next/headers"
import { cache } from "react"
import { sameText } from "@/lib/keys/same-text"
import { running } from "@/lib/live/running"
import { site } from "@/lib/live/site"
import { report } from "@/lib/live/surroundings"
import { onward, viewer } from "@/lib/live/viewer"
import type { InboxMessage } from "@/lib/store/inbox"
import { type AccountView, accountOf } from "@/lib/web/account/view"
import { askedBy } from "@/lib/web/apps/asked"
import { type AppsView, appsViewOf } from "@/lib/web/console/app-view"
import { type NumbersView, numbersViewOf } from "@/lib/web/console/numbers-view"
import { operatorOf } from "@/lib/web/console/operator"
import { type PolicyView, policyViewOf } from "@/lib/web/console/policy-view"
import { readQuery } from "@/lib/web/console/query"
import { type SeatView, seatsOf } from "@/lib/web/console/seats"
import { type ConsoleView, consoleViewOf } from "@/lib/web/console/view"
import { openDeviceCookie } from "@/lib/web/device-cookie"
import { flashOf, type ToldFlash, toldFlash } from "@/lib/web/flash"
import { languageOf, sayAt } from "@/lib/web/language"
import { isLeaving, isWayDone, onwardTo } from "@/lib/web/onward"
import { rememberedEmail } from "@/lib/web/sign-in/remembered-email"
import { type TextStatus, textStatusOf } from "@/lib/web/sign-in/text-words"
import { type Visit, visitOf } from "@/lib/web/sign-in/visit"
import { type Brand, brandOf, ours, themeFor } from "@/lib/web/theme/brand"
import { answerSheet } from "@/lib/web/theme/sheet"
import type { Language } from "@/lib/words/catalogues"
import { type Catalogue, catalogues } from "@/lib/words/catalogues"
import { type Say, sayIn } from "@/lib/words/say"

/** Says the sentences of a page in the viewer's language. */
export const words = cache(async (): Promise<Say> => sayIn(languageOf(await headers())))

/** The sentences that take no values, for parts of a page that run in the browser: it hands each the rooms that it shows. */
export const texts = async (): Promise<Catalogue> => catalogues[(await words()).language]

/** What the forms of a page say by themselves, in the viewer's language, or in this one. */
export async function pageWords(fixed?: Language) {
  const language = fixed ?? (await words()).language
  const { form, checks } = catalogues[language]
  return { language, form, checks }
}

/** The page that is looked at, with its query. */
export const page = async (): Promise<string> => (await headers()).get("x-page") ?? "/"

/** Whether the viewer is signed in. */
export const isSignedIn = async (): Promise<boolean> => (await viewer()).signedIn !== undefined

/** Where the viewer is on the way in. */
export const visit = async (problem?: unknown): Promise<Visit> =>
  visitOf(await viewer(), await onward(), problem, await site(), await words())

/** Where somebody who is signed in goes on to from our pages: another app, by its host, or undefined for the way in. */
export async function wayOn(): Promise<{ to: string; host: string | undefined }> {
  const [here, way] = [await site(), await onward()]
  if (!isLeaving(way.to) && !isWayDone(way, (await viewer()).signedIn)) return { to: "/sign-in", host: undefined }
  const to = onwardTo(way, here) ?? "/account"
  return { to, host: to.startsWith("/") ? undefined : new URL(to).host }
}

/** What the app is called that sent the visitor here to sign in; undefined where none did. */
export async function appWaiting(): Promise<string | undefined> {
  const asked = await askedBy(await onward(), await site())
  return asked && (asked.client.name ?? asked.client.id)
}

/** The app that waits for the viewer's answer, and what it wants to know; undefined where none does. */
export async function appAsking() {
  const { signedIn } = await viewer()
  const asked = signedIn && (await askedBy(await onward(), await site()))
  if (!asked) return undefined
  const { client, redirectUri, scopes } = asked
  const app = { id: client.id, name: client.name ?? client.id, host: new URL(redirectUri).host }
  return { app, scopes, email: signedIn.account.email ?? "" }
}

/** The email that this browser keeps of the last person to sign in. */
export async function rememberedHere(): Promise<string | undefined> {
  const here = await site()
  return rememberedEmail(await openDeviceCookie(here), here.core)
}

/** Whether the whitelabel at this host, or else the default one, offers to text no more on a device. */
export async function trustsDevices(): Promise<boolean> {
  const host = (await headers()).get("host")
  const { themes } = (await site()).core
  return themeFor({ host, whitelabelId: undefined }, await themes.all())?.trustsDevices ?? false
}

/** What became of the text that this browser asked for. */
export const textStatus = async (): Promise<TextStatus> =>
  textStatusOf((await viewer()).cookie.step, (await site()).core, await words())

/** What a form of the page said no to, if the page's own query parameter names it. */
export async function flash(problem: unknown): Promise<ToldFlash | undefined> {
  const { core } = await site()
  return toldFlash(flashOf((await viewer()).cookie, problem, core.now()), sayAt(await page(), await headers()))
}

/** Whose pages these are at this host. A database out of reach makes them ours: an error page needs a frame. */
export const brandAt = cache(async (host: string | null): Promise<Brand> => {
  try {
    const { core } = await site()
    const whitelabelId = (await viewer()).signedIn?.account.whitelabelId
    return brandOf(themeFor({ host, whitelabelId }, await core.themes.all()))
  } catch (problem) {
    report(problem)
    return ours
  }
})

/** The style sheet of a theme, by its file. */
export async function themeSheet(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { core } = await site()
  return answerSheet((await params).file, await core.themes.all())
}

/** Where this server says that it is. */
export const publicOrigin = async (): Promise<string> => (await running()).env.APP_URL

/** Everything that the account pages show; undefined for a visitor who is signed out. */
export const account = async (): Promise<AccountView | undefined> =>
  accountOf(await viewer(), await site(), await words())

/** Whether an operator is looking. */
export const isOperator = async (): Promise<boolean> => (await operatorOf(await viewer(), await site())) !== undefined

/** The console as the page's address asks for it; undefined for everyone but operators. */
export async function operatorConsole(asked: Record<string, unknown>): Promise<WholeConsole | undefined> {
  const here = await site()
  const operator = await operatorOf(await viewer(), here)
  if (!operator) return undefined
  const operators = await seatsOf(operator, here)
  return { ...(await consoleViewOf(readQuery(asked), asked.done, here.core)), operators }
}

/** The firewall's policy as the page's address asks for it; undefined for everyone but operators. */
export async function operatorPolicy(asked: Record<string, unknown>): Promise<PolicyView | undefined> {
  const here = await site()
  const operator = await operatorOf(await viewer(), here)
  return operator && policyViewOf(asked, operator, await seatsOf(operator, here), here.core)
}

/** The apps that people sign in to, as the page's address asks for them; undefined for everyone but operators. */
export async function operatorApps(asked: Record<string, unknown>): Promise<AppsView | undefined> {
  const [here, looking] = [await site(), await viewer()]
  const operator = await operatorOf(looking, here)
  return operator && appsViewOf(asked, operator, await seatsOf(operator, here), looking.cookie, here.core)
}

/** The numbers that operators steer by, as the page's address asks for them; undefined for everyone but operators. */
export async function operatorNumbers(asked: Record<string, unknown>): Promise<NumbersView | undefined> {
  const here = await site()
  return (await operatorOf(await viewer(), here)) && numbersViewOf(asked, here.core)
}

type WholeConsole = ConsoleView & { operators: SeatView[] }

/** The ISO codes of the countries that a newcomer's phone may be from, or "all". */
export async function smsCountries(): Promise<readonly string[] | "all"> {
  const { countries } = (await site()).core
  return countries === "all" ? countries : [...countries]
}

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
