import type { Account, NewAccount } from "@/lib/account/account"
import { parseEmail } from "@/lib/account/email"
import { normalizePassword, whyWeak } from "@/lib/account/password"
import { parsePersonName } from "@/lib/account/person-name"
import { accountIdPrefix } from "@/lib/account/realm"
import { defaultWhitelabel } from "@/lib/account/whitelabel"
import { sealedName } from "@/lib/keys/key-ring"
import { networkOf } from "@/lib/limits/network"
import { policy } from "@/lib/limits/policy"
import { isRefusal, type Refusal, refuse } from "@/lib/refusal"
import type { Caller, Core } from "@/lib/sign-in/core"
import { mint, type Tokens } from "@/lib/sign-in/steps/mint"
import { takeTurn } from "@/lib/sign-in/steps/take-turn"
import { after } from "@/lib/time"

export type RegisterWithPassword = { email: string; password: string; firstName: string; lastName: string }

/** The newcomer and the session that their account begins with. */
export type Joined = { account: Account; tokens: Tokens }

/**
 * Makes an account that is opened by a password, and signs it in. It sends no text message, yet an account and a hash are
 * not free: one network may make so many in an hour. That an email is taken cannot be hidden here (published: 409).
 */
export async function registerWithPassword(
  request: RegisterWithPassword,
  caller: Caller,
  core: Core,
): Promise<Joined | Refusal> {
  const claim = await readClaim(request, core)
  if (isRefusal(claim)) return claim
  const quota = policy.passwordAccounts
  const budget = sealedName(core.keys, quota.name, caller.realm, networkOf(caller.address))
  const answer = await core.tries.take([{ key: budget, quota }], core.now())
  if (!answer.taken) return refuse({ kind: "limited", retryAt: answer.retryAt, quota })
  const crowded = await takeTurn(policy.accountsPlace, caller, core)
  if (crowded) return crowded
  if (await core.accounts.by("email", caller.realm, claim.email)) return refuse({ kind: "email-taken" })

  const passwordHash = await core.passwords.hash(claim.password)
  if (passwordHash === "busy") return refuse({ kind: "busy", retryAt: after(core.now(), policy.busy) })
  const account = await accountOf({ ...claim, passwordHash }, caller, core)
  const { session, tokens } = await mint({ account }, caller, core)
  const now = core.now()
  const outcome = await core.redeem({ newAccount: account, session, now })
  if (outcome === "taken") return refuse({ kind: "email-taken" })
  const { realm, client } = caller
  const { id: sessionId, network } = session
  await core.events.append({ at: now, realm, client, kind: "registered", accountId: account.id, sessionId, network })
  return { account, tokens }
}

async function readClaim(
  request: RegisterWithPassword,
  { passwords }: Pick<Core, "passwords">,
): Promise<RegisterWithPassword | Refusal> {
  const email = parseEmail(request.email)
  if (!email) return refuse({ kind: "invalid-email" })
  const password = normalizePassword(request.password)
  const weakness = await whyWeak(password, email, passwords)
  if (weakness) return refuse({ kind: "invalid-field", field: "password", hint: weakness })
  const firstName = parsePersonName(request.firstName)
  const lastName = parsePersonName(request.lastName)
  const hint = "must be 1 to 100 characters, without control characters"
  if (!firstName) return refuse({ kind: "invalid-field", field: "firstName", hint })
  if (!lastName) return refuse({ kind: "invalid-field", field: "lastName", hint })
  return { email, password, firstName, lastName }
}

type Claim = Omit<RegisterWithPassword, "password"> & { passwordHash: string }

async function accountOf(claim: Claim, { realm }: Caller, core: Core): Promise<NewAccount> {
  const { email, passwordHash, firstName, lastName } = claim
  const now = core.now()
  return {
    id: `${accountIdPrefix[realm]}${core.newId()}`,
    number: await core.accounts.newNumber(),
    realm,
    firstName,
    lastName,
    email,
    emailVerified: false,
    phone: null,
    phoneCountry: null,
    phoneVerifiedAt: null,
    whitelabelId: defaultWhitelabel,
    createdAt: now,
    lastSignInAt: now,
    passwordHash,
    identities: [{ kind: "email", value: email }],
  }
}
