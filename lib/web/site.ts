import type { Core } from "@/lib/sign-in/core"

/** reCAPTCHA's public key, and which of Google's two scripts it is for. */
export type SiteKey = { key: string; isEnterprise: boolean }

/** What our own pages run in. */
export type Site = {
  core: Core
  /** The origins that our own forms may be posted from. */
  origins: ReadonlySet<string>
  /** The other origins that a sign-in may lead to. */
  returnOrigins: ReadonlySet<string>
  /** Keys that seal the cookie, the current one first. */
  cookiePasswords: readonly string[]
  /** In production cookies are Secure, with the `__Host-` prefix. */
  production: boolean
  /** The public reCAPTCHA key; without it pages load no captcha. */
  siteKey: SiteKey | undefined
  /** The operators' phones, in E.164: an account that proved to have one operates the console. */
  operators: ReadonlySet<string>
  /** The ISO code of the country that a network is in, where that is known. */
  countryOf(network: string): Promise<string | undefined>
  addressOf(headers: Headers): string | undefined
  report(problem: unknown): void
  /** Tells whoever writes of requests how the one that is answered now ended. Undefined where nobody does. */
  tell?(ended: EndedForm): void
}

/** How a form ended, for operators, in words of ours: `reason` is the refusal's kind, `rule` the limit that refused. */
export type EndedForm = { outcome: "ok" | "invalid" | "refused" | "failed"; reason?: string; rule?: string }

/** Reports a surprise, which is how the request ended, unless what reports is what could not be had. */
export const reportAt = (site: () => Promise<Site>, problem: unknown): Promise<void> =>
  site().then(
    ({ report, tell }) => {
      report(problem)
      tell?.({ outcome: "failed", reason: "broken" })
    },
    () => undefined,
  )
