import { randomUUID } from "node:crypto"
import { createServer } from "node:http"
import * as client from "openid-client"

/**
 * A shop that signs its people in by Latchkey, with a stock client library: `npm run example`, and then http://127.0.0.1:4000.
 * Answers where it listens, and how to close it.
 */
export async function startShop({ issuer, id, secret, port = 0 }) {
  const proof = secret === undefined ? client.None() : client.ClientSecretBasic(secret)
  // Plain HTTP is for a developer's machine.
  const settings = issuer.startsWith("http:") ? { execute: [client.allowInsecureRequests] } : undefined
  const config = await client.discovery(new URL(issuer), id, undefined, proof, settings)
  /** What each browser is at: the way in that it is on, or who it is. A real shop keeps this in its own session. */
  const visits = new Map()

  const pages = {
    "/": (visit) =>
      visit.person
        ? `<h1>Hello ${escaped(visit.person.email)}</h1><p>Signed in by ${escaped(visit.how)}. <a href="/leave">Sign out</a></p>`
        : '<h1>The shop</h1><p><a href="/enter">Sign in</a></p>',

    async "/enter"(visit, { searchParams }) {
      const verifier = client.randomPKCECodeVerifier()
      visit.way = {
        pkceCodeVerifier: verifier,
        expectedState: client.randomState(),
        expectedNonce: client.randomNonce(),
      }
      const asked = {
        redirect_uri: `${origin}/callback`,
        scope: "openid profile email",
        ...Object.fromEntries(searchParams),
      }
      const { expectedState: state, expectedNonce: nonce } = visit.way
      const challenge = {
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      }
      return client.buildAuthorizationUrl(config, { ...asked, state, nonce, ...challenge })
    },

    async "/callback"(visit, url) {
      const tokens = await client.authorizationCodeGrant(config, url, visit.way)
      const { sub, amr } = tokens.claims()
      visit.person = await client.fetchUserInfo(config, tokens.access_token, sub)
      Object.assign(visit, { how: String(amr), idToken: tokens.id_token, way: undefined })
      return new URL("/", origin)
    },

    "/leave"(visit) {
      const asked = { id_token_hint: visit.idToken ?? "", post_logout_redirect_uri: `${origin}/` }
      for (const name of Object.keys(visit)) delete visit[name]
      return client.buildEndSessionUrl(config, asked)
    },
  }

  const server = createServer(async (request, response) => {
    const known = /shop=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1]
    const visitor = visits.has(known) ? known : randomUUID()
    const visit = visits.get(visitor) ?? visits.set(visitor, {}).get(visitor)
    const url = new URL(request.url, origin)
    const page = Object.hasOwn(pages, url.pathname) ? pages[url.pathname] : () => "<h1>There is nothing here</h1>"
    const answer = await Promise.resolve(page(visit, url)).catch(
      (no) => `<h1>Not signed in: ${escaped(no.error ?? no.code)}</h1>`,
    )
    response.setHeader("Set-Cookie", `shop=${visitor}; HttpOnly; SameSite=Lax; Path=/`)
    if (answer instanceof URL) response.writeHead(302, { Location: answer.href }).end()
    else response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(answer)
  })
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve))
  const origin = `http://127.0.0.1:${server.address().port}`
  return { origin, close: () => server.close() }
}

const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

// `node examples/shop.mjs`: for any Latchkey that knows this client.
if (import.meta.filename === process.argv[1]) {
  const { ISSUER: issuer, CLIENT_ID: id, CLIENT_SECRET: secret, PORT: port } = process.env
  const { origin } = await startShop({ issuer, id, secret, port: Number(port ?? 4000) })
  console.log(`The shop    ${origin}`)
}
