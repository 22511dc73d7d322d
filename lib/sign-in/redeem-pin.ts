import { networkOf } from "@/lib/abuse/network"
import { policy } from "@/lib/abuse/policy"
import { coolDownSubject } from "@/lib/abuse/rules/cool-down"
import { noteVerified } from "@/lib/abuse/settle"
import type { NewAccount } from "@/lib/account/account"
import { type Challenge, challengeLife, pinRules } from "@/lib/challenge/challenge"
import { failureKey } from "@/lib/challenge/failure-key"
import { capLiftsAfter, failureCap, waitAfter } from "@/lib/challenge/failures"
import { pinMatches } from "@/lib/challenge/pin"
import { sealedName } from "@/lib/keys/key-ring"
import { isRefusal, type Quota, type Refusal, refuse } from "@/lib/refusal"
import type { Caller, Core } from "@/lib/sign-in/core"
import { mint, type Tokens } from "@/lib/sign-in/mint"
import { settlePhoneChange } from "@/lib/sign-in/settle-phone-change"
import { after } from "@/lib/time"

/** A PIN that somebody typed, and the challenge that it is for. */
export type Guess = {
  /** What the caller typed to be found, or what their key stands for. */
  subject: string
  pin: string
  whitelabelId: number
  /** Spends one try, in one statement. */
  spend(): Promise<Challenge | "spent">
}

/**
 * Trades a right PIN for a session. Wrong, expired, used and never sent are one answer, `wrong-pin`. Every try is paid for
 * before it is looked at, on what the caller typed, whether or not anybody has it.
 */
export async function redeemPin(guess: Guess, caller: Caller, core: Core): Promise<Tokens | Refusal> {
  const names = namesOf(guess, caller, core)
  const limited = (await takeFromNetwork(names.networkBudget, core)) ?? (await waitOut(names, core))
  if (limited) return limited

  const challenge = await guess.spend()
  if (challenge === "spent") return triesSpent(caller, core)
  if (!isRight(guess, challenge, core)) return countFailure(names, challenge, caller, core)
  const session = challenge.usedAt ? undefined : await open(challenge, guess, names, caller, core)
  if (session && !isRefusal(session)) await core.tries.giveBack(names.networkBudget, core.now())
  return session ?? loser(challenge, names, core)
}

/** One from the budget of tries that a network has, whatever it guesses at. */
export async function takeTry(caller: Caller, core: Core): Promise<Refusal | undefined> {
  return takeFromNetwork(budgetOf(caller, core), core)
}

/** The names of the counts that a guess is charged to. */
type Names = { networkBudget: string; accountCount: string; networkCount: string }

const networkName = ({ address }: Caller, core: Core) => sealedName(core.keys, "network", networkOf(address))
const budgetOf = (caller: Caller, core: Core) => `${policy.pinTries.name}:${caller.realm}:${networkName(caller, core)}`

const namesOf = ({ subject }: Guess, caller: Caller, core: Core): Names => ({
  networkBudget: budgetOf(caller, core),
  accountCount: failureKey(caller.realm, subject),
  networkCount: failureKey(caller.realm, subject, networkName(caller, core)),
})

async function takeFromNetwork(budget: string, core: Core): Promise<Refusal | undefined> {
  const answer = await core.tries.take(budget, policy.pinTries, core.now())
  return answer.taken ? undefined : refuse({ kind: "limited", retryAt: answer.retryAt, quota: policy.pinTries })
}

/** Growing waits bind one network to one account, so that a stranger cannot lock the owner out; only the cap is for all. */
async function waitOut({ accountCount, networkCount }: Names, core: Core): Promise<Refusal | undefined> {
  const now = core.now()
  const [onAccount, onNetwork] = await Promise.all([core.failures.read(accountCount), core.failures.read(networkCount)])
  if (onAccount && onAccount.count >= failureCap) {
    const quota: Quota = { name: "failures", points: failureCap, window: capLiftsAfter }
    const lifted = after(onAccount.lastAt, capLiftsAfter)
    return refuse({ kind: "limited", retryAt: lifted > now ? lifted : after(now, policy.firstWait), quota })
  }
  const wait = onNetwork ? waitAfter(onNetwork.count) : 0
  const retryAt = onNetwork ? after(onNetwork.lastAt, wait) : now
  const quota: Quota = { name: "wait", points: 1, window: wait }
  return retryAt > now ? refuse({ kind: "limited", retryAt, quota }) : undefined
}

function isRight({ pin, whitelabelId }: Guess, challenge: Challenge, core: Core): boolean {
  const matches = pinMatches(challenge, pin, core.keys)
  // Somebody known has the whitelabel of their account, whichever site they come by. A newcomer joins the one that they name.
  const isSameWhitelabel = challenge.accountId !== null || challenge.whitelabelId === whitelabelId
  return matches && isSameWhitelabel && challenge.expiresAt > core.now()
}

/** A new PIN is the way on. The time is the same for everybody: a running wait would tell who has an account. */
function triesSpent({ realm }: Caller, core: Core): Refusal {
  const quota: Quota = { name: "tries", points: pinRules[realm].tries, window: challengeLife }
  return refuse({ kind: "tries-spent", retryAt: after(core.now(), policy.firstWait), quota })
}

async function countFailure(
  names: Names,
  challenge: Challenge,
  { realm, address }: Caller,
  core: Core,
): Promise<Refusal> {
  const at = core.now()
  const { accountId } = challenge
  await core.failures.record(names.networkCount, at)
  const { count } = await core.failures.record(names.accountCount, at)
  const network = networkOf(address)
  if (count === failureCap && accountId)
    await core.events.append({ at, realm, kind: "pins-capped", accountId, network })
  return wrongPin(challenge)
}

/** One answer for wrong, expired, used and never sent. Tries left are for our own page: a decoy counts them alike. */
const wrongPin = ({ tries, realm, accountId }: Challenge) =>
  refuse({ kind: "wrong-pin", triesLeft: Math.max(0, pinRules[realm].tries - tries) }, { accountId })

/** The right PIN, a moment too late: not a failure. */
async function loser(challenge: Challenge, { networkBudget }: Names, core: Core): Promise<Refusal> {
  await core.challenges.returnTry(challenge.id)
  await core.tries.giveBack(networkBudget, core.now())
  return wrongPin(challenge)
}

async function open(
  challenge: Challenge,
  { subject }: Guess,
  names: Names,
  caller: Caller,
  core: Core,
): Promise<Tokens | Refusal | undefined> {
  const newAccount = challenge.accountId ? undefined : await accountOf(challenge, core)
  const account = newAccount ?? (await core.accounts.byId(challenge.accountId ?? ""))
  if (!account) return undefined
  // A change of phone that fell due meanwhile kills the challenge, which went to the phone before it.
  if (!newAccount) await settlePhoneChange(account, core)
  // Not before: whatever took effect on the way here is in the past of this sign-in.
  const now = core.now()
  const { session, tokens } = await mint({ account }, caller, core)
  const outcome = await core.redeem({
    challenge,
    newAccount,
    session,
    failureKeys: [names.accountCount, names.networkCount],
    coolDownSubject: coolDownSubject(caller.realm, subject),
    now,
  })
  if (outcome === "lost") return undefined
  if (outcome === "taken") return refuse({ kind: "email-taken" })
  const { phone } = challenge
  if (phone) core.later(() => noteVerified({ realm: caller.realm, subject, phone }, core))
  const kind = newAccount ? "registered" : "signed-in"
  const { realm, client } = caller
  await core.events.append({
    at: now,
    realm,
    kind,
    accountId: account.id,
    sessionId: session.id,
    client,
    network: session.network,
  })
  return tokens
}

async function accountOf(challenge: Challenge, core: Core): Promise<NewAccount> {
  const { applicant, phone, realm, whitelabelId } = challenge
  if (!applicant || !phone) throw new Error("a right PIN opened a challenge that belongs to nobody")
  const { firstName, lastName, phoneCountry, email = null } = applicant
  const now = core.now()
  return {
    id: core.newId(),
    number: await core.accounts.newNumber(),
    realm,
    firstName,
    lastName,
    email,
    emailVerified: false,
    phone,
    phoneCountry,
    whitelabelId,
    createdAt: now,
    lastSignInAt: now,
    phoneVerifiedAt: now,
    passwordHash: null,
    identities: [email === null ? { kind: "phone", value: phone } : { kind: "email", value: email }],
  }
}
