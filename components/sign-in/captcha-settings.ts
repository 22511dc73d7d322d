import { headers } from "next/headers"

/** What reCAPTCHA needs in the browser: its public key, and the nonce that lets its script run. */
export type CaptchaSettings = { siteKey: string; nonce: string }

/** The settings for a page; undefined where no captcha is configured. */
export async function captchaSettings(siteKey: string | undefined): Promise<CaptchaSettings | undefined> {
  return siteKey ? { siteKey, nonce: (await headers()).get("x-nonce") ?? "" } : undefined
}
