"use client"
import { useEffect, useRef } from "react"
import type { Ceremony } from "@/components/passkey/ceremonies"
import { useWords } from "@/components/ui/page-words"
import type { FormProblem } from "@/lib/web/cookie"

/** WebAuthn and what it needs around it: loaded when a passkey is first asked for, since most people come without one. */
const load = () => import("@/components/passkey/ceremonies")

/** The sentences of a page for what can go wrong before its form is sent, and the button that they stand at. */
type Says = { field: string; cancelled: string; unsupported: string; taken?: string }

/** Asks for a passkey, for a form that carries the answer. */
export function useCeremony(what: "sign" | "make", says: Says) {
  const { form } = useWords()
  return async (): Promise<{ fields: Record<string, string> } | { problems: FormProblem[] }> => {
    const ceremonies = await load().catch(() => undefined)
    const done: Ceremony = (await ceremonies?.[what]()) ?? { why: "unreachable" }
    if ("answer" in done) return { fields: { answer: done.answer } }
    if ("problems" in done) return { problems: done.problems.map((problem) => ({ field: says.field, ...problem })) }
    const message = done.why === "unreachable" ? form.unreachable : (says[done.why] ?? says.cancelled)
    return { problems: [{ field: says.field, message }] }
  }
}

/**
 * Passkeys in the list from which the browser fills in a field (conditional mediation). `wakers` go on the field's form, and begin
 * at the first sign of a person; `onChosen` is told what was signed; `withdraw` ends it, as leaving the page does.
 */
export function useOfferedPasskey(onChosen: (answer: string) => void) {
  const isOffered = useRef(false)
  const offer = useRef<AbortController>(undefined)

  useEffect(() => () => offer.current?.abort(), [])

  const wake = async () => {
    if (isOffered.current || !("PublicKeyCredential" in window)) return
    isOffered.current = true
    offer.current = new AbortController()
    const { signal } = offer.current
    const ceremonies = await load().catch(() => undefined)
    const done = await ceremonies?.offer(signal)
    if (done && "answer" in done && !signal.aborted) onChosen(done.answer)
  }
  const withdraw = () => {
    isOffered.current = true
    offer.current?.abort()
  }
  return { wake, withdraw }
}
