import { once } from "node:events"
import { createServer } from "node:http"
import { expect, test } from "@playwright/test"
import { exportJWK, generateKeyPair, SignJWT } from "jose"
import { byStatus, post } from "./client"
import { type Cluster, startCluster } from "./cluster"

// What tokens promise, from two processes on one Postgres. Google is an issuer on this machine with a key of its own.
test.skip(!process.env.DATABASE_URL, "needs DATABASE_URL")

const audience = "web-client.example"
const keys = await generateKeyPair("RS256")
const issuer = createServer(async (_, response) => {
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: "one", alg: "RS256", use: "sig" }
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ keys: [jwk] }))
})
let cluster: Cluster

test.beforeAll(async () => {
  issuer.listen(0, "127.0.0.1")
  await once(issuer, "listening")
  const { port } = issuer.address() as { port: number }
  cluster = await startCluster("tokens", {
    GOOGLE_CLIENT_ID_WEB: audience,
    GOOGLE_JWKS_URL: `http://127.0.0.1:${port}/certs`,
  })
})
test.afterAll(async () => {
  await cluster?.stop()
  issuer.close()
})

const idToken = (subject: string) =>
  new SignJWT({ sub: subject })
    .setProtectedHeader({ alg: "RS256", kid: "one" })
    .setIssuer("https://accounts.google.com")
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime("5m")
    .sign(keys.privateKey)

const logIn = async (n: number, subject: string, device: string) => {
  const token = await idToken(subject)
  const body = { provider: "google", token, name: "Kim" }
  return post(`${cluster.url(n)}/v1/auth/login`, body, "198.51.100.50", { "client-device-id": device })
}
const refresh = (n: number, refreshToken: string, device: string) =>
  post(`${cluster.url(n)}/v1/auth/refresh`, { refresh_token: refreshToken }, "198.51.100.51", {
    "client-device-id": device,
  })
const times = <T>(count: number, work: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)))

test("Commerce: of 50 simultaneous refreshes of one token one wins", async () => {
  const person = { email: "till@example.com", password: "a long enough secret", firstName: "Till", lastName: "Key" }
  const { status, body } = await post(`${cluster.url(0)}/auth/register`, person, "198.51.100.52")
  expect(status).toBe(201)
  const answers = await times(50, (n) =>
    post(`${cluster.url(n)}/auth/refresh`, { refreshToken: body.refreshToken }, "198.51.100.53"),
  )
  expect(byStatus(answers)).toEqual({ 200: 1, 401: 49 })
})

test("social: of 50 simultaneous refreshes of one token one wins", async () => {
  const { body } = await logIn(0, "refresher", "A")
  const answers = await times(50, (n) => refresh(n, body.data.refresh_token, "A"))
  expect(byStatus(answers)).toEqual({ 200: 1, 401: 49 })
})

test("social: of 20 simultaneous logins on 20 devices one session is left", async () => {
  const logins = await times(20, (n) => logIn(n, "wanderer", `device-${n}`))
  expect(byStatus(logins)).toEqual({ 200: 20 })
  const answers = await times(20, (n) => refresh(n, logins[n]?.body.data.refresh_token, `device-${n}`))
  expect(byStatus(answers)).toEqual({ 200: 1, 401: 19 })
})

test("social: a login on device B leaves no usable token of device A, while A is refreshing", async () => {
  const first = await logIn(0, "mover", "A")
  const [refreshed, second] = await Promise.all([
    refresh(1, first.body.data.refresh_token, "A"),
    logIn(0, "mover", "B"),
  ])
  expect(second.status).toBe(200)
  const held = [first, refreshed].filter(({ status }) => status === 200).map(({ body }) => body.data)
  for (const { access_token, refresh_token } of held) {
    expect((await refresh(0, refresh_token, "A")).status).toBe(401)
    const bearer = { authorization: `Bearer ${access_token}` }
    expect((await post(`${cluster.url(1)}/v1/auth/logout`, {}, "198.51.100.54", bearer)).status).toBe(401)
  }
  expect((await refresh(1, second.body.data.refresh_token, "B")).status).toBe(200)
})
