import { createRemoteJWKSet, jwtVerify } from "jose"
import { hashToken } from "@/lib/session/token"
import { appsHere, shop } from "@/lib/testing/apps"
import { localServer, type Seen } from "@/lib/testing/local-server"
import type { TestOptions } from "@/lib/testing/test-auth"

const event = "http://schemas.openid.net/event/backchannel-logout"

/**
 * The shop, which listens for sign-outs behind a real socket, and an app that does not; somebody who is signed in to both from one
 * browser. `answers` are the statuses that the shop gives, 200 once they are through.
 */
export async function listeningApp(answers: number[] = [], options: TestOptions = {}) {
  const receiver = await localServer((_, response) => {
    response.writeHead(answers.shift() ?? 200, { location: "/elsewhere" }).end()
  })
  const listens = { ...shop, firstParty: true, backchannelLogoutUri: `${receiver.url}/out` }
  const deaf = { ...shop, id: "deaf", firstParty: true }
  const oauthClients = options.sameData ? {} : { oauthClients: [listens, deaf] }
  const there = await appsHere({ ...oauthClients, ...options })
  const { auth, origin, asking, redeem } = there
  const ada = there.browser()
  await ada.signIn(auth)
  const comeIn = async (client_id: string, browser = ada) => {
    const code = (await browser.open(asking({ client_id }))).query.get("code") ?? ""
    return (await redeem(code, { client_id })).body as { access_token: string; refresh_token: string; id_token: string }
  }
  /** What the shop was told, once it has checked it as the specification asks, by our published keys. */
  const told = async (seen: Seen | undefined) => {
    const keys = createRemoteJWKSet(new URL(`${origin}/.well-known/jwks.json`))
    const checks = {
      issuer: origin,
      audience: shop.id,
      typ: "logout+jwt",
      algorithms: ["RS256"],
      currentDate: auth.now(),
    }
    const { payload } = await jwtVerify(seen?.form.get("logout_token") ?? "", keys, checks)
    const { exp = 0, iat = 0, events, nonce } = payload as typeof payload & { events: object; nonce?: unknown }
    if (nonce !== undefined || exp - iat > 120 || exp <= iat) throw new Error("no logout token")
    if (JSON.stringify(events) !== JSON.stringify({ [event]: {} })) throw new Error("no logout event")
    return payload
  }
  const isIn = async ({ access_token }: { access_token: string }) => {
    const state = await auth.core.sessions.find(hashToken(access_token), "access", "openid", auth.now())
    return state?.revoked === false
  }
  return { ...there, ada, comeIn, told, isIn, seen: receiver.seen }
}
