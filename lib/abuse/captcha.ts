/** What a page asks a captcha token for; Google puts it into its answer. */
export type CaptchaAction = "login" | "signup"

/**
 * `good`: Google vouches for it. `none`: absent, malformed, expired, used, or nobody could be asked. `bad`: Google
 * answered with a low score, another action or a foreign hostname.
 */
export type CaptchaVerdict = "good" | "none" | "bad"

/** Asks Google about a token. Never throws: an outage is `none`. */
export type Captcha = {
  check(token: string, action: CaptchaAction, address: string | undefined): Promise<CaptchaVerdict>
}
