import { hidesAccounts } from "@/lib/account/realm"
import { type Challenge, type Guesser, pinRules, type Tried } from "@/lib/challenge/challenge"
import { pinMatches } from "@/lib/challenge/pin"
import { noteVerified } from "@/lib/firewall/ledger/verified"
import { coolDownSubject } from "@/lib/firewall/rules/cool-down"
import { sealedName } from "@/lib/keys/key-ring"
import type { DrainingCharge } from "@/lib/limits/draining-budgets"
import { networkOf } from "@/lib/limits/network"
import { policy } from "@/lib/limits/policy"
import { isRefusal, type Refusal, refuse } from "@/lib/refusal"
import type { Owner } from "@/lib/session/session"
import type { Caller, Core } from "@/lib/sign-in/core"
import {
  chargeGuess,
  chargesFor,
  forgiveGuesses,
  isCharged,
  isChargedToNetwork,
  mistypedBy,
  vouchFor,
} from "@/lib/sign-in/steps/guess-charges"
import { guesserOf, type KnownGuesser } from "@/lib/sign-in/steps/guesser"
import { mint, type Tokens } from "@/lib/sign-in/steps/mint"
import { newAccountOf } from "@/lib/sign-in/steps/new-account"
import { settlePhoneChange } from "@/lib/sign-in/steps/settle-phone-change"
import { waitOut } from "@/lib/sign-in/steps/spend-try"
import { triesSpent } from "@/lib/sign-in/steps/spent-challenge"
import { takeTurn } from "@/lib/sign-in/steps/take-turn"

/** A PIN that somebody typed, and the challenge that it is for. */
export type Guess = {
  /** What the caller typed to be found, or what their key stands for, and the account that it finds. */
  subject: string
  owner: Owner
  pin: string
  whitelabelId: number
  /** Spends one try, in one statement. */
  spend(guesser: Guesser): Promise<Tried | "spent">
}

/**
 * Trades a right PIN for a session. Wrong, expired, used and never sent are one answer, `wrong-pin`. Every guess is paid for
 * before it is looked at, on what the caller typed, whether or not anybody has it. A right PIN takes back the wrong ones that
 * the same guesser typed before it: whoever mistypes is no evidence of an attack.
 */
export async function redeemPin(guess: Guess, caller: Caller, core: Core): Promise<Tokens | Refusal> {
  const guesser = await guesserOf(guess.owner, guess.subject, caller, core)
  const budget = budgetOf(guesser, caller)
  const limited =
    (guesser.isHome ? undefined : await takeTurn(policy.pinPlace, caller, core)) ??
    (await takeOne(budget, core)) ??
    waitOut(guesser, core)
  if (limited) return limited

  const challenge = await guess.spend(guesser)
  if (challenge === "spent") return triesSpent(caller.realm, core)
  const charges = chargesFor(challenge, caller, core)
  const unheard = guesser.isHome ? undefined : await chargeGuess(charges, challenge, caller, core)
  if (unheard) return unheard

  const paid: Paid = { guesser, budget, charges }
  if (!isRight(guess, challenge, core)) return countFailure(paid, challenge, core)
  const session = challenge.usedAt ? undefined : await open(challenge, guess, paid, caller, core)
  if (session === undefined) return loser(challenge, paid, core)
  if (!isRefusal(session)) {
    await core.tries.giveBack([budget], core.now(), mistypedBy(guesser, challenge) + 1)
    await forgiveGuesses(guesser, charges, challenge, core)
    const { phone } = challenge
    if (phone) core.later(() => vouchFor(phone, charges, core))
  }
  return session
}

/** One from the budget of tries that a network has, whatever it guesses at. */
export const takeTry = (caller: Caller, core: Core): Promise<Refusal | undefined> =>
  takeOne(
    budgetOf({ isHome: false, network: sealedName(core.keys, "network", networkOf(caller.address)) }, caller),
    core,
  )

/** What a guess was charged to. */
type Paid = { guesser: KnownGuesser; budget: string; charges: DrainingCharge[] }

/** A known device has tries of its own, which whoever shares its network cannot use up. */
const budgetOf = ({ isHome, network, row }: Guesser & { row?: string }, { realm }: Caller) =>
  `${policy.pinTries.name}:${realm}:${isHome ? row : network}`

async function takeOne(budget: string, core: Core): Promise<Refusal | undefined> {
  const answer = await core.tries.take([{ key: budget, quota: policy.pinTries }], core.now())
  return answer.taken ? undefined : refuse({ kind: "limited", retryAt: answer.retryAt, quota: policy.pinTries })
}

function isRight({ pin, whitelabelId }: Guess, challenge: Challenge, core: Core): boolean {
  const matches = pinMatches(challenge, pin, core.keys)
  // Somebody known has the whitelabel of their account, whichever site they come by. A newcomer joins the one that they name.
  const isSameWhitelabel = challenge.accountId !== null || challenge.whitelabelId === whitelabelId
  return matches && isSameWhitelabel && challenge.expiresAt > core.now()
}

async function countFailure({ guesser, charges }: Paid, challenge: Tried, core: Core): Promise<Refusal> {
  await core.failures.record(guesser.row, !guesser.isHome && isChargedToNetwork(charges), core.now())
  return wrongPin(challenge)
}

/** One answer for wrong, expired, used and never sent. Tries left are for our own page: a decoy counts them alike. */
const wrongPin = ({ triesSpent, realm, accountId }: Tried) =>
  refuse({ kind: "wrong-pin", triesLeft: Math.max(0, pinRules[realm].tries - triesSpent) }, { accountId })

/** The right PIN, a moment too late: not a failure. */
async function loser(challenge: Tried, { guesser, budget, charges }: Paid, core: Core): Promise<Refusal> {
  await core.challenges.returnTry(challenge)
  await core.tries.giveBack([budget], core.now())
  if (!guesser.isHome) await core.drainingBudgets.forgive(charges.filter(isCharged), 1, core.now())
  return wrongPin(challenge)
}

async function open(
  challenge: Challenge,
  { subject }: Guess,
  { guesser }: Paid,
  caller: Caller,
  core: Core,
): Promise<Tokens | Refusal | undefined> {
  const newAccount = challenge.accountId ? undefined : await newAccountOf(challenge, core)
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
    failureKeys: [guesser.row],
    // Where accounts are hidden, a wait that ends early would tell that somebody signed in.
    ...(!hidesAccounts[caller.realm] && { coolDownSubject: coolDownSubject(caller.realm, subject, core.keys) }),
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
