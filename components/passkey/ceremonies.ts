import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  type WebAuthnError,
} from "@simplewebauthn/browser"
import type { FormProblem } from "@/lib/web/cookie"
import { formUrl } from "@/lib/web/form-url"

/** What an authenticator answered, as JSON for our server; or why there is no answer, or what the server said. */
export type Ceremony = { answer: string } | { why: "cancelled" | "unsupported" | "taken" | "unreachable" } | Said
type Said = { problems: FormProblem[] }

/** Lets the person choose a passkey. */
export const sign = (): Promise<Ceremony> =>
  ceremony("sign-in", (optionsJSON) => startAuthentication({ optionsJSON } as never))

/** Has a passkey made. */
export const make = (): Promise<Ceremony> =>
  ceremony("add", (optionsJSON) => startRegistration({ optionsJSON } as never))

/**
 * Offers passkeys where the browser fills in the email, and answers what one signed, if one is ever chosen. The signal withdraws the offer, at
 * whatever point it is.
 */
export async function offer(signal: AbortSignal): Promise<Ceremony> {
  if (!(await browserSupportsWebAuthnAutofill())) return { why: "unsupported" }
  return ceremony("sign-in", async (optionsJSON) => {
    signal.throwIfAborted()
    signal.addEventListener("abort", () => WebAuthnAbortService.cancelCeremony())
    return startAuthentication({ optionsJSON, useBrowserAutofill: true } as never)
  })
}

async function ceremony(what: "sign-in" | "add", run: (options: unknown) => Promise<unknown>): Promise<Ceremony> {
  if (!browserSupportsWebAuthn()) return { why: "unsupported" }
  const options = await begin(what)
  if (!options) return { why: "unreachable" }
  if ("problems" in options) return options as Said
  try {
    return { answer: JSON.stringify(await run(options)) }
  } catch (problem) {
    const { code } = problem as WebAuthnError
    return { why: code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED" ? "taken" : "cancelled" }
  }
}

async function begin(what: string): Promise<object | undefined> {
  const body = new URLSearchParams({ for: what })
  const signal = AbortSignal.timeout(10_000)
  const headers = { accept: "application/json" }
  const response = await fetch(formUrl("begin-passkey"), { method: "POST", headers, body, signal }).catch(
    () => undefined,
  )
  const options: unknown = await response?.json().catch(() => undefined)
  return typeof options === "object" && options !== null ? options : undefined
}
