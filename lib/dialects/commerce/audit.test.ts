import { expect, test } from "vitest"
import { bearer } from "@/lib/testing/people"
import { basic, joinShop, logIn, machines, machineToken, postForm, shopper } from "@/lib/testing/shoppers"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { seconds } from "@/lib/time"

async function recorded({ now }: TestAuth) {
  const db = await testDatabase({ empty: false })
  const rows = await db.event.findMany({ where: { realm: "commerce", at: now() } })
  return rows.map(({ kind, accountId, client, reason, sessionId }) => ({ kind, accountId, client, reason, sessionId }))
}

/** What happens in one second of the clock is what is recorded at that second. */
async function during(auth: TestAuth, happening: () => Promise<unknown>) {
  auth.pass(seconds(1))
  await happening()
  return recorded(auth)
}

test("every mint, refresh, refusal and revocation of a person's tokens is recorded", async () => {
  const auth = await testAuth()
  const call = (path: "login" | "refresh", body: object) => auth.callTo("commerce", path, { body })
  const joining = await during(auth, () => joinShop(auth))
  expect(joining).toMatchObject([{ kind: "registered", client: "commerce", sessionId: expect.any(String) }])
  const accountId = joining[0]?.accountId
  expect(accountId).toMatch(/^user_/)

  let held = { accessToken: "", refreshToken: "" }
  const signIn = async () => {
    held = await logIn(auth)
  }
  expect(await during(auth, signIn)).toMatchObject([{ kind: "signed-in", accountId }])
  const { email } = shopper()
  const wrong = () => call("login", { email, password: "not the password" })
  expect(await during(auth, wrong)).toMatchObject([{ kind: "refused", accountId, reason: "wrong-password" }])
  const unknown = () => call("login", { email: "nobody@example.com", password: "not the password" })
  expect(await during(auth, unknown)).toMatchObject([{ kind: "refused", accountId: null, reason: "wrong-password" }])

  const { refreshToken } = held
  const turn = async () => {
    held = (await call("refresh", { refreshToken })).body
  }
  expect(await during(auth, turn)).toMatchObject([{ kind: "refreshed", accountId }])
  const again = () => call("refresh", { refreshToken })
  expect(await during(auth, again)).toMatchObject([{ kind: "refused", accountId, reason: "refresh revoked" }])
  auth.pass(seconds(10))
  expect(await during(auth, again)).toMatchObject([{ kind: "refresh-reused", accountId }])

  await signIn()
  const out = () => auth.callTo("commerce", "logout", { method: "POST", headers: bearer(held.accessToken) })
  expect(await during(auth, out)).toMatchObject([{ kind: "signed-out", accountId }])
})

test("so are those of keys and machines", async () => {
  const auth = await testAuth({ oauthClients: machines })
  const { accessToken, userId: accountId } = await joinShop(auth)
  const headers = bearer(accessToken)
  let id = ""
  const make = async () => {
    const body = { name: "Till", scopes: ["read:orders"] }
    id = (await auth.callTo("commerce", "apiKeys", { body, headers })).body.id
  }
  const made = await during(auth, make)
  expect(made).toMatchObject([{ kind: "api-key-made", accountId, client: id }])
  const revoke = () => auth.callTo("commerce", "apiKey", { method: "DELETE", params: { id }, headers })
  expect(await during(auth, revoke)).toMatchObject([{ kind: "api-key-revoked", accountId, client: id }])

  const [, warehouse] = machines as [unknown, (typeof machines)[0]]
  let token = ""
  const mint = async () => {
    token = await machineToken(auth, warehouse)
  }
  expect(await during(auth, mint)).toMatchObject([{ kind: "client-token", client: "warehouse", accountId: null }])
  const ask = (fields: Record<string, string>, secret = warehouse.secret) =>
    postForm(
      auth,
      "token",
      { grant_type: "client_credentials", ...fields },
      { headers: basic({ id: "warehouse", secret }) },
    )
  const beyond = () => ask({ scope: "admin" })
  expect(await during(auth, beyond)).toMatchObject([{ kind: "refused", client: "warehouse", reason: "invalid-scope" }])
  const guess = () => ask({}, "guess")
  expect(await during(auth, guess)).toMatchObject([{ kind: "refused", client: "warehouse", reason: "client-refused" }])
  const end = () => postForm(auth, "revoke", { token }, { headers: basic(warehouse) })
  expect(await during(auth, end)).toMatchObject([{ kind: "signed-out", client: "warehouse" }])
})
