import type { Account } from "@/lib/account/account"
import { hidesAccounts } from "@/lib/account/realm"
import type { Tried } from "@/lib/challenge/challenge"
import { guessCaps } from "@/lib/challenge/guess-caps"
import { pinMatches } from "@/lib/challenge/pin"
import type { RightGuess } from "@/lib/challenge/right-guess"
import { noteVerified } from "@/lib/firewall/ledger/verified"
import { coolDownSubject } from "@/lib/firewall/rules/cool-down"
import { isRefusal, type No, refuse } from "@/lib/refusal"
import type { Owner } from "@/lib/session/session"
import type { Caller, Core } from "@/lib/sign-in/core"
import { eventOf } from "@/lib/sign-in/steps/event-of"
import { vouchFor } from "@/lib/sign-in/steps/guess-charges"
import { type GuessNeeds, guessPin, type PinGuess } from "@/lib/sign-in/steps/guess-pin"
import { languageOf } from "@/lib/sign-in/steps/language-of"
import { type Minting, mint, type Tokens } from "@/lib/sign-in/steps/mint"
import { newAccountOf } from "@/lib/sign-in/steps/new-account"
import { openedBefore } from "@/lib/sign-in/steps/opened-before"
import { seedOf } from "@/lib/sign-in/steps/seed-of"
import { settlePhoneChange } from "@/lib/sign-in/steps/settle-phone-change"

/** A PIN that a caller typed to sign in, and the challenge that it is for. */
export type TypedPin = {
  /** What the caller typed to be found, or what their key stands for, and the account that it finds. */
  subject: string
  owner: Owner
  pin: string
  whitelabelId: number
} & Pick<PinGuess<unknown>, "target" | "sees">

/** A session, and whose it is. */
export type Redeemed = { tokens: Tokens; account: Account }

/** What it takes to turn a PIN into a session. */
export type RedeemNeeds = GuessNeeds &
  Minting &
  Pick<Core, "accounts" | "phoneChanges" | "redeem" | "firewall" | "sessions">

/** Trades a right PIN for a session: of a newcomer's account, which it makes, or of a known person's. */
export async function redeemPin(
  typed: TypedPin,
  caller: Caller,
  core: RedeemNeeds,
): Promise<Redeemed | No<"limited" | "tries-spent" | "wrong-pin" | "email-taken">> {
  const { subject, owner, target, sees } = typed
  return guessPin(
    {
      subject,
      owner,
      caps: guessCaps.pin,
      target,
      ...(sees && { sees }),
      isRight: (challenge) => isRight(typed, challenge, core),
      async win(challenge, takesBack, { guesser: { network }, charges }) {
        const opened = await open(challenge, typed, takesBack, caller, core)
        const { phone, issuedAt } = challenge
        if (!opened || isRefusal(opened) || !phone) return opened
        core.later(() => noteVerified({ realm: caller.realm, subject, phone, network, issuedAt }, core))
        core.later(() => vouchFor(phone, charges, core))
        return opened
      },
      wonBefore: (challenge) => openedBefore(challenge, caller, core),
    },
    caller,
    core,
  )
}

function isRight({ pin, whitelabelId }: TypedPin, challenge: Tried, core: Pick<Core, "now" | "keys">): boolean {
  const matches = pinMatches(challenge, pin, core.keys)
  // An existing account keeps its whitelabel, whichever site its owner comes by. A newcomer joins the one that they name.
  const isSameWhitelabel = challenge.accountId !== null || challenge.whitelabelId === whitelabelId
  return matches && isSameWhitelabel && challenge.expiresAt > core.now()
}

async function open(
  challenge: Tried,
  { subject }: TypedPin,
  guess: RightGuess,
  caller: Caller,
  core: RedeemNeeds,
): Promise<Redeemed | No<"email-taken"> | undefined> {
  const { accountId, account: known, isChangeDue } = challenge
  const newAccount = accountId ? undefined : await newAccountOf(challenge, caller, core)
  // A number that is drawn as the account is made stands in no token.
  const account = known ?? (newAccount && { ...newAccount, number: newAccount.number ?? 0 })
  if (!account) return undefined
  // A change of phone that fell due meanwhile kills the challenge, which went to the phone before it.
  if (known && isChangeDue) await settlePhoneChange(known, core)
  // Not before: whatever took effect on the way here is in the past of this sign-in.
  const now = core.now()
  const { session, tokens } = await mint({ account, seed: seedOf(challenge, caller, core.keys) }, caller, core)
  const kind = newAccount ? "registered" : "signed-in"
  const outcome = await core.redeem({
    challenge,
    newAccount,
    session,
    ...languageOf(caller),
    guess,
    // Where accounts are hidden, a wait that ends early would tell that the owner signed in.
    ...(!hidesAccounts[caller.realm] && { coolDownSubject: coolDownSubject(caller.realm, subject, core.keys) }),
    event: eventOf(kind, caller, { at: now, accountId: account.id, sessionId: session.id }),
    now,
  })
  if (outcome === "lost") return undefined
  if (outcome === "taken") return refuse({ kind: "email-taken" })
  return { tokens, account: { ...account, number: outcome.number, lastSignInAt: now } }
}
