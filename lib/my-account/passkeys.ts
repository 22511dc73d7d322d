import type { Passkey } from "@/lib/account/passkey"
import { parsePersonName } from "@/lib/account/person-name"
import { policy } from "@/lib/limits/policy"
import { isRefusal, type No, refuse } from "@/lib/refusal"
import { provedAt } from "@/lib/session/session"
import type { Core, Member } from "@/lib/sign-in/core"
import { type Begun, notProved, spendCeremony } from "@/lib/sign-in/steps/ceremony"
import { eventOf } from "@/lib/sign-in/steps/event-of"
import { takeTurn } from "@/lib/sign-in/steps/take-turn"
import { after } from "@/lib/time"

/**
 * Whether a session's owner proved who they are so lately that they are still there. A passkey outlives every session, so that whoever has merely found a
 * browser signed in may not add one (ASVS 5.0, 7.5.1).
 */
export const isFresh = ({ signedIn: { session } }: Pick<Member, "signedIn">, { now }: Pick<Core, "now">): boolean =>
  after(provedAt(session), policy.freshSignIn) > now()

type Adding = { begun: Begun; answer: string; name: string }
type AddNeeds = Pick<Core, "now" | "keys" | "limits" | "tries" | "passkeys" | "authenticators">

/** Adds the passkey that an authenticator made for the caller's account. */
export async function addPasskey(
  { begun, answer, name: typed }: Adding,
  member: Member,
  core: AddNeeds,
): Promise<Passkey | No<"invalid-field" | "limited" | "passkey-refused" | "unauthorized">> {
  const { account, session } = member.signedIn
  const about = { accountId: account.id, sessionId: session.id }
  const name = parsePersonName(typed)
  if (!name) return refuse({ kind: "invalid-field", field: "name", hint: nameHint })
  if (!isFresh(member, core)) return refuse({ kind: "passkey-refused", because: "stale" }, about)
  const limited = await takeTurn(policy.passkeys, member, core)
  if (limited) return limited
  const spent = await spendCeremony(answer, begun, session.id, core)
  if (isRefusal(spent)) return spent
  const { asked } = spent
  const made = await core.authenticators.made(answer, asked)
  if (typeof made === "string") return notProved(made, about)

  const at = core.now()
  const passkey = { ...made, accountId: account.id, rpId: asked.rpId, name, createdAt: at, lastUsedAt: null }
  const event = eventOf("passkey-added", member, { at, ...about })
  const outcome = await core.passkeys.insert(passkey, session.id, event)
  if (outcome === "kept") return passkey
  if (outcome === "signed-out") return refuse({ kind: "unauthorized", because: "revoked" }, about)
  return refuse({ kind: "passkey-refused", because: outcome }, about)
}

const nameHint = "must be 1 to 100 characters, without control characters"

/** Gives one of the caller's passkeys another name. */
export async function renamePasskey(
  { id, name: typed }: { id: string; name: string },
  { signedIn: { account } }: Member,
  core: Pick<Core, "passkeys">,
): Promise<undefined | No<"invalid-field" | "not-found">> {
  const name = parsePersonName(typed)
  if (!name) return refuse({ kind: "invalid-field", field: "name", hint: nameHint })
  return (await core.passkeys.rename(account.id, id, name)) ? undefined : refuse({ kind: "not-found" })
}

/** Removes one of the caller's passkeys, at once. What it opened before stays signed in. */
export async function removePasskey(
  { id }: { id: string },
  member: Member,
  core: Pick<Core, "now" | "passkeys">,
): Promise<undefined | No<"not-found">> {
  const { account, session } = member.signedIn
  const event = eventOf("passkey-removed", member, { at: core.now(), accountId: account.id, sessionId: session.id })
  return (await core.passkeys.remove(account.id, id, event)) ? undefined : refuse({ kind: "not-found" })
}
