import { headers } from "next/headers"
import type { ReactNode } from "react"
import type { SiteKey } from "@/lib/web/site"
import type { Say } from "@/lib/words/say"

/** What reCAPTCHA needs in the browser: its public key, the nonce that lets its script run, and the words that Google asks for. */
export type CaptchaSettings = { siteKey: SiteKey; nonce: string; notice: ReactNode }

/** The settings for a page; undefined where no captcha is configured. */
export async function captchaSettings(siteKey: SiteKey | undefined, say: Say): Promise<CaptchaSettings | undefined> {
  if (!siteKey) return undefined
  const notice = say.rich("form.captcha", {
    privacy: (words) => <a href="https://policies.google.com/privacy">{words}</a>,
    terms: (words) => <a href="https://policies.google.com/terms">{words}</a>,
  })
  return { siteKey, nonce: (await headers()).get("x-nonce") ?? "", notice }
}
