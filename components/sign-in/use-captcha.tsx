"use client"
import { useState } from "react"
import { Captcha, type Execute } from "@/components/sign-in/captcha"
import type { CaptchaSettings } from "@/components/sign-in/captcha-settings"

/** The provider never says that its script was blocked, so a form waits this long and then goes without a token. */
const longestWait = 2_500

/**
 * reCAPTCHA for one form: `wakers` go on the form and load Google's script at the first sign of a person, `captcha`
 * goes beside it, `token` is asked when the form is submitted. It never blocks anybody: no answer is no token.
 */
export function useCaptcha(settings: CaptchaSettings | undefined, action: "login" | "signup") {
  const [isAwake, setAwake] = useState(false)
  const [ready] = useState(deferredExecute)
  const wake = () => setAwake(true)

  const token = async (): Promise<string> => {
    if (!settings) return ""
    wake()
    let timer: ReturnType<typeof setTimeout> | undefined
    const tooLate = new Promise<string>((resolve) => {
      timer = setTimeout(resolve, longestWait, "")
    })
    const asked = ready.execute.then((execute) => execute(action)).catch(() => "")
    return Promise.race([asked, tooLate]).finally(() => clearTimeout(timer))
  }

  return {
    wakers: { onFocus: wake, onPointerDown: wake, onKeyDown: wake },
    captcha: settings && isAwake && <Captcha settings={settings} onReady={ready.resolve} />,
    token,
  }
}

function deferredExecute() {
  let resolve: (execute: Execute) => void = () => undefined
  const execute = new Promise<Execute>((done) => {
    resolve = done
  })
  return { execute, resolve }
}
