import type { NewAccount } from "@/lib/account/account"
import { parseOptionalName } from "@/lib/account/person-name"
import type { Proof, Provider, Vouched } from "@/lib/account/provider"
import { snowflake } from "@/lib/account/snowflake"
import { defaultWhitelabel } from "@/lib/account/whitelabel"
import { policy } from "@/lib/limits/policy"
import { type No, refuse } from "@/lib/refusal"
import { sessionPolicies } from "@/lib/session/policy"
import type { Caller, Core } from "@/lib/sign-in/core"
import { eventOf } from "@/lib/sign-in/steps/event-of"
import { languageOf } from "@/lib/sign-in/steps/language-of"
import { type Minting, mint, type Tokens } from "@/lib/sign-in/steps/mint"
import { takeOwnTurn, takeTurn } from "@/lib/sign-in/steps/take-turn"
import { after } from "@/lib/time"

export type SocialSignIn = {
  provider: Provider
  proof: Proof
  /** The person's name: Apple tells an app once, and never again. */
  name?: { first: string; last?: string | undefined } | undefined
}

type Refused = No<"invalid-field" | "limited" | "provider-refused" | "provider-unavailable">
type Needs = Minting & Pick<Core, "limits" | "identifiers" | "accounts" | "redeem">

/**
 * Trades a provider's word for a session. The account is found by the provider's name for the person, and made when
 * there is none: never by email, which may belong to another person here, or come to.
 */
export async function socialSignIn(request: SocialSignIn, caller: Caller, core: Needs): Promise<Tokens | Refused> {
  const { provider, proof } = request
  const { bound } = sessionPolicies[caller.audience]
  if (bound && !caller.device) return refuse({ kind: "invalid-field", field: "device", hint: "is required" })
  const name = readName(request.name)
  if ("refused" in name) return name
  const limited = await takeTurn(policy.socialSignIn, caller, core)
  if (limited) return limited

  const verdict = await core.identifiers[provider].vouch(proof)
  if (verdict === "refused") return refuse({ kind: "provider-refused" }, { reason: `${provider} refused` })
  if (verdict === "unavailable")
    return refuse({ kind: "provider-unavailable", retryAt: after(core.now(), policy.outage) })
  const known = { ...name, ...verdict }
  // Of two first sign-ins at once the later finds the account made, and signs in to it.
  const tokens = (await open(provider, known, caller, core)) ?? (await open(provider, known, caller, core))
  if (!tokens) throw new Error("an account was made twice and found neither time")
  return tokens
}

type Name = { firstName?: string; lastName?: string }

function readName(name: SocialSignIn["name"]): Name | No<"invalid-field"> {
  const hint = "must be 1 to 100 characters, without control characters"
  const firstName = parseOptionalName(name?.first ?? "")
  const lastName = parseOptionalName(name?.last ?? "")
  if (firstName === undefined) return refuse({ kind: "invalid-field", field: "firstName", hint })
  if (lastName === undefined) return refuse({ kind: "invalid-field", field: "lastName", hint })
  return { firstName, lastName }
}

/** Undefined if an account for this person was made since we looked. */
async function open(
  provider: Provider,
  person: Vouched,
  caller: Caller,
  core: Needs,
): Promise<Tokens | No<"limited"> | undefined> {
  const { realm, audience } = caller
  const now = core.now()
  const found = await core.accounts.by(provider, realm, person.subject)
  const limited = found && (await takeOwnTurn(policy.signIns, found.id, caller, core, { accountId: found.id }))
  if (limited) return limited
  const newAccount = found ? undefined : await accountOf(provider, person, caller, core)
  const account = found ?? (newAccount as NewAccount)
  const { session, tokens } = await mint({ account }, caller, core)
  const { single } = sessionPolicies[audience]
  const kind = newAccount ? "registered" : "signed-in"
  const event = eventOf(kind, caller, { at: now, accountId: account.id, sessionId: session.id })
  const outcome = await core.redeem({ newAccount, session, single, ...languageOf(caller), event, now })
  return outcome === "taken" || outcome === "lost" ? undefined : tokens
}

async function accountOf(
  provider: Provider,
  { subject, email, firstName = "", lastName = "" }: Vouched,
  { realm }: Caller,
  core: Pick<Core, "now" | "accounts">,
): Promise<NewAccount> {
  const now = core.now()
  const number = await core.accounts.newNumber()
  return {
    id: snowflake(now, number),
    number,
    realm,
    firstName,
    lastName,
    email,
    // Only an email that the provider has verified comes so far.
    emailVerified: email !== null,
    phone: null,
    phoneCountry: null,
    whitelabelId: defaultWhitelabel,
    createdAt: now,
    lastSignInAt: now,
    phoneVerifiedAt: null,
    passwordHash: null,
    identities: [{ kind: provider, value: subject }],
  }
}
