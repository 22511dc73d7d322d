import { createRemoteJWKSet, customFetch, jwtVerify } from "jose"
import * as oauth from "oauth4webapi"
import * as client from "openid-client"
import { expect, test } from "vitest"
import { httpServer } from "@/lib/testing/http-server"
import { joinShop, logIn, machines, machineToken } from "@/lib/testing/shoppers"
import { testAuth } from "@/lib/testing/test-auth"
import { days, hours } from "@/lib/time"

const [, warehouse] = machines as [unknown, (typeof machines)[0]]

async function serve() {
  const server = await httpServer()
  const auth = await testAuth({ issuer: server.origin, oauthClients: machines })
  server.serve(auth)
  return { auth, issuer: new URL(server.origin) }
}

test.each([
  ["HTTP Basic", client.ClientSecretBasic],
  ["the body", client.ClientSecretPost],
])("openid-client, by discovery alone and with its secret in %s", async (_, way) => {
  const { issuer } = await serve()
  const config = await client.discovery(issuer, warehouse.id, undefined, way(warehouse.secret), {
    algorithm: "oauth2",
    execute: [client.allowInsecureRequests],
  })
  const tokens = await client.clientCredentialsGrant(config, { scope: "read:orders" })
  expect(tokens).toMatchObject({ token_type: "bearer", expires_in: 7200, scope: "read:orders" })
  const before = await client.tokenIntrospection(config, tokens.access_token)
  expect(before).toMatchObject({ active: true, client_id: "warehouse", scope: "read:orders" })
  await client.tokenRevocation(config, tokens.access_token)
  expect(await client.tokenIntrospection(config, tokens.access_token)).toEqual({ active: false })
})

test("openid-client hears what is wrong in RFC 6749's words", async () => {
  const { issuer } = await serve()
  const at = (secret: string) =>
    client.discovery(issuer, warehouse.id, undefined, client.ClientSecretBasic(secret), {
      algorithm: "oauth2",
      execute: [client.allowInsecureRequests],
    })
  const beyond = client.clientCredentialsGrant(await at(warehouse.secret), { scope: "admin" })
  await expect(beyond).rejects.toMatchObject({ error: "invalid_scope", status: 400 })
  await expect(client.clientCredentialsGrant(await at("guess"))).rejects.toMatchObject({ status: 401 })
})

test("oauth4webapi, by discovery alone", async () => {
  const { issuer } = await serve()
  const insecure = { [oauth.allowInsecureRequests]: true }
  const found = await oauth.discoveryRequest(issuer, { algorithm: "oauth2", ...insecure })
  const server = await oauth.processDiscoveryResponse(issuer, found)
  const me = { client_id: warehouse.id }
  const way = oauth.ClientSecretBasic(warehouse.secret)

  const granted = await oauth.clientCredentialsGrantRequest(server, me, way, new URLSearchParams(), insecure)
  const { access_token } = await oauth.processClientCredentialsResponse(server, me, granted)
  const told = await oauth.introspectionRequest(server, me, way, access_token, insecure)
  expect(await oauth.processIntrospectionResponse(server, me, told)).toMatchObject({
    active: true,
    client_id: me.client_id,
  })
  await oauth.processRevocationResponse(await oauth.revocationRequest(server, me, way, access_token, insecure))
  const after = await oauth.introspectionRequest(server, me, way, access_token, insecure)
  expect(await oauth.processIntrospectionResponse(server, me, after)).toEqual({ active: false })
})

test("jose verifies against the remote keys, before and after a rotation that signs nobody out", async () => {
  const { auth, issuer } = await serve()
  const keys = () => createRemoteJWKSet(new URL("/.well-known/jwks.json", issuer))
  const verify = async (token: string, at = auth.now()) => {
    const settings = { issuer: issuer.origin, audience: issuer.origin, typ: "at+jwt", algorithms: ["RS256"] }
    return jwtVerify(token, keys(), { ...settings, currentDate: at })
  }
  const old = await joinShop(auth)
  const before = await verify(old.accessToken)
  expect(before.payload.sub).toBe(old.userId)

  auth.pass(days(91))
  const fresh = await logIn(auth)
  const machine = await machineToken(auth, warehouse)
  const signedAt = auth.now()
  auth.pass(days(1))
  const rotated = await logIn(auth)
  const after = await verify(rotated.accessToken)
  expect(after.protectedHeader.kid).not.toBe(before.protectedHeader.kid)
  for (const token of [fresh.accessToken, machine]) await verify(token, signedAt)
  const { refreshToken } = fresh
  expect((await auth.callTo("commerce", "refresh", { body: { refreshToken } })).status).toBe(200)
})

test("whoever fetched the keys an hour before a rotation verifies what is signed after it", async () => {
  const { auth, issuer } = await serve()
  await joinShop(auth)
  let fetches = 0
  const counting = (url: string, options: RequestInit) => {
    fetches += 1
    return fetch(url, options)
  }
  const known = createRemoteJWKSet(new URL("/.well-known/jwks.json", issuer), { [customFetch]: counting })
  const verify = (token: string) => jwtVerify(token, known, { currentDate: auth.now() })
  const kids = new Set<string | undefined>()
  const step = hours(1)
  auth.pass(days(89) - step)
  // The next key is made a day before it signs, when somebody signs in.
  await logIn(auth)
  auth.pass(step)
  kids.add((await verify((await logIn(auth)).accessToken)).protectedHeader.kid)
  auth.pass(days(1) + step)
  kids.add((await verify((await logIn(auth)).accessToken)).protectedHeader.kid)
  expect(kids.size).toBe(2)
  expect(fetches).toBe(1)
})

test("metadata and keys may be cached; the keys hold no private half", async () => {
  const { auth } = await serve()
  for (const path of ["metadata", "keys"] as const) {
    const answer = await auth.callTo("oauth", path)
    expect(answer.headers.get("cache-control")).toBe("public, max-age=3600")
  }
  const { keys } = (await auth.callTo("oauth", "keys")).body
  for (const key of keys) expect(Object.keys(key).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"])
})
