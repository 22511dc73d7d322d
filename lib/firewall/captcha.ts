import type { Opinion } from "@/lib/firewall/opinions/opinion"

/** What a page asks a captcha token for; Google puts it into its answer. */
export type CaptchaAction = "login" | "signup"

/**
 * `good`: Google vouches for it. `none`: absent, malformed, expired or used. `unreachable`: there is one, and Google could not be
 * asked about it. `bad`: Google answered with a low score, another action or a foreign hostname. `off`: there is no captcha
 * here. `worked`: a proof of work was brought instead.
 */
export type CaptchaVerdict = "good" | "none" | "unreachable" | "bad" | "off" | "worked"

/**
 * What Google said of a token, and with it of a number: its opinion, and what the answer is called there. The number is named with
 * them, so that they are taken for no other.
 */
export type Assessed = { verdict: CaptchaVerdict; opinion?: NumbersOpinion; assessment?: string }
export type NumbersOpinion = Opinion & { of: string }

/** What became of a text that an answer of Google's was about: it left, or its PIN was typed. */
export type TextNews = "sent" | "verified"

/** Asks Google about a token. Never throws: an outage is `unreachable`. */
export type Captcha = {
  /** Without keys no caller can bring a token, and none is asked for one. */
  isOff?: true
  check(token: string, action: CaptchaAction, address: string | undefined): Promise<CaptchaVerdict>
  /** The same, and what it thinks of a number. Only where numbers may be told to Google. */
  assess?(token: string, action: CaptchaAction, address: string | undefined, e164: string): Promise<Assessed>
  /** Tells Google what became of a text, by the name of its answer. Nothing depends on it, and it never throws. */
  annotate?(assessment: string, news: TextNews, e164: string, at: Date): Promise<void>
}
