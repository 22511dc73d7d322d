import { trustLife } from "@/lib/account/trusted-device"
import { type No, refuse } from "@/lib/refusal"
import { provedAt } from "@/lib/session/session"
import { hashToken } from "@/lib/session/token"
import { trustIdOf, trustToken } from "@/lib/session/trust-token"
import type { Caller, Core, Member } from "@/lib/sign-in/core"
import { eventOf } from "@/lib/sign-in/steps/event-of"
import { after } from "@/lib/time"

type Trusting = {
  /** The trusts that the browser holds already: its own of this account go. */
  tokens: readonly string[]
  /** The whitelabel at whose own host the browser is, or `ourHost`. */
  host: number
  operatorPhones: readonly string[]
}

/**
 * Has the caller's browser not texted for 30 days from the PIN that they just typed in it; for that sign-in alone. Answers the token that the browser
 * holds, which is never one that it held before: a stranger could have put that there. Undefined where the account's whitelabel trusts no devices, and for operators.
 */
export async function trustDevice(
  { tokens, host, operatorPhones }: Trusting,
  member: Member,
  core: Pick<Core, "now" | "newId" | "newToken" | "trustedDevices">,
): Promise<string | undefined> {
  const { account, session } = member.signedIn
  const token = trustToken(core.newId(), core.newToken())
  const createdAt = provedAt(session)
  const trust = {
    ...{ id: trustIdOf(token), accountId: account.id, host, hash: hashToken(token), sessionId: session.id },
    ...{ createdAt, endsAt: after(createdAt, trustLife) },
  }
  const event = eventOf("device-trusted", member, {
    at: core.now(),
    accountId: account.id,
    sessionId: session.id,
  })
  const kept = await core.trustedDevices.insert(trust, tokens.map(trustIdOf), operatorPhones, event)
  return kept ? token : undefined
}

/** Has one of the caller's devices texted again, at once. Who is signed in there stays so. */
export async function endTrust(
  { id }: { id: string },
  member: Member,
  core: Pick<Core, "now" | "trustedDevices">,
): Promise<undefined | No<"not-found">> {
  const { account, session } = member.signedIn
  const event = eventOf("device-untrusted", member, { at: core.now(), accountId: account.id, sessionId: session.id })
  return (await core.trustedDevices.remove(account.id, id, event)) ? undefined : refuse({ kind: "not-found" })
}

/** Ends the trusts that a browser holds, for a visitor who wants nothing kept there. */
export const forgetTrusts = (
  { tokens }: { tokens: readonly string[] },
  caller: Caller,
  core: Pick<Core, "now" | "trustedDevices">,
): Promise<void> =>
  core.trustedDevices.forget(tokens.map(hashToken), eventOf("device-untrusted", caller, { at: core.now() }))
