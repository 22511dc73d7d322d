import { hidesAccounts } from "@/lib/account/realm"
import type { Challenge, Tried } from "@/lib/challenge/challenge"
import { guessPolicy } from "@/lib/challenge/guess-policy"
import type { RightGuess } from "@/lib/challenge/right-guess"
import { sealedName } from "@/lib/keys/key-ring"
import type { DrainingCharge } from "@/lib/limits/draining-budgets"
import { networkOf } from "@/lib/limits/network"
import { placeOf } from "@/lib/limits/place"
import { type No, type Quota, refuse } from "@/lib/refusal"
import type { Caller, Core } from "@/lib/sign-in/core"
import type { KnownGuesser } from "@/lib/sign-in/steps/begin-guess"
import { eventOf } from "@/lib/sign-in/steps/event-of"

/**
 * The budgets that a stranger's guess at this challenge is charged to. One that cannot open anything (expired, used, made up)
 * weighs nothing, so that it counts against the guesser alone. The account's budget is the phone's: there are as many emails
 * as anybody likes, and one phone. A decoy that was asked for has one of the same kind.
 */
export function chargesFor(
  challenge: Challenge,
  { realm, address }: Caller,
  core: Pick<Core, "now" | "keys">,
): DrainingCharge[] {
  const network = networkOf(address)
  const place = placeOf(network)
  const { phone, keyHash, subject } = challenge
  const isLive = challenge.usedAt === null && challenge.expiresAt > core.now()
  // A newcomer's PIN opens no existing account, and a decoy's opens nothing at all: networks are not charged for these. Where
  // accounts are hidden, all that was asked for is charged alike.
  const opensNothing = !hidesAccounts[realm] && (challenge.purpose === "register" || phone === null)
  const couldOpen = isLive && !opensNothing ? 1 : 0
  const named = (name: DrainingCharge["name"], what: string, weight: 0 | 1 = couldOpen): DrainingCharge => ({
    name,
    key: sealedName(core.keys, "guesses", name, what),
    policy: guessPolicy[name],
    weight,
  })
  // A decoy has a budget too, named after what was typed: a person who joins with it later has an untouched one of their own.
  const target = phone ?? (keyHash ? subject : `nobody ${subject}`)
  return [
    named("account", `${realm}\n${target}`, isLive ? 1 : 0),
    ...(opensNothing ? [] : [named("network", `${realm}\n${network}`)]),
    ...(opensNothing || !place ? [] : [named("place", `${realm}\n${place}`)]),
    ...(opensNothing ? [] : [named("realm", realm)]),
  ]
}

/** Whether a guess weighs anything in a budget. */
const isCharged = ({ weight }: DrainingCharge): boolean => weight > 0

/** Whether a guess was charged to its network: only what was paid there is ever given back there. */
const isChargedToNetwork = (charges: readonly DrainingCharge[]): boolean =>
  charges.some((charge) => charge.name === "network" && isCharged(charge))

/**
 * Charges a guess before it is looked at. One that finds a budget full is not looked at, and costs no try. The realm's, which
 * refuses nothing, is charged for what turns out wrong alone: it is everybody's, and each who is right would wait for it.
 */
export async function chargeGuess(
  charges: readonly DrainingCharge[],
  challenge: Tried,
  caller: Caller,
  core: ChargeNeeds,
): Promise<No<"limited"> | undefined> {
  const at = core.now()
  const answer = await core.drainingBudgets.charge(charges.map(beforeLook), at)
  if (!answer.taken) {
    await core.challenges.returnTry(challenge, undefined, at)
    const { capacity, drains } = guessPolicy[answer.full]
    const quota: Quota = { name: `guesses-${answer.full}`, points: capacity, window: capacity * drains }
    return refuse({ kind: "limited", retryAt: answer.retryAt, quota }, { accountId: challenge.accountId })
  }
  const { accountId } = challenge
  const isLast = answer.left < 1 && charges.some(isCharged)
  // The owner is told when theirs is used up: after the answer, whose time must not tell who has an account.
  if (isLast && accountId) core.later(() => core.events.append(eventOf("pins-capped", caller, { at, accountId })))
  return undefined
}

export type ChargeNeeds = Pick<Core, "now" | "challenges" | "drainingBudgets" | "later" | "events">

const beforeLook = (charge: DrainingCharge): DrainingCharge =>
  charge.name === "realm" ? { ...charge, weight: 0 } : charge

/** Counts a wrong guess, at its guesser and in its realm. */
export const countWrong = (
  { isHome, row }: KnownGuesser,
  challenge: string | undefined,
  charges: readonly DrainingCharge[],
  core: Pick<Core, "now" | "guesses">,
): Promise<void> => {
  const paid = isHome ? [] : charges.filter(isCharged)
  return core.guesses.fail(
    { row, challenge, charged: isChargedToNetwork(paid) },
    paid.filter(({ name }) => name === "realm"),
    core.now(),
  )
}

/**
 * What a right guess takes back: the guesser turned out to be the owner, what they mistyped counts for nothing, and on a known
 * device they lift what strangers used up. Of the wrong ones only those at this very PIN are theirs, and right ones at the same moment are none: under one subject there are
 * others, which may have been guessed at for other ends, such as a registration to a stranger's phone before one to their own.
 */
export function rightGuess(
  { isHome, row, budgets }: KnownGuesser,
  { id: challenge, realm }: Tried,
  charges: readonly DrainingCharge[],
): RightGuess {
  const paid = isHome ? [] : charges.filter(isCharged)
  return {
    row,
    budgets,
    challenge,
    charges: paid.map(beforeLook),
    onlyCharged: isChargedToNetwork(paid),
    // Where accounts are hidden, a stranger who is heard again would know that the owner signed in.
    lift: isHome && !hidesAccounts[realm] ? charges.find(({ name }) => name === "account") : undefined,
  }
}

/** The phone's owner signed in here: where people do, more may be mistyped. A phone counts once, however often it signs in. */
export const vouchFor = (
  phone: string,
  charges: readonly DrainingCharge[],
  core: Pick<Core, "now" | "keys" | "drainingBudgets">,
): Promise<void> => {
  const around = charges.filter(({ name }) => name !== "account")
  return core.drainingBudgets.vouch(sealedName(core.keys, "signed in", phone), around, core.now())
}
