import { getIronSession, type IronSession } from "iron-session"
import { cookies } from "next/headers"
import type { Channel } from "@/lib/delivery/channel"
import type { Method } from "@/lib/session/authorization-code"
import { sessionPolicies } from "@/lib/session/policy"
import { type Duration, minutes } from "@/lib/time"
import type { Site } from "@/lib/web/site"
import type { Sentence } from "@/lib/words/say"

/** Where a visitor is on the way in. A newcomer's `details` are what they typed, for when they come back to correct it. */
export type Step = { email: string; details?: Details /** The device may keep the email. */; remember?: true } & (
  | { at: "register" }
  /** Asked whether they meant another email. */
  | { at: "spelling"; meant: string }
  | {
      at: "pin"
      /** What the session will be known by on this browser, and what says that the same browser sends a PIN again. */
      newBrowserToken: string
      phoneEnding: string
      resendAt: number
      newcomer: boolean
      sent: boolean
      /** The text that this browser asked for last, by the firewall's decision, and when it did. */
      text?: { id: string; at: number }
      /** The channel that the PIN went by, where that is not SMS. */
      channel?: Channel
      /** It went by another channel before that, and may be the same PIN. */
      isByMany?: true
      /** The PIN is spent or has expired, and only a new one opens. */
      isOver?: true
    }
)

type Details = Record<string, string>

/** What one form said no to, kept for the page that shows it after the redirect. */
export type Flash = { id: string; problems: Problem[]; values: Record<string, string> }

/**
 * A problem, and the field that it belongs to, if it belongs to one. Where it ends by waiting, `retryAt` is when (epoch
 * milliseconds), and `wait` the seconds until then as this was read. `isOver`: nothing that is typed into the field helps any more.
 * A `puzzle` is one whose solution, sent along, may be let pass: it is for scripts, and never in the cookie.
 * `offers`: the channels by which the PIN may come all the same.
 * Its message is a sentence of the catalogues, so that it can be said in another language later; the console's are English alone.
 */
export type Problem = {
  field?: string
  message: string | Sentence
  retryAt?: number
  wait?: number
  isOver?: true
  puzzle?: string
  offers?: Channel[]
}

/** A problem in words. Where there is a wait, `{when}` stands in them for the browser to fill in. */
export type FormProblem = Omit<Problem, "message"> & { message: string }

/** An API key that was just made, on its way to the one page that shows it. */
export type NewKey = { id: string; name: string; key: string; at: number }

/** The one cookie: sealed, httpOnly, SameSite=Lax. */
export type Cookie = {
  accessToken?: string
  /** How its owner proved who they are, for apps that ask. */
  methods?: Method[]
  step?: Step
  /** An email that looked mistyped, and is right: it is not asked about again. */
  keptEmail?: string
  flash?: Flash
  newKey?: NewKey
  /** Where the person's clock is: an IANA time zone that their browser named. */
  timeZone?: string
  /** The phone is being changed, and the old one's PIN could not be sent. */
  oldPinUnsent?: true
}

/** Where cookies are read from and written to. */
export type CookieJar = {
  get(name: string): { name: string; value: string } | undefined
  set: Awaited<ReturnType<typeof cookies>>["set"]
}

/** Opens the cookie of the request at hand, or of the jar. */
export const openCookie = (site: Sealing, jar?: CookieJar): Promise<IronSession<Cookie>> => {
  const life = sessionPolicies.browser.access
  return openSealed<Cookie>(site, jar, { name: "latchkey", life, keep: life - minutes(1) })
}

type Sealing = Pick<Site, "cookiePasswords" | "production">

type Sealed = {
  name: string
  /** How long what it holds is good for, and how long browsers keep it: as long, unless that is said. */
  life: Duration
  keep?: Duration
  sameSite?: "lax" | "strict" | "none"
  /** Always in production, where browsers hold it to our host too. */
  secure?: boolean
}

/**
 * Opens a sealed cookie of ours, of the request at hand or of the jar; no script reads it. One that was sealed under the previous key is
 * sealed anew when it is saved; one whose key is gone is empty, and so is one that we did not seal, whatever it holds: iron-session
 * throws at some of these.
 */
export async function openSealed<Content extends object>(
  { cookiePasswords, production }: Sealing,
  given: CookieJar | undefined,
  { name, life, keep = life, sameSite = "lax", secure = production }: Sealed,
): Promise<IronSession<Content>> {
  const jar = given ?? (await cookies())
  const options = {
    cookieName: secure ? `__Host-${name}` : name,
    ttl: life / 1000,
    cookieOptions: { httpOnly: true, sameSite, secure, path: "/", maxAge: keep / 1000 },
  }
  const open = (password: string) => {
    const sealed = { ...options, password }
    return getIronSession<Content>(jar, sealed).catch(() => getIronSession<Content>(withoutContent(jar), sealed))
  }
  const [current = "", ...previous] = cookiePasswords
  const cookie = await open(current)
  for (const password of previous) {
    if (Object.keys(cookie).length === 0) Object.assign(cookie, { ...(await open(password)) })
  }
  return cookie
}

/** The jar as if the cookie were not there. It can be written to. */
const withoutContent = (jar: CookieJar) => ({ get: () => undefined, set: jar.set.bind(jar) }) as CookieJar

/** Whoever was signed in here is so no more, and nothing is left of how far they had come. */
export function forgetVisitor(cookie: Cookie): void {
  for (const name of ["accessToken", "methods", "step"] as const) delete cookie[name]
}

/** Bytes of JSON that come to less than 4,096 when they are sealed, with the cookie's name and attributes. */
const room = 2600

/**
 * Saves the cookie. Browsers drop one of more than 4,096 bytes, and the session with it: what does not fit is left out, what
 * the visitor typed first, the longest first. The session always fits.
 */
export async function saveCookie(cookie: IronSession<Cookie>): Promise<void> {
  while (Buffer.byteLength(JSON.stringify(cookie)) > room && leaveOneOut(cookie));
  await cookie.save()
}

/** Whether there was anything left to leave out. */
function leaveOneOut(cookie: Cookie): boolean {
  const { flash } = cookie
  const [longest] = Object.entries(flash?.values ?? {}).sort((one, other) => size(other) - size(one))
  if (flash && longest) delete flash.values[longest[0]]
  else if (flash && flash.problems.length > 1) flash.problems.pop()
  else if (cookie.step?.details) delete cookie.step.details
  else {
    const part = (["flash", "newKey", "keptEmail", "step"] as const).find((name) => cookie[name] !== undefined)
    if (!part) return false
    delete cookie[part]
  }
  return true
}

const size = (entry: [string, string]) => Buffer.byteLength(JSON.stringify(entry))
