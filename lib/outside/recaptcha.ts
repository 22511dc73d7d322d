import { z } from "zod"
import type { Captcha, CaptchaVerdict } from "@/lib/firewall/captcha"
import { exchange } from "@/lib/outside/exchange"
import type { Duration } from "@/lib/time"

/** How to ask Google, and what to expect of its answer. */
export type RecaptchaSettings = {
  secret: string
  verifyUrl: string
  minScore: number
  hostname: string
  timeout: Duration
}

// https://developers.google.com/recaptcha/docs/v3, "Site Verify Response".
const siteVerifyAnswer = z.object({
  success: z.boolean(),
  score: z.number().optional(),
  action: z.string().optional(),
  hostname: z.string().optional(),
  "error-codes": z.array(z.string()).optional(),
})

/**
 * reCAPTCHA v3. An answer with a low score, another action or a foreign hostname is `bad`; a token that Google does not
 * know (malformed, expired, used) is `none`; no answer in time, or none that makes sense, is `unreachable`.
 */
export const recaptcha = (settings: RecaptchaSettings, warn: (event: string) => void): Captcha => ({
  async check(token, action, address): Promise<CaptchaVerdict> {
    if (token.length > 8192) return "none"
    try {
      const body = new URLSearchParams({
        secret: settings.secret,
        response: token,
        ...(address && { remoteip: address }),
      })
      const { text } = await exchange(settings.verifyUrl, { method: "POST", body, redirect: "error" }, settings.timeout)
      const answer = siteVerifyAnswer.parse(JSON.parse(text))
      if (!answer.success) {
        const codes = answer["error-codes"] ?? []
        if (!codes.some((code) => code.endsWith("-input-secret"))) return "none"
        warn("recaptcha-secret-refused")
        return "unreachable"
      }
      const agrees = answer.action === action && answer.hostname === settings.hostname
      return agrees && (answer.score ?? 0) >= settings.minScore ? "good" : "bad"
    } catch {
      warn("recaptcha-unreachable")
      return "unreachable"
    }
  },
})

/** Without keys Google cannot be asked: everyone takes the strict lane. */
export const noCaptcha: Captcha = { isOff: true, check: async () => "none" }
