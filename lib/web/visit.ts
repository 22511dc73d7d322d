import { type Provider, providers } from "@/lib/account/provider"
import { isRefusal } from "@/lib/refusal"
import { whoIsThis } from "@/lib/sign-in/steps/who-is-this"
import { after, days } from "@/lib/time"
import { type Flash, type FormProblem, openCookie, type Step } from "@/lib/web/cookie"
import { providerFlash } from "@/lib/web/provider-problems"
import { brokenWords } from "@/lib/web/refusal-words"
import type { Site } from "@/lib/web/site"

export type { Provider }

/** Who looks at a page, and where they are on the way in. It holds no token: pages may pass it to the browser. */
export type Visit = {
  person: Person | undefined
  step: Step | undefined
  flash: Flash | undefined
  siteKey: string | undefined
  /** Who else a person can sign in with: each is a plain link to `/sign-in/with/…`. */
  providers: Provider[]
  /** Seconds until another text message may be asked for; 0 if it may be now. */
  resendIn: number
}

/** Who is signed in, as the account page shows it. */
export type Person = {
  firstName: string
  lastName: string
  email: string
  phoneEnding: string
  /** When wrong PINs last reached the cap, within 30 days: the owner is told. */
  pinsCappedAt: string | undefined
}

/** Where a form's handler broke there may be no cookie to tell of it. */
const broken: Flash = { id: "server", problems: [{ message: brokenWords }], values: {} }

/** Reads the visit from the cookie. `problem` is the page's own query parameter. */
export async function visitOf(site: Site, problem: unknown): Promise<Visit> {
  const { accessToken, step, flash } = await openCookie(site)
  const now = site.core.now()
  const resendIn = step?.at === "pin" ? Math.max(0, Math.ceil((step.resendAt - now.getTime()) / 1000)) : 0
  const told = problem === broken.id ? broken : providerFlash(problem)
  const shown = told ?? (flash?.id === problem ? flash : undefined)
  return {
    person: await personOf(accessToken, site),
    step,
    flash: shown && { ...shown, problems: shown.problems.map((problem) => asOfNow(problem, now)) },
    siteKey: site.siteKey,
    providers: offered(site),
    resendIn,
  }
}

/** A problem with the wait that is left of it. */
const asOfNow = (problem: FormProblem, now: Date): FormProblem =>
  problem.retryAt === undefined
    ? problem
    : { ...problem, wait: Math.max(0, Math.ceil((problem.retryAt - now.getTime()) / 1000)) }

function offered({ core }: Site): Provider[] {
  const nobody = { state: "", nonce: "", codeVerifier: "", redirectUri: "" }
  return providers.filter((provider) => core.identifiers[provider].authorizeUrl(nobody) !== undefined)
}

async function personOf(accessToken: string | undefined, { core }: Site): Promise<Person | undefined> {
  const signedIn = accessToken ? await whoIsThis(accessToken, "browser", core) : undefined
  if (!signedIn || isRefusal(signedIn)) return undefined
  const { id, firstName, lastName, email, phone } = signedIn.account
  const capped = await core.events.latest(id, "pins-capped", after(core.now(), -days(30)))
  return {
    firstName,
    lastName,
    email: email ?? "",
    phoneEnding: phone?.slice(-2) ?? "",
    pinsCappedAt: capped?.toISOString(),
  }
}
