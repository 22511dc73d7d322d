import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import * as client from "openid-client"

/** The clients of the server under test: an app of its own, and somebody else's that keeps no secret. Each listens where it finds room. */
export const apps = {
  own: { id: "own-app", secret: "only-for-end-to-end-tests", name: "Our shop", first_party: true },
  other: { id: "other-app", name: "The Forum", first_party: false },
} as const
export const oauthClients = Object.values(apps).map((app) => ({
  ...app,
  redirect_uris: ["http://127.0.0.1/callback"],
  post_logout_redirect_uris: ["http://127.0.0.1/bye"],
}))

/** A small app that signs people in by a stock client library: at `/`, with whatever the query says. */
export async function startApp(issuer: string, which: keyof typeof apps) {
  const { id, ...app } = apps[which]
  const way = "secret" in app ? client.ClientSecretBasic(app.secret) : client.None()
  const config = await client.discovery(new URL(issuer), id, undefined, way, {
    execute: [client.allowInsecureRequests],
  })
  const [verifier, state, nonce] = [client.randomPKCECodeVerifier(), client.randomState(), client.randomNonce()]
  let idToken = ""
  const pages: Record<string, (url: URL) => Promise<{ to: string } | { page: string }>> = {
    "/": async ({ searchParams }) => {
      const challenge = {
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      }
      const asked = { redirect_uri: `${origin}/callback`, scope: "openid profile email", state, nonce, ...challenge }
      return { to: client.buildAuthorizationUrl(config, { ...asked, ...Object.fromEntries(searchParams) }).href }
    },
    "/callback": async (url) => {
      const error = url.searchParams.get("error")
      if (error) return { page: `The sign-in said ${error}` }
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce }
      const tokens = await client.authorizationCodeGrant(config, url, checks)
      idToken = tokens.id_token ?? ""
      const next = await client.refreshTokenGrant(config, tokens.refresh_token ?? "")
      const { email } = await client.fetchUserInfo(config, next.access_token, tokens.claims()?.sub ?? "")
      return { page: `Hello ${email}, by ${tokens.claims()?.amr}` }
    },
    "/leave": async () => {
      const asked = { post_logout_redirect_uri: `${origin}/bye`, ...(idToken && { id_token_hint: idToken }) }
      return { to: client.buildEndSessionUrl(config, asked).href }
    },
    "/bye": async () => ({ page: "Bye" }),
  }
  const server = createServer(async ({ url = "/" }, response) => {
    const asked = new URL(url, origin)
    const answer = await pages[asked.pathname]?.(asked).catch((problem: unknown) => ({ page: `Broken: ${problem}` }))
    if (!answer) response.writeHead(404).end()
    else if ("to" in answer) response.writeHead(302, { location: answer.to }).end()
    else response.writeHead(200, { "content-type": "text/html" }).end(`<h1>${answer.page}</h1>`)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, close: () => server.close() }
}
