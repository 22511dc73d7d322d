import { createHash } from "node:crypto"
import { expect, test } from "@playwright/test"
import { authenticator } from "../../lib/testing/authenticator"
import { byStatus, pinsFor, post } from "./client"
import { type Cluster, startCluster } from "./cluster"
import { formBrowser } from "./form-browser"

// What an app's code and a passkey's challenge promise, from two processes on one Postgres that serve one public origin.
test.skip(!process.env.DATABASE_URL, "needs DATABASE_URL")

const origin = "https://latchkey.example"
const app = { id: "page", redirect_uris: ["https://shop.example/callback"], first_party: true }
let cluster: Cluster
test.beforeAll(async () => {
  cluster = await startCluster("apps", { APP_URL: origin, OAUTH_CLIENTS: JSON.stringify([app]) })
})
test.afterAll(() => cluster?.stop())

/** Somebody new, who is signed in on our pages. */
async function signedIn(email: string, mobile: string, address: string) {
  const person = { firstname: "Two", lastname: "Doors", email, mobile, countryCode: "US" }
  expect((await post(`${cluster.url(0)}/v3/auth/register`, person, address)).status).toBe(201)
  const [pin = ""] = await pinsFor(cluster.url(0), `+1${mobile}`)
  expect((await post(`${cluster.url(1)}/v3/auth/verify-pin`, { email, pin }, address)).status).toBe(200)
  const browser = formBrowser(origin, address)
  expect((await browser.post(cluster.url(0), "check-email", { email })).body).toEqual({ go: "/sign-in/pin" })
  const [newest = ""] = await pinsFor(cluster.url(1), `+1${mobile}`)
  expect((await browser.post(cluster.url(1), "verify-pin", { pin: newest })).body).toEqual({ go: "/account" })
  return browser
}

const fifty = <T>(work: (n: number) => Promise<T>) => Promise.all(Array.from({ length: 50 }, (_, n) => work(n)))

test("of 50 simultaneous redemptions of one code over two processes one wins", async () => {
  const browser = await signedIn("redeem@example.com", "3035551401", "198.51.100.210")
  const verifier = "v".repeat(43)
  const code_challenge = createHash("sha256").update(verifier).digest("base64url")
  const [redirect_uri = ""] = app.redirect_uris
  const asked = { client_id: app.id, redirect_uri, scope: "openid", response_type: "code", state: "s" }
  const pkce = { code_challenge, code_challenge_method: "S256" }
  const back = await browser.open(`${cluster.url(0)}/oauth/authorize?${new URLSearchParams({ ...asked, ...pkce })}`)
  const code = back.searchParams.get("code")
  const redeem = { grant_type: "authorization_code", client_id: app.id, code, redirect_uri, code_verifier: verifier }
  const answers = await fifty((n) => post(`${cluster.url(n)}/auth/token`, redeem, `198.51.110.${n + 1}`))
  expect(byStatus(answers)).toEqual({ 200: 1, 400: 49 })
  const sessions = await cluster.statement<{ id: string }>(`SELECT "id" FROM "Session" WHERE "audience" = 'openid'`)
  expect(sessions).toHaveLength(1)
})

test("of 50 simultaneous answers to one passkey challenge over two processes one wins", async () => {
  const browser = await signedIn("passkey@example.com", "3035551402", "198.51.100.211")
  const { body: made } = await browser.post(cluster.url(0), "begin-passkey", { for: "add" })
  const device = authenticator(Buffer.from(made.user.id, "base64url").toString())
  const answer = device.make({ challenge: made.challenge, rpId: "latchkey.example", origin })
  const added = await browser.post(cluster.url(1), "add-passkey", { answer })
  expect(added.body).toEqual({ go: "/account?done=passkey" })
  await browser.post(cluster.url(0), "sign-out", {})
  const { body: asked } = await browser.post(cluster.url(1), "begin-passkey", {})
  const shown = device.sign({ challenge: asked.challenge, rpId: asked.rpId, origin })
  const answers = await fifty((n) => browser.post(cluster.url(n), "use-passkey", { answer: shown }, { keeps: false }))
  expect(byStatus(answers)).toEqual({ 200: 1, 422: 49 })
  expect(answers.find(({ status }) => status === 200)?.body).toEqual({ go: "/account" })
  const events = await cluster.statement<{ id: string }>(
    `SELECT e."id" FROM "Event" e JOIN "Passkey" p ON p."accountId" = e."accountId" WHERE e."kind" = 'signed-in-with-passkey'`,
  )
  expect(events).toHaveLength(1)
})
