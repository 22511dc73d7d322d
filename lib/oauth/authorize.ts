import { networkOf } from "@/lib/limits/network"
import { policy } from "@/lib/limits/policy"
import { type AppError, answerUrl } from "@/lib/oauth/answer-app"
import type { Answered, AppRequest } from "@/lib/oauth/app-request"
import { codeLife, type Method } from "@/lib/session/authorization-code"
import { provedAt, type SignedIn } from "@/lib/session/session"
import { hashToken } from "@/lib/session/token"
import type { Caller, Core } from "@/lib/sign-in/core"
import { takeOwnTurn } from "@/lib/sign-in/steps/take-turn"
import { after } from "@/lib/time"

/** Who is at the browser, and what happened there since this very request came first. */
export type AtBrowser = {
  signedIn: SignedIn | undefined
  methods: Method[]
  /** When it came first, if it sent them to sign in. */
  askedAt: Date | undefined
  /** What they said to the app's wish to know them. */
  said: "allow" | "deny" | undefined
}

/** What follows: an answer to the app, or a page of ours. `anew`: whoever is signed in must sign in again. */
export type Next = Answered | { page: "sign-in"; anew: boolean } | { page: "consent" }

type Needs = Pick<Core, "now" | "keys" | "limits" | "newToken" | "issuer" | "authorizationCodes" | "consents">

/**
 * Answers an app's request (OpenID Connect Core, 3.1.2): by a code where the person at the browser is signed in as the app wants it, and, unless
 * the app is our own, has let it know what it asks for.
 */
export async function authorize(request: AppRequest, browser: AtBrowser, caller: Caller, core: Needs): Promise<Next> {
  const { client, scopes, prompts } = request
  const { signedIn, said } = browser
  const no = (error: AppError, description: string): Answered => ({
    answer: answerUrl(request, { error, error_description: description }, core.issuer),
  })
  const isExpected = request.accountId === undefined || request.accountId === signedIn?.account.id
  const cameBack = isNewer(request, browser)
  if (!signedIn || !(isExpected || cameBack) || !(cameBack || isRecent(request, signedIn, core.now())))
    return prompts.has("none")
      ? no("login_required", "Nobody is signed in as the app asks for.")
      : { page: "sign-in", anew: signedIn !== undefined || mustBeNew(request) }
  if (!isExpected) return no("login_required", "Somebody else signed in.")
  if (said === "deny") return no("access_denied", "The person did not allow it.")
  if (!client.firstParty && said !== "allow") {
    const given = await core.consents.given(signedIn.account.id, client.id)
    if (prompts.has("consent") || !scopes.every((scope) => given.includes(scope)))
      return prompts.has("none") ? no("consent_required", "The person was not asked yet.") : { page: "consent" }
  }
  const about = { accountId: signedIn.account.id, sessionId: signedIn.session.id, client: client.id }
  const limited = await takeOwnTurn(policy.signIns, signedIn.account.id, caller, core, about)
  if (limited) return no("temporarily_unavailable", "There were too many sign-ins. Try again later.")
  return {
    answer: answerUrl(request, { code: await issue(request, signedIn, browser.methods, caller, core) }, core.issuer),
  }
}

/** The person signed in since the request came first; and proved who they are, where the app wants to see that. */
const isNewer = (request: AppRequest, { signedIn, askedAt }: AtBrowser): boolean =>
  signedIn !== undefined &&
  askedAt !== undefined &&
  (mustBeNew(request) ? provedAt(signedIn.session) : signedIn.session.createdAt) >= askedAt

const mustBeNew = ({ prompts, maxAge }: AppRequest): boolean =>
  prompts.has("login") || prompts.has("select_account") || maxAge !== undefined

/** Whether a session that was there already is as new as the app wants it. */
const isRecent = ({ prompts, maxAge }: AppRequest, { session }: SignedIn, now: Date): boolean =>
  !prompts.has("login") &&
  !prompts.has("select_account") &&
  (maxAge === undefined || after(provedAt(session), maxAge * 1000) > now)

async function issue(
  { client, redirectUri, challenge, scopes, nonce }: AppRequest,
  { account, session }: SignedIn,
  methods: Method[],
  { address, userAgent }: Caller,
  core: Needs,
): Promise<string> {
  const code = core.newToken()
  const issuedAt = core.now()
  await core.authorizationCodes.insert({
    hash: hashToken(code),
    client: client.id,
    accountId: account.id,
    browserId: session.id,
    ...{ redirectUri, challenge, scopes, nonce, methods },
    signedInAt: provedAt(session),
    network: networkOf(address),
    userAgent: userAgent?.slice(0, 300) ?? null,
    issuedAt,
    expiresAt: after(issuedAt, codeLife),
  })
  return code
}
