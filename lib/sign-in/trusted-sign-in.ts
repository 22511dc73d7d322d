import type { Account } from "@/lib/account/account"
import { parseEmail } from "@/lib/account/email"
import type { FoundTrust } from "@/lib/account/trusted-device"
import type { Key } from "@/lib/keys/key-ring"
import { policy } from "@/lib/limits/policy"
import type { No } from "@/lib/refusal"
import { grace } from "@/lib/session/policy"
import { hashToken } from "@/lib/session/token"
import { nextTrustToken, trustIdOf } from "@/lib/session/trust-token"
import type { Caller, Core } from "@/lib/sign-in/core"
import { eventOf } from "@/lib/sign-in/steps/event-of"
import { languageOf } from "@/lib/sign-in/steps/language-of"
import { type Minting, mint, type Tokens, write } from "@/lib/sign-in/steps/mint"
import { type Seed, seedFrom } from "@/lib/sign-in/steps/seed-of"
import { takeOwnTurn, takeTurn } from "@/lib/sign-in/steps/take-turn"
import { after } from "@/lib/time"

export type TrustedSignIn = {
  email: string
  /** The tokens of the browser's trusts, each of an account of its own. */
  tokens: readonly string[]
  /** The whitelabel at whose own host the browser is, or `ourHost`. */
  host: number
  /** Phones that operate the console, which are always texted. */
  operatorPhones: readonly string[]
}

/** A session, what the browser holds from now on in place of the token that it showed, and what its session is known by there. */
export type TrustedEntry = { tokens: Tokens; shown: string; next: string; browserToken: string }

type Needs = Minting & Pick<Core, "limits" | "trustedDevices" | "sessions" | "redeem">

/**
 * Signs in by a browser whose owner asked for no more texts there. Undefined where it shows no trust of this email's account that holds: what follows is
 * then what everybody gets. Only trusts that the browser shows are looked up, so that nothing tells who has an account. Each use replaces the
 * token. Within ten seconds the one before it gets the same session and the same successor, since a person has tabs and answers get
 * lost; any other old token was copied, and ends the trust and its session.
 */
export async function trustedSignIn(
  { email: typed, tokens, host, operatorPhones }: TrustedSignIn,
  caller: Caller,
  core: Needs,
): Promise<TrustedEntry | No<"limited"> | undefined> {
  const email = parseEmail(typed)
  if (!email || tokens.length === 0) return undefined
  const limited = await takeTurn(policy.trustedDevices, caller, core)
  if (limited) return limited
  const found = await core.trustedDevices.find(tokens.map(trustIdOf), caller.realm, email, core.now())
  const shown = tokens.find((token) => trustIdOf(token) === found?.device.id)
  if (!found || !shown || !holds(found, host, core.now())) return undefined
  const { device, account } = found
  const about = { accountId: account.id }
  if (device.hash !== hashToken(shown)) return usedBefore(shown, found, caller, core)
  const tooMany = await takeOwnTurn(policy.signIns, account.id, caller, core, about)
  if (tooMany) return tooMany

  const key = core.keys.current
  const entry = { ...entryOf(shown, key), account }
  const minted = await mint({ account, seed: entry.seed }, { ...caller, newBrowserToken: entry.browserToken }, core)
  const session = { ...minted.session, provedAt: device.createdAt }
  const at = core.now()
  const event = eventOf("signed-in-on-trusted-device", caller, { at, ...about, sessionId: session.id })
  const trust = { id: device.id, host, hash: device.hash, nextHash: hashToken(entry.next), operatorPhones }
  const outcome = await core.redeem({ trust, session, ...languageOf(caller), event, now: at })
  if (typeof outcome !== "string") return { tokens: minted.tokens, ...partsOf(entry) }
  // Another use came first, or the account may have no trust.
  const since = await core.trustedDevices.find([device.id], caller.realm, email, core.now())
  return since && since.device.hash !== device.hash ? usedBefore(shown, since, caller, core) : undefined
}

/** Whether a trust could open its account here, but for its token. A change of phone that is due has ended it. */
const holds = ({ device, lives, isChangeDue }: FoundTrust, host: number, now: Date): boolean =>
  lives && !isChangeDue && device.host === host && device.endsAt > now

type Entry = { shown: string; next: string; browserToken: string; seed: Seed }

/** What a token opens: made of it, so that who shows it again within the grace gets the same, and nothing readable is stored. */
function entryOf(shown: string, key: Key): Entry {
  const seed = seedFrom(`trust\n${shown}`, key)
  // A browser's session has no refresh token: that part names the browser.
  return { shown, next: nextTrustToken(shown, key), browserToken: seed.refreshSecret, seed }
}

const partsOf = ({ shown, next, browserToken }: Entry) => ({ shown, next, browserToken })

/** The token was used before: another tab, a lost answer, or a copy. */
async function usedBefore(
  shown: string,
  { device, account }: FoundTrust,
  caller: Caller,
  core: Needs,
): Promise<TrustedEntry | undefined> {
  const now = core.now()
  const { id, hash, formerHash, rotatedAt, sessionId } = device
  if (formerHash === hashToken(shown) && rotatedAt && after(rotatedAt, grace) > now) {
    for (const key of core.keys.all) {
      const entry = entryOf(shown, key)
      if (hashToken(entry.next) === hash) return openedJustNow(entry, account, caller, core)
    }
    return undefined
  }
  const event = eventOf("trust-reused", caller, { at: now, accountId: account.id, sessionId })
  await core.trustedDevices.reused(id, hashToken(shown), now, event)
  return undefined
}

/** The session that this token opened, if nothing has ended or used it since. */
async function openedJustNow(
  entry: Entry,
  account: Account,
  caller: Caller,
  core: Needs,
): Promise<TrustedEntry | undefined> {
  const begun = await core.sessions.begun(entry.seed.sessionId)
  if (!begun) return undefined
  const { session } = begun
  const next = { session, account, secret: entry.seed.secret, refreshToken: "", issuedAt: session.createdAt }
  const { tokens } = await write(next, caller, core)
  return { tokens, ...partsOf(entry) }
}
