"use client"
import { type ReactNode, useEffect, useRef, useState } from "react"
import { hasActed } from "@/components/form/has-acted"
import type { Execute } from "@/components/sign-in/captcha"
import type { CaptchaSettings } from "@/components/sign-in/captcha-settings"

/** Google may be slow, and its library never says that its script was blocked: a form waits this long, then goes without a token. */
const longestWait = 2_500

/**
 * reCAPTCHA for one form: `wakers` go on the form and load Google's script, and the library around it, at the first sign of a
 * person; `captcha` goes beside it, `token` is asked when the form is submitted. It never blocks anybody: no answer is no token,
 * and a script that fails is known at once.
 */
export function useCaptcha(settings: CaptchaSettings | undefined, action: "login" | "signup") {
  const [captcha, setCaptcha] = useState<ReactNode>(null)
  const [ready] = useState(deferredExecute)
  const isAwake = useRef(false)

  useEffect(() => {
    // A resource that fails tells its own element alone, so that it is heard on the way down.
    const onError = ({ target }: Event) => {
      if (target instanceof HTMLScriptElement && target.src.includes("/recaptcha/")) ready.resolve(noToken)
    }
    window.addEventListener("error", onError, true)
    return () => window.removeEventListener("error", onError, true)
  }, [ready])

  const wake = () => {
    if (!settings || isAwake.current) return
    isAwake.current = true
    import("@/components/sign-in/captcha").then(
      ({ Captcha }) => setCaptcha(<Captcha settings={settings} onReady={ready.resolve} />),
      () => ready.resolve(noToken),
    )
  }

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

  return { wakers: { onFocus: () => hasActed() && wake(), onPointerDown: wake, onKeyDown: wake }, captcha, token }
}

const noToken: Execute = async () => ""

function deferredExecute() {
  let resolve: (execute: Execute) => void = () => undefined
  const execute = new Promise<Execute>((done) => {
    resolve = done
  })
  return { execute, resolve }
}
