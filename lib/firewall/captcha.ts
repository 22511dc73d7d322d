/** What a page asks a captcha token for; Google puts it into its answer. */
export type CaptchaAction = "login" | "signup"

/**
 * `good`: Google vouches for it. `none`: absent, malformed, expired or used. `unreachable`: there is one, and Google could not be
 * asked about it. `bad`: Google answered with a low score, another action or a foreign hostname. `off`: there is no captcha
 * here. `worked`: a proof of work was brought instead.
 */
export type CaptchaVerdict = "good" | "none" | "unreachable" | "bad" | "off" | "worked"

/** Asks Google about a token. Never throws: an outage is `unreachable`. */
export type Captcha = {
  /** Without keys no caller can bring a token, and none is asked for one. */
  isOff?: true
  check(token: string, action: CaptchaAction, address: string | undefined): Promise<CaptchaVerdict>
}
