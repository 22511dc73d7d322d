import { parseEmail } from "@/lib/account/email"
import { normalizePassword } from "@/lib/account/password"
import { policy } from "@/lib/limits/policy"
import { isRefusal, type Refusal, refuse } from "@/lib/refusal"
import type { Caller, Core } from "@/lib/sign-in/core"
import { mint, type Tokens } from "@/lib/sign-in/steps/mint"
import { spendTry } from "@/lib/sign-in/steps/spend-try"
import { takeOwnTurn, takeTurn } from "@/lib/sign-in/steps/take-turn"
import { after } from "@/lib/time"

/**
 * Trades an email and its password for a session. A wrong password and an email that nobody has are one answer, after the
 * same work: the same statements, and a hash either way.
 */
export async function passwordSignIn(
  request: { email: string; password: string },
  caller: Caller,
  core: Core,
): Promise<Tokens | Refusal> {
  const email = parseEmail(request.email)
  if (!email) return refuse({ kind: "invalid-email" })
  const crowded = await takeTurn(policy.passwordPlace, caller, core)
  if (crowded) return crowded
  const { passwordTries, passwordCap } = policy
  const owner = { realm: caller.realm, kind: "email", value: email } as const
  const limits = { perNetwork: passwordTries, perSubject: passwordCap }
  const spent = await spendTry({ subject: email, owner, ...limits }, caller, core)
  if (isRefusal(spent)) return spent

  const found = await core.accounts.withPassword(caller.realm, email)
  const right = await core.passwords.matches(found?.passwordHash, normalizePassword(request.password))
  if (right === "busy") {
    // The password was not looked at.
    await spent.returnTry()
    return refuse({ kind: "busy", retryAt: after(core.now(), policy.busy) })
  }
  const { realm, client } = caller
  const at = core.now()
  const account = found && right ? await core.accounts.byId(found.accountId) : undefined
  if (!account) {
    await spent.countFailure()
    return refuse({ kind: "wrong-password" }, { accountId: found?.accountId ?? null })
  }

  const limited = await takeOwnTurn(policy.signIns, account.id, caller, core, { accountId: account.id })
  if (limited) return limited
  const { session, tokens } = await mint({ account }, caller, core)
  await core.redeem({ session, now: at })
  await spent.succeed()
  const { id: sessionId, network } = session
  await core.events.append({ at, realm, client, kind: "signed-in", accountId: account.id, sessionId, network })
  return tokens
}
