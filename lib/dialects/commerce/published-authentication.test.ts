import { expect, test } from "vitest"
import { bearer } from "@/lib/testing/people"
import { joinShop, machines, shopper } from "@/lib/testing/shoppers"
import { testAuth } from "@/lib/testing/test-auth"
import { seconds } from "@/lib/time"

// Each test is a heading of the published page "Authentication API", and sends its request as written. Substituted:
// "[email protected]" (the page hides its emails) by an address of example.com; tokens and keys by living ones;
// sk_live_ by sk_test_, since this is not production; api.hanzo.ai by this server. YOUR_CLIENT_ID and
// YOUR_CLIENT_SECRET are a client of the test's configuration.

const json = { "content-type": "application/json" }
const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
const jwt = expect.stringMatching(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/)
const tokens = {
  accessToken: jwt,
  refreshToken: expect.stringMatching(/^rt_[\w-]{43}$/),
  tokenType: "Bearer",
  expiresIn: 3600,
  scope: "read write",
  userId: expect.stringMatching(/^user_[\w-]+$/),
  issuedAt: instant,
}

test("Token Structure: a JWT signed with RS256, typed as RFC 9068 says, and its claims", async () => {
  const auth = await testAuth()
  const { accessToken, userId } = await joinShop(auth)
  const [header, claims] = accessToken
    .split(".")
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, "base64url").toString()))
  expect(header).toEqual({ alg: "RS256", typ: "at+jwt", kid: expect.any(String) })
  const now = Math.floor(auth.now().getTime() / 1000)
  expect(claims).toEqual({
    iss: "https://latchkey.example",
    aud: "https://latchkey.example",
    sub: userId,
    client_id: "commerce",
    iat: now,
    exp: now + 3600,
    jti: expect.any(String),
    sid: expect.any(String),
    scope: "read write",
  })
})

test("Login", async () => {
  const auth = await testAuth()
  await joinShop(auth)
  const body = `{
"email": "${shopper().email}",
"password": "${shopper().password}"
}`
  const answer = await auth.callTo("commerce", "login", { body, headers: json })
  expect(answer).toMatchObject({ status: 200, body: tokens })
  expect(Object.keys(answer.body)).toEqual(Object.keys(tokens))
  expect(answer.headers.get("cache-control")).toBe("no-store")
})

test("Register", async () => {
  const auth = await testAuth()
  const body = `{
"email": "jane@example.com",
"password": "securePassword123",
"firstName": "Jane",
"lastName": "Doe"
}`
  const answer = await auth.callTo("commerce", "register", { body, headers: json })
  const { userId } = answer.body
  const names = { email: "jane@example.com", emailVerified: false, firstName: "Jane", lastName: "Doe" }
  const user = { id: userId, ...names, createdAt: instant }
  expect(answer.status).toBe(201)
  expect(answer.body).toEqual({ ...tokens, user })
})

test("Refresh Token", async () => {
  const auth = await testAuth()
  const { refreshToken, userId } = await joinShop(auth)
  const body = `{
"refreshToken": "${refreshToken}"
}`
  const answer = await auth.callTo("commerce", "refresh", { body, headers: json })
  expect(answer.status).toBe(200)
  expect(answer.body).toEqual({ ...tokens, userId })
  expect(answer.body.refreshToken).not.toBe(refreshToken)
})

test('"Refresh tokens are single-use. Each refresh request invalidates the previous refresh token"', async () => {
  const auth = await testAuth()
  const { refreshToken } = await joinShop(auth)
  const next = await auth.callTo("commerce", "refresh", { body: { refreshToken } })
  const again = await auth.callTo("commerce", "refresh", { body: { refreshToken } })
  expect(again).toMatchObject({ status: 401, body: { error: { code: "token_revoked" } } })
  const { refreshToken: second } = next.body
  expect((await auth.callTo("commerce", "refresh", { body: { refreshToken: second } })).status).toBe(200)
})

test("Logout", async () => {
  const auth = await testAuth()
  const { accessToken } = await joinShop(auth)
  const answer = await auth.callTo("commerce", "logout", { method: "POST", headers: bearer(accessToken) })
  expect(answer).toMatchObject({ status: 204, text: "" })
})

test("Get Current User", async () => {
  const auth = await testAuth()
  const { accessToken, userId, email } = await joinShop(auth)
  const answer = await auth.callTo("commerce", "me", { headers: bearer(accessToken) })
  expect(answer.status).toBe(200)
  expect(answer.body).toEqual({
    id: userId,
    email,
    // Ours: a password proves nothing of the mailbox.
    emailVerified: false,
    firstName: "Jane",
    lastName: "Doe",
    role: "customer",
    permissions: expect.arrayContaining(["read:orders", "write:profile"]),
    createdAt: instant,
    lastLoginAt: instant,
  })
})

test("OAuth2 Client Credentials: as published, and in the words of RFC 6749 besides", async () => {
  const auth = await testAuth({ oauthClients: machines })
  const body = "grant_type=client_credentials&client_id=YOUR_CLIENT_ID&client_secret=YOUR_CLIENT_SECRET"
  const headers = { "content-type": "application/x-www-form-urlencoded" }
  const answer = await auth.callTo("oauth", "token", { body, headers })
  expect(answer.status).toBe(200)
  const { access_token } = answer.body
  const published = { accessToken: jwt, tokenType: "Bearer", expiresIn: 7200, scope: "admin" }
  expect(answer.body).toEqual({ ...published, access_token, token_type: "Bearer", expires_in: 7200 })
  expect(answer.body.accessToken).toBe(access_token)
  expect(answer.headers.get("cache-control")).toBe("no-store")
})

test("API Key Authentication", async () => {
  const auth = await testAuth()
  const { accessToken } = await joinShop(auth)
  const body = `{
"name": "Production Server",
"scopes": ["read:products", "write:orders"]
}`
  const answer = await auth.callTo("commerce", "apiKeys", { body, headers: { ...json, ...bearer(accessToken) } })
  expect(answer.status).toBe(201)
  expect(answer.body).toEqual({
    id: expect.stringMatching(/^key_[\w-]+$/),
    name: "Production Server",
    key: expect.stringMatching(/^sk_test_[\w-]{43}$/),
    scopes: ["read:products", "write:orders"],
    createdAt: instant,
  })
})

test("Error Responses: each published status and code", async () => {
  const auth = await testAuth({ oauthClients: machines })
  const { accessToken, email } = await joinShop(auth)
  const me = () => auth.callTo("commerce", "me", { headers: bearer(accessToken) })
  const wrong = () => auth.callTo("commerce", "login", { body: { email, password: "not the password" } })

  expect(await wrong()).toMatchObject({ status: 401, body: { error: { code: "invalid_credentials" } } })
  auth.pass(seconds(3600))
  expect(await me()).toMatchObject({ status: 401, body: { error: { code: "token_expired" } } })
  const key = await auth.callTo("oauth", "token", {
    body: { grant_type: "client_credentials", client_id: "YOUR_CLIENT_ID", client_secret: "YOUR_CLIENT_SECRET" },
  })
  const asMachine = await auth.callTo("commerce", "me", { headers: bearer(key.body.accessToken) })
  expect(asMachine).toMatchObject({ status: 403, body: { error: { code: "insufficient_scope" } } })
  for (let tries = 0; tries < 5; tries++) await wrong()
  const limited = await wrong()
  expect(limited).toMatchObject({ status: 429, body: { error: { code: "rate_limited" } } })
  expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0)
  expect(limited.headers.get("ratelimit")).toMatch(/;r=0;t=\d+$/)
})
