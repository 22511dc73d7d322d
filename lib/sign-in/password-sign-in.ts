import { parseEmail } from "@/lib/account/email"
import { normalizePassword } from "@/lib/account/password"
import { guessCaps } from "@/lib/challenge/guess-caps"
import type { RightGuess } from "@/lib/challenge/right-guess"
import { policy } from "@/lib/limits/policy"
import { isRefusal, type No, refuse } from "@/lib/refusal"
import type { Caller, Core } from "@/lib/sign-in/core"
import { type BeginNeeds, beginGuess, type KnownGuesser } from "@/lib/sign-in/steps/begin-guess"
import { eventOf } from "@/lib/sign-in/steps/event-of"
import { countWrong } from "@/lib/sign-in/steps/guess-charges"
import { type Minting, mint, type Tokens } from "@/lib/sign-in/steps/mint"
import { takeOwnTurn } from "@/lib/sign-in/steps/take-turn"
import { after } from "@/lib/time"

type Needs = Minting & BeginNeeds & Pick<Core, "accounts" | "passwords" | "tries" | "limits" | "redeem">

/**
 * Trades an email and its password for a session. A wrong password and an unknown email get one answer, after the
 * same work: the same statements, and a hash either way.
 */
export async function passwordSignIn(
  request: { email: string; password: string },
  caller: Caller,
  core: Needs,
): Promise<Tokens | No<"invalid-email" | "wrong-password" | "limited" | "busy">> {
  const email = parseEmail(request.email)
  if (!email) return refuse({ kind: "invalid-email" })
  const owner = { realm: caller.realm, kind: "email", value: email } as const
  const guesser = await beginGuess({ subject: email, owner, caps: guessCaps.password }, caller, core)
  if (isRefusal(guesser)) return guesser

  const found = await core.accounts.withPassword(caller.realm, email)
  const right = await core.passwords.matches(found?.passwordHash, normalizePassword(request.password))
  if (right === "busy") {
    // The password was not looked at.
    await core.tries.giveBack(guesser.budgets, core.now())
    return refuse({ kind: "busy", retryAt: after(core.now(), policy.busy) })
  }
  const account = found && right ? await core.accounts.byId(found.accountId) : undefined
  if (!account) {
    await countWrong(guesser, undefined, [], core)
    return refuse({ kind: "wrong-password" }, { accountId: found?.accountId ?? null })
  }

  const { id: accountId } = account
  const limited = await takeOwnTurn(policy.signIns, accountId, caller, core, { accountId })
  if (limited) return limited
  const { session, tokens } = await mint({ account }, caller, core)
  const now = core.now()
  const event = eventOf("signed-in", caller, { at: now, accountId, sessionId: session.id })
  await core.redeem({ session, guess: rightPassword(guesser), event, now })
  return tokens
}

/** A right password takes back all that the same guesser got wrong at this email. */
const rightPassword = ({ row, budgets }: KnownGuesser): RightGuess => ({
  row,
  budgets,
  challenge: undefined,
  charges: [],
  onlyCharged: false,
  lift: undefined,
})
