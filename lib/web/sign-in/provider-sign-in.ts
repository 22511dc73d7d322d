import { NextResponse } from "next/server"
import { parsePersonName } from "@/lib/account/person-name"
import { type Provider, providers } from "@/lib/account/provider"
import { readBody } from "@/lib/http/body"
import { sameText } from "@/lib/keys/same-text"
import { isRefusal, type Refusal } from "@/lib/refusal"
import { type SocialSignIn, socialSignIn } from "@/lib/sign-in/social-sign-in"
import { earlierOf, endEarlier } from "@/lib/sign-in/steps/end-earlier"
import { noteRefusal } from "@/lib/sign-in/steps/note-refusal"
import { type CookieJar, openCookie, saveCookie } from "@/lib/web/cookie"
import { openDeviceCookie, rememberDevice } from "@/lib/web/device-cookie"
import { callerOf, isFromOurPages } from "@/lib/web/form-caller"
import { endOf } from "@/lib/web/form-end"
import { texts } from "@/lib/web/form-fields"
import { adoptLanguage } from "@/lib/web/language"
import { onwardTo, openOnward, wayOut } from "@/lib/web/onward"
import { attempt, jarOf } from "@/lib/web/redirecting"
import { type Journey, longestJourney, openJourney } from "@/lib/web/sign-in/provider-cookie"
import { type ProviderProblem, problemId } from "@/lib/web/sign-in/provider-problems"
import type { Site } from "@/lib/web/site"

type Handler = (request: Request, context: { params: Promise<{ provider: string }> }) => Promise<Response>
type Step = (request: Request, provider: Provider, jar: CookieJar, site: Site) => Promise<string>

/**
 * The handlers of "Sign in with Google" and "… Apple": OpenID Connect's authorization code flow with PKCE, state and nonce
 * (RFC 9700, 2.1.1). `start` sends the browser off, `callback` takes it back. Whatever happens, the answer is a 303.
 */
export const providerHandlers = (site: () => Promise<Site>): Record<"start" | "callback", Handler> => ({
  start: handler(start, site),
  callback: handler(callback, site),
})

const handler =
  (step: Step, site: () => Promise<Site>): Handler =>
  async (request, { params }) => {
    const response = new NextResponse(null, { status: 303, headers: { "Cache-Control": "no-store" } })
    const jar = jarOf(request, response)
    const named = (await params).provider
    const provider = providers.find((known) => known === named)
    const location = provider ? await attempt(site, (here) => step(request, provider, jar, here)) : "/sign-in"
    response.headers.set("Location", location)
    return response
  }

const back = (provider: Provider, problem: ProviderProblem) => `/sign-in?problem=${problemId(provider, problem)}`

/** A link on another site, or a form there, begins nothing: it leads to the page with the buttons. */
const start: Step = async (request, provider, jar, site) => {
  const { core } = site
  if (!isOurs(request, site)) return "/sign-in"
  const kept = {
    nonce: core.newToken(),
    codeVerifier: core.newToken(),
    redirectUri: callbackUrl(request, provider, site),
  }
  const state = core.newToken()
  const url = core.identifiers[provider].authorizeUrl({ ...kept, state })
  if (!url) return back(provider, "not-offered")
  const { accessToken } = await openCookie(site, jar)
  const earlier = await earlierOf(accessToken, callerOf(request, site), core)
  const leads = onwardTo(await openOnward(site, jar), site) !== undefined
  const journey: Journey = { state, ...kept, begunAt: core.now().getTime(), earlier, ...(leads && { leads }) }
  const cookie = await openJourney(provider, jar, site)
  Object.assign(cookie, journey)
  await cookie.save()
  return url
}

/** Under the name that the browser has for us, if it is one of ours: its cookie is kept under that name. */
function callbackUrl(request: Request, provider: Provider, { core, origins }: Site): string {
  const host = request.headers.get("host")
  const origin = [...origins].find((own) => new URL(own).host === host) ?? core.issuer
  return `${origin}/sign-in/with/${provider}/callback`
}

function isOurs(request: Request, site: Site): boolean {
  if (request.method === "POST") return isFromOurPages(request, site)
  const from = request.headers.get("sec-fetch-site")
  return from === null || from === "same-origin" || from === "none"
}

const callback: Step = async (request, provider, jar, site) => {
  const { core } = site
  if (request.method !== core.identifiers[provider].returnsBy) return back(provider, "lost")
  const cookie = await openJourney(provider, jar, site)
  const journey = { ...cookie }
  cookie.destroy()
  const answer = await answerOf(request)
  if (!isJourney(journey, core.now()) || !sameText(answer.state ?? "", journey.state)) return back(provider, "lost")
  if (answer.error !== undefined || !answer.code) return back(provider, declined(answer.error))

  const proof = { from: "page", code: answer.code, kept: journey } as const
  const signIn: SocialSignIn = { provider, proof, name: nameIn(answer.user) }
  const newBrowserToken = core.newToken()
  const caller = { ...callerOf(request, site), newBrowserToken }
  const tokens = await socialSignIn(signIn, caller, core)
  if (isRefusal(tokens)) {
    noteRefusal(tokens, caller, core)
    site.tell?.(endOf({ refusal: tokens }))
    return back(provider, problemOf(tokens))
  }
  const main = await openCookie(site, jar)
  await endEarlier((await earlierOf(main.accessToken, caller, core)) ?? journey.earlier, tokens, caller, core)
  delete main.step
  delete main.flash
  // How they proved it there is not told to us.
  delete main.methods
  main.accessToken = tokens.accessToken
  await saveCookie(main)
  // A POST from Apple's site brings no SameSite=Lax cookie: what is saved then would take the place of what the browser has.
  if (request.method === "GET") {
    const device = await openDeviceCookie(site, jar)
    await rememberDevice(device, newBrowserToken, device.email)
    adoptLanguage(jar, tokens, caller, site)
  }
  return journey.leads ? wayOut : "/account"
}

async function answerOf(request: Request): Promise<Record<string, string | undefined>> {
  const body = request.method === "POST" ? await readBody(request) : undefined
  const fields = body ? ("fields" in body ? body.fields : {}) : Object.fromEntries(new URL(request.url).searchParams)
  return texts(fields)
}

function isJourney(found: Partial<Journey>, now: Date): found is Journey {
  return found.begunAt !== undefined && found.begunAt + longestJourney > now.getTime()
}

/** RFC 6749, 4.1.2.1; Apple's word for a person who changed their mind is its own. */
function declined(error: string | undefined): ProviderProblem {
  if (error === "temporarily_unavailable" || error === "server_error") return "unavailable"
  return error === "access_denied" || error === "user_cancelled_authorize" ? "declined" : "refused"
}

/** Apple's form says the name once, as JSON. It is the person's own word; what is no name is left out. */
function nameIn(user: string | undefined): SocialSignIn["name"] {
  try {
    const { firstName, lastName } = JSON.parse(user ?? "{}").name
    const [first = "", last = ""] = [firstName, lastName].map((name) => parsePersonName(String(name ?? "")))
    return { first, last }
  } catch {
    return undefined
  }
}

function problemOf({ kind }: Refusal): ProviderProblem {
  if (kind === "limited") return "limited"
  return kind === "provider-unavailable" ? "unavailable" : "refused"
}
