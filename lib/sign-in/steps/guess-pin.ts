import { pinRules, type Tried } from "@/lib/challenge/challenge"
import type { RightGuess } from "@/lib/challenge/right-guess"
import type { DrainingCharge } from "@/lib/limits/draining-budgets"
import { isRefusal, type No, refuse } from "@/lib/refusal"
import type { Caller } from "@/lib/sign-in/core"
import { type BeginNeeds, beginGuess, type GuessAt, type KnownGuesser } from "@/lib/sign-in/steps/begin-guess"
import { type ChargeNeeds, chargeGuess, chargesFor, countWrong, rightGuess } from "@/lib/sign-in/steps/guess-charges"
import { triesSpent } from "@/lib/sign-in/steps/spent-challenge"

/** A PIN that a caller typed, what it is for, and what it opens. */
export type PinGuess<Won> = Required<Pick<GuessAt, "target">> &
  GuessAt & {
    /** The challenge as this caller may see it, where that is not everything. */
    sees?(challenge: Tried): Tried
    /** Whether it is the challenge's PIN, and still unused. */
    isRight(challenge: Tried): boolean
    /** Uses the PIN up and does what it was typed for, in one statement with `takesBack`. Undefined: another call was first. */
    win(challenge: Tried, takesBack: RightGuess, paid: Paid): Promise<Won | undefined>
    /** What the same caller won with this PIN a moment ago, whose answer may have been lost. */
    wonBefore?(challenge: Tried): Promise<Won | undefined>
  }

/** Who guessed, and the draining budgets around them. */
export type Paid = { guesser: KnownGuesser; charges: DrainingCharge[] }

export type GuessNeeds = BeginNeeds & ChargeNeeds

/**
 * Every guess at a PIN takes these steps, in this order. It is paid for before it is looked at, on what the caller typed, whether or
 * not anybody has it. Wrong, expired, used and never sent are one answer, `wrong-pin`. A right PIN takes back the wrong ones that
 * the same guesser typed before it: a person who mistypes is no evidence of an attack.
 */
export async function guessPin<Won>(
  guess: PinGuess<Won>,
  caller: Caller,
  core: GuessNeeds,
): Promise<Won | No<"limited" | "tries-spent" | "wrong-pin">> {
  // 1. Who guesses, one from each of their budgets, their wait, and one of the challenge's tries.
  const guesser = await beginGuess(guess, caller, core)
  if (isRefusal(guesser)) return guesser
  if (!guesser.tried) return triesSpent(caller.realm, core)
  const challenge = guess.sees?.(guesser.tried) ?? guesser.tried
  // 2. What strangers may guess at this phone, from here, and in all.
  const charges = chargesFor(challenge, caller, core)
  const full = guesser.isHome ? undefined : await chargeGuess(charges, challenge, caller, core)
  if (full) return full
  // 3. The look.
  if (!guess.isRight(challenge)) {
    await countWrong(guesser, challenge.id, charges, core)
    return wrongPin(challenge)
  }
  // 4. What it was typed for, and all that it takes back. A moment too late is not a failure.
  const takesBack = rightGuess(guesser, challenge, charges)
  const won = challenge.usedAt ? undefined : await guess.win(challenge, takesBack, { guesser, charges })
  if (won !== undefined) return won
  await core.challenges.returnTry(challenge, takesBack, core.now())
  return (await guess.wonBefore?.(challenge)) ?? wrongPin(challenge)
}

/** One answer for wrong, expired, used and never sent. Tries left are for our own page: a decoy counts them alike. */
const wrongPin = ({ triesSpent, realm, accountId }: Tried) =>
  refuse({ kind: "wrong-pin", triesLeft: Math.max(0, pinRules[realm].tries - triesSpent) }, { accountId })
