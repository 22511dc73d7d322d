import { type Provider, providers } from "@/lib/account/provider"
import type { Channel } from "@/lib/delivery/channel"
import type { Step } from "@/lib/web/cookie"
import { flashOf, type ToldFlash, toldFlash } from "@/lib/web/flash"
import { isWayDone, nextPage, type Onward } from "@/lib/web/onward"
import { othersThan } from "@/lib/web/sign-in/other-channels"
import { providerFlash } from "@/lib/web/sign-in/provider-problems"
import type { Site, SiteKey } from "@/lib/web/site"
import type { Viewer } from "@/lib/web/viewer"
import type { Say } from "@/lib/words/say"

export type { Provider }

/** Where a visitor is on the way in. It holds no token: pages may pass it to the browser. */
export type Visit = {
  /** Signed in, and as newly as the app asks that sent the visitor here. */
  isSignedIn: boolean
  /** The page that follows then. */
  next: string
  /** The email that this app expects. */
  expected: string | undefined
  step: Step | undefined
  flash: ToldFlash | undefined
  siteKey: SiteKey | undefined
  /** Who else a person can sign in with: each is a plain link to `/sign-in/with/…`. */
  providers: Provider[]
  /** Seconds until another text message may be asked for; 0 if it may be now. */
  resendIn: number
  /** Whether a PIN goes as a text message, unless somebody asks for another way. */
  isByText: boolean
  /** The channels by which the PIN may come instead. */
  otherChannels: Channel[]
}

/** The visit of this viewer. `problem` is the page's own query parameter. */
export function visitOf({ cookie, signedIn }: Viewer, onward: Onward, problem: unknown, site: Site, say: Say): Visit {
  const { core, siteKey } = site
  const { step } = cookie
  const now = core.now()
  return {
    isSignedIn: isWayDone(onward, signedIn),
    next: nextPage(onward, site),
    expected: onward.email,
    step,
    flash: toldFlash(providerFlash(problem) ?? flashOf(cookie, problem, now), say),
    siteKey,
    providers: providers.filter((provider) => core.identifiers[provider].authorizeUrl(emptyAttempt) !== undefined),
    resendIn: step?.at === "pin" ? Math.max(0, Math.ceil((step.resendAt - now.getTime()) / 1000)) : 0,
    isByText: core.channels[0] === "sms",
    otherChannels: step?.at === "pin" ? othersThan(step.channel ?? "sms", core.channels) : [],
  }
}

const emptyAttempt = { state: "", nonce: "", codeVerifier: "", redirectUri: "" }
