import { hidesAccounts } from "@/lib/account/realm"
import type { Challenge, Tried } from "@/lib/challenge/challenge"
import { guessPolicy } from "@/lib/challenge/guess-policy"
import { creditAfter } from "@/lib/firewall/ledger/credits"
import { sealedName } from "@/lib/keys/key-ring"
import type { DrainingCharge } from "@/lib/limits/draining-budgets"
import { networkOf } from "@/lib/limits/network"
import { placeOf } from "@/lib/limits/place"
import { type Quota, type Refusal, refuse } from "@/lib/refusal"
import type { Caller, Core } from "@/lib/sign-in/core"
import type { KnownGuesser } from "@/lib/sign-in/steps/guesser"

/**
 * The budgets that a stranger's guess at this challenge is charged to. One that cannot open anything (expired, used, made up)
 * weighs nothing, so that it counts against the guesser alone. The account's budget is the phone's: there are as many emails
 * as anybody likes, and one phone. A decoy that was asked for has one of the same kind.
 */
export function chargesFor(challenge: Challenge, { realm, address }: Caller, core: Core): DrainingCharge[] {
  const network = networkOf(address)
  const place = placeOf(network)
  const { phone, keyHash, subject } = challenge
  const isLive = challenge.usedAt === null && challenge.expiresAt > core.now()
  // A newcomer's PIN opens nothing that anybody has, and nobody's opens nothing at all: networks are not asked about these. Where
  // accounts are hidden, all that was asked for is charged alike.
  const opensNothing = !hidesAccounts[realm] && (challenge.purpose === "register" || phone === null)
  const couldOpen = isLive && !opensNothing ? 1 : 0
  const named = (name: DrainingCharge["name"], what: string, weight: 0 | 1 = couldOpen): DrainingCharge => ({
    name,
    key: sealedName(core.keys, "guesses", name, what),
    policy: guessPolicy[name],
    weight,
  })
  // Nobody's challenge has a budget too, under what was typed: whoever joins with it later finds their own untouched.
  const target = phone ?? (keyHash ? subject : `nobody ${subject}`)
  return [
    named("account", `${realm}\n${target}`, isLive ? 1 : 0),
    ...(opensNothing ? [] : [named("network", `${realm}\n${network}`)]),
    ...(opensNothing || !place ? [] : [named("place", `${realm}\n${place}`)]),
    ...(opensNothing ? [] : [named("realm", realm)]),
  ]
}

/** Whether a guess weighs anything in a budget. */
export const isCharged = ({ weight }: DrainingCharge): boolean => weight > 0

/** Whether a guess was charged to its network: only what was paid there is ever given back there. */
export const isChargedToNetwork = (charges: readonly DrainingCharge[]): boolean =>
  charges.some((charge) => charge.name === "network" && isCharged(charge))

/** A guess that finds a budget full is not looked at, and costs no try. The owner is told when theirs is used up. */
export async function chargeGuess(
  charges: readonly DrainingCharge[],
  challenge: Tried,
  { realm, address }: Caller,
  core: Core,
): Promise<Refusal | undefined> {
  const at = core.now()
  const answer = await core.drainingBudgets.charge(charges, at)
  if (!answer.taken) {
    await core.challenges.returnTry(challenge)
    const { capacity, drains } = guessPolicy[answer.full]
    const quota: Quota = { name: `guesses-${answer.full}`, points: capacity, window: capacity * drains }
    return refuse({ kind: "limited", retryAt: answer.retryAt, quota }, { accountId: challenge.accountId })
  }
  const { accountId } = challenge
  const isLast = answer.left < 1 && charges.some(isCharged)
  // After the answer, whose time must not tell who has an account.
  if (isLast && accountId)
    core.later(() => core.events.append({ at, realm, kind: "pins-capped", accountId, network: networkOf(address) }))
  return undefined
}

/**
 * The guesser turned out to be the owner: what they mistyped counts for nothing, and on a known device they lift what strangers
 * used up.
 */
export async function forgiveGuesses(
  guesser: KnownGuesser,
  charges: readonly DrainingCharge[],
  challenge: Tried,
  core: Core,
): Promise<void> {
  const [account] = charges
  if (!guesser.isHome) {
    const mistyped = mistypedBy(guesser, challenge)
    const paid = isChargedToNetwork(charges) ? Math.min(guesser.failures?.charged ?? 0, mistyped) : mistyped
    await core.drainingBudgets.forgive(charges.filter(isCharged), paid + 1, core.now())
  } else if (account) await core.drainingBudgets.lift(account, core.now())
}

/**
 * How many wrong guesses the right one takes back: those of the same guesser at this very PIN. Under one subject there are others,
 * at which somebody may have guessed for other ends: a registration to a stranger's phone before one to their own.
 */
export const mistypedBy = ({ failures }: KnownGuesser, { triesSpent }: Tried): number =>
  Math.max(0, Math.min(failures?.count ?? 0, triesSpent - 1))

/** The phone's owner signed in here: where people do, more may be mistyped. A phone counts once, however often it signs in. */
export async function vouchFor(phone: string, charges: readonly DrainingCharge[], core: Core): Promise<void> {
  const now = core.now()
  const age = await core.firewall.credits.take(sealedName(core.keys, "signed in", phone), now)
  const weight = creditAfter(age, guessPolicy.network.halfLife)
  const around = charges.filter(({ name }) => name !== "account")
  await core.drainingBudgets.vouch(around, weight, now)
}
