import type { Account } from "@/lib/account/account"
import { parseEmail } from "@/lib/account/email"
import { normalizePassword, whyWeak } from "@/lib/account/password"
import { parsePersonName } from "@/lib/account/person-name"
import { accountIdPrefix } from "@/lib/account/realm"
import { defaultWhitelabel } from "@/lib/account/whitelabel"
import { policy } from "@/lib/limits/policy"
import { isRefusal, type No, refuse } from "@/lib/refusal"
import type { Caller, Core } from "@/lib/sign-in/core"
import { eventOf } from "@/lib/sign-in/steps/event-of"
import { type Minting, mint, type Tokens } from "@/lib/sign-in/steps/mint"
import type { Joining } from "@/lib/sign-in/steps/redeem"
import { turn } from "@/lib/sign-in/steps/take-turn"
import { after } from "@/lib/time"

export type RegisterWithPassword = { email: string; password: string; firstName: string; lastName: string }

/** The newcomer and the session that their account begins with. */
export type Joined = { account: Account; tokens: Tokens }

type Refused = No<"invalid-email" | "invalid-field" | "limited" | "email-taken" | "busy">

/**
 * Makes an account that is opened by a password, and signs it in. It sends no text message, yet an account and a hash are
 * not free: one network may make so many in an hour. That an email is taken cannot be hidden here (published: 409).
 */
export async function registerWithPassword(
  request: RegisterWithPassword,
  caller: Caller,
  core: Minting & Pick<Core, "tries" | "accounts" | "passwords" | "redeem">,
): Promise<Joined | Refused> {
  const claim = await readClaim(request, core)
  if (isRefusal(claim)) return claim
  const budgets = [turn(policy.passwordAccounts, caller, core), turn(policy.accountsPlace, caller, core)]
  const answer = await core.tries.take(budgets, core.now())
  if (!answer.taken) return refuse({ kind: "limited", retryAt: answer.retryAt, quota: answer.quota })
  if (await core.accounts.by("email", caller.realm, claim.email)) return refuse({ kind: "email-taken" })

  const passwordHash = await core.passwords.hash(claim.password)
  if (passwordHash === "busy") return refuse({ kind: "busy", retryAt: after(core.now(), policy.busy) })
  const newAccount = accountOf({ ...claim, passwordHash }, caller, core)
  const { id: accountId, createdAt: at } = newAccount
  const { session, tokens } = await mint({ account: { ...newAccount, number: 0 } }, caller, core)
  const event = eventOf("registered", caller, { at, accountId, sessionId: session.id })
  const outcome = await core.redeem({ newAccount, session, event, now: at })
  if (outcome === "taken" || outcome === "lost") return refuse({ kind: "email-taken" })
  return { account: { ...newAccount, number: outcome.number }, tokens }
}

async function readClaim(
  request: RegisterWithPassword,
  { passwords }: Pick<Core, "passwords">,
): Promise<RegisterWithPassword | Refused> {
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

function accountOf(claim: Claim, { realm }: Caller, core: Pick<Core, "now" | "newId">): Joining {
  const { email, passwordHash, firstName, lastName } = claim
  const now = core.now()
  return {
    id: `${accountIdPrefix[realm]}${core.newId()}`,
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
