import type { Env } from "@/lib/env"
import type { Captcha } from "@/lib/firewall/captcha"
import { noCaptcha, recaptcha } from "@/lib/outside/recaptcha"
import { recaptchaEnterprise } from "@/lib/outside/recaptcha-enterprise"
import { seconds } from "@/lib/time"

/** The captcha that the environment names: reCAPTCHA Enterprise, reCAPTCHA v3, or none. */
export function captchaOf(env: Env, hostname: string, warn: (event: string) => void): Captcha {
  const { RECAPTCHA_ENTERPRISE_PROJECT: project, RECAPTCHA_SECRET_KEY: secret, RECAPTCHA_MIN_SCORE: minScore } = env
  const common = { minScore, hostname, timeout: seconds(2) }
  if (project) {
    const { RECAPTCHA_ENTERPRISE_API_KEY: apiKey = "", RECAPTCHA_SITE_KEY: siteKey = "" } = env
    const tellsNumbers = env.RECAPTCHA_SMS_DEFENSE === "on"
    const url = env.RECAPTCHA_ENTERPRISE_URL
    return recaptchaEnterprise({ ...common, project, apiKey, siteKey, url, tellsNumbers }, warn)
  }
  return secret ? recaptcha({ ...common, secret, verifyUrl: env.RECAPTCHA_VERIFY_URL }, warn) : noCaptcha
}
