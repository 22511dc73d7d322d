"use client"
import { useEffect } from "react"
import { GoogleReCaptchaProvider, useGoogleReCaptcha } from "react-google-recaptcha-v3"
import type { CaptchaSettings } from "@/components/sign-in/captcha-settings"

/** Asks Google for a token for one action. */
export type Execute = (action: string) => Promise<string>

type Props = { settings: CaptchaSettings; onReady: (execute: Execute) => void }

/** Loads reCAPTCHA. It stands beside a form, never around it: to wrap the fields later would empty them. */
export function Captcha({ settings: { siteKey, nonce }, onReady }: Props) {
  return (
    <GoogleReCaptchaProvider
      reCaptchaKey={siteKey.key}
      useEnterprise={siteKey.isEnterprise}
      scriptProps={{ async: true, nonce }}
    >
      <HandOver onReady={onReady} />
    </GoogleReCaptchaProvider>
  )
}

function HandOver({ onReady }: Pick<Props, "onReady">) {
  const { executeRecaptcha } = useGoogleReCaptcha()
  useEffect(() => {
    if (executeRecaptcha) onReady(executeRecaptcha)
  }, [executeRecaptcha, onReady])
  return null
}
