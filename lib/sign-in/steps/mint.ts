import type { Account } from "@/lib/account/account"
import type { Language } from "@/lib/account/language"
import { networkOf } from "@/lib/limits/network"
import { type Audience, sessionPolicies } from "@/lib/session/policy"
import type { NewSession, NewToken, Session } from "@/lib/session/session"
import { hashToken } from "@/lib/session/token"
import type { Caller, Core } from "@/lib/sign-in/core"
import type { Seed } from "@/lib/sign-in/steps/seed-of"
import { after, type Duration, epochSeconds, secondsUntil } from "@/lib/time"

/** What a signed-in caller holds. `refreshToken` is empty where the audience has none. */
export type Tokens = {
  accessToken: string
  refreshToken: string
  /** The access token's life in seconds, and its end. */
  expiresIn: number
  expiresAt: Date
  issuedAt: Date
  scopes: string[]
  accountId: string
  /** What the account is spoken to in, where a sign-in tells. */
  language?: Language | null
}

/** Whom a session is for: an account, or a machine, which has none. */
export type Owner = { account: Account; scopes?: string[] } | { account: null; scopes: string[] }

/** What it takes to write tokens. */
export type Minting = Pick<Core, "now" | "newId" | "newToken" | "keys" | "issuer" | "signer" | "accessLifetime">

/** A new session and the tokens that open it. Only their hashes go into the session. */
export async function mint(
  owner: Owner & { seed?: Seed | undefined },
  caller: Caller,
  core: Minting,
): Promise<{ session: NewSession; tokens: Tokens }> {
  const now = core.now()
  const policy = sessionPolicies[caller.audience]
  const session: Session = {
    id: owner.seed?.sessionId ?? core.newId(),
    accountId: owner.account?.id ?? null,
    audience: caller.audience,
    client: caller.client,
    scopes: [...(owner.scopes ?? policy.scopes ?? [])],
    deviceHash: caller.device ? hashToken(caller.device) : null,
    browserHash: caller.newBrowserToken ? hashToken(caller.newBrowserToken) : null,
    network: networkOf(caller.address),
    userAgent: caller.userAgent?.slice(0, 300) ?? null,
    createdAt: now,
    provedAt: null,
    lastSeenAt: now,
    endsAt: after(now, owner.account ? policy.session : lifeOfMachine(caller.audience)),
  }
  const refreshToken =
    policy.refresh && owner.account ? `${policy.refreshPrefix}${owner.seed?.refreshSecret ?? core.newToken()}` : ""
  const secret = owner.seed?.secret ?? core.newToken()
  const next = { session, account: owner.account, secret, refreshToken, issuedAt: now }
  const { tokens, stored } = await write(next, caller, core)
  return { session: { ...session, tokens: stored }, tokens }
}

/** What is written into a session's next tokens. */
export type Next = { session: Session; account: Account | null; secret: string; refreshToken: string; issuedAt: Date }

/** A session's next access token in its audience's form, beside the refresh token that goes with it. */
export async function write(
  next: Next,
  caller: Caller,
  core: Minting,
): Promise<{ tokens: Tokens; stored: NewToken[] }> {
  const { session, account, secret, refreshToken, issuedAt } = next
  const { refresh } = sessionPolicies[session.audience]
  const end = (life: number) => earlier(after(issuedAt, life), session.endsAt)
  const life = account ? core.accessLifetime(session.audience, session.client) : lifeOfMachine(session.audience)
  const expiresAt = end(life)
  const accessToken = await writeAccessToken({ session, account, secret, issuedAt, expiresAt }, caller, core)
  const stored: NewToken[] = [{ hash: hashToken(accessToken), kind: "access", expiresAt }]
  if (refresh && refreshToken) stored.push({ hash: hashToken(refreshToken), kind: "refresh", expiresAt: end(refresh) })
  const expiresIn = secondsUntil(expiresAt, issuedAt)
  const { scopes } = session
  return {
    tokens: {
      accessToken,
      refreshToken,
      expiresIn,
      expiresAt,
      issuedAt,
      scopes,
      accountId: account?.id ?? "",
      language: account?.language ?? null,
    },
    stored,
  }
}

function lifeOfMachine(audience: Audience): Duration {
  const { machine } = sessionPolicies[audience]
  if (!machine) throw new Error("this audience has no tokens for machines")
  return machine
}

type AccessToken = { session: Session; account: Account | null; secret: string; issuedAt: Date; expiresAt: Date }

/** RFC 9068 names the claims; a dialect adds or renames its own. The secret is the `jti`, so that no two are alike. */
async function writeAccessToken(token: AccessToken, caller: Caller, core: Minting): Promise<string> {
  const { session, account, secret, issuedAt, expiresAt } = token
  const { format } = sessionPolicies[session.audience]
  if (format === "opaque") return secret
  const claims = {
    iss: core.issuer,
    sub: account?.id ?? session.client,
    aud: resourceOf(session.audience, core.issuer),
    client_id: session.client,
    iat: epochSeconds(issuedAt),
    exp: epochSeconds(expiresAt),
    jti: secret,
    sid: session.id,
    scope: session.scopes.join(" "),
  }
  return core.signer.sign(format, session.audience, { ...claims, ...(account && caller.claims?.(account)) })
}

/** Whom a token is for (RFC 9068, 3): an app's is for userinfo alone, so that no server takes it for a shopper's. */
export const resourceOf = (audience: Audience, issuer: string): string =>
  audience === "openid" ? `${issuer}/oauth/userinfo` : issuer

const earlier = (one: Date, other: Date) => (one < other ? one : other)
