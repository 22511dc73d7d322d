"use client"
import { type RefObject, useEffect, useRef } from "react"

type OtpOptions = CredentialRequestOptions & { otp: { transport: ["sms"] } }

/**
 * WebOTP: where the browser offers it, the PIN of a text message that names our host fills itself in and goes. Whoever types it is
 * left alone: `stop` ends the waiting, as leaving the page does (WICG "WebOTP API").
 */
export function useTextedPin(form: RefObject<HTMLFormElement | null>, isWanted: boolean): () => void {
  const waiting = useRef<AbortController>(undefined)

  useEffect(() => {
    if (!isWanted || !("OTPCredential" in window)) return
    const controller = new AbortController()
    waiting.current = controller
    const options: OtpOptions = { otp: { transport: ["sms"] }, signal: controller.signal }
    navigator.credentials.get(options).then(
      (credential) => {
        const input = form.current?.elements.namedItem("pin")
        if (!credential || !(input instanceof HTMLInputElement) || controller.signal.aborted) return
        input.value = (credential as Credential & { code: string }).code
        form.current?.requestSubmit()
      },
      () => undefined,
    )
    // A page that is left may be kept by the browser, and would go on waiting.
    const abort = () => controller.abort()
    window.addEventListener("pagehide", abort)
    return () => {
      window.removeEventListener("pagehide", abort)
      abort()
    }
  }, [form, isWanted])

  return () => waiting.current?.abort()
}
