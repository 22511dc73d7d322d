import { expect, test } from "vitest"
import { bearer } from "@/lib/testing/people"
import { recordedDuring } from "@/lib/testing/record"
import { basic, joinShop, logIn, machines, machineToken, postForm, shopper } from "@/lib/testing/shoppers"
import { testAuth } from "@/lib/testing/test-auth"
import { seconds } from "@/lib/time"

test("every mint, refresh, refusal and revocation of a person's tokens is recorded", async () => {
  const auth = await testAuth()
  const call = (path: "login" | "refresh", body: object) => auth.callTo("commerce", path, { body })
  const joining = await recordedDuring(auth, () => joinShop(auth))
  expect(joining).toMatchObject([{ kind: "registered", client: "commerce", sessionId: expect.any(String) }])
  const accountId = joining[0]?.accountId
  expect(accountId).toMatch(/^user_/)

  let held = { accessToken: "", refreshToken: "" }
  const signIn = async () => {
    held = await logIn(auth)
  }
  expect(await recordedDuring(auth, signIn)).toMatchObject([{ kind: "signed-in", accountId }])
  const { email } = shopper()
  const wrong = () => call("login", { email, password: "not the password" })
  expect(await recordedDuring(auth, wrong)).toMatchObject([{ kind: "refused", accountId, reason: "wrong-password" }])
  const unknown = () => call("login", { email: "nobody@example.com", password: "not the password" })
  expect(await recordedDuring(auth, unknown)).toMatchObject([
    { kind: "refused", accountId: null, reason: "wrong-password" },
  ])

  const { refreshToken } = held
  const turn = async () => {
    held = (await call("refresh", { refreshToken })).body
  }
  expect(await recordedDuring(auth, turn)).toMatchObject([{ kind: "refreshed", accountId }])
  const again = () => call("refresh", { refreshToken })
  expect(await recordedDuring(auth, again)).toMatchObject([{ kind: "refused", accountId, reason: "refresh revoked" }])
  auth.pass(seconds(10))
  expect(await recordedDuring(auth, again)).toMatchObject([{ kind: "refresh-reused", accountId }])

  await signIn()
  const out = () => auth.callTo("commerce", "logout", { method: "POST", headers: bearer(held.accessToken) })
  expect(await recordedDuring(auth, out)).toMatchObject([{ kind: "signed-out", accountId }])
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
  const made = await recordedDuring(auth, make)
  expect(made).toMatchObject([{ kind: "api-key-made", accountId, client: id }])
  const revoke = () => auth.callTo("commerce", "apiKey", { method: "DELETE", params: { id }, headers })
  expect(await recordedDuring(auth, revoke)).toMatchObject([{ kind: "api-key-revoked", accountId, client: id }])

  const [, warehouse] = machines as [unknown, (typeof machines)[0]]
  let token = ""
  const mint = async () => {
    token = await machineToken(auth, warehouse)
  }
  expect(await recordedDuring(auth, mint)).toMatchObject([
    { kind: "client-token", client: "warehouse", accountId: null },
  ])
  const ask = (fields: Record<string, string>, secret = warehouse.secret) =>
    postForm(
      auth,
      "token",
      { grant_type: "client_credentials", ...fields },
      { headers: basic({ id: "warehouse", secret }) },
    )
  const beyond = () => ask({ scope: "admin" })
  expect(await recordedDuring(auth, beyond)).toMatchObject([
    { kind: "refused", client: "warehouse", reason: "invalid-scope" },
  ])
  const guess = () => ask({}, "guess")
  expect(await recordedDuring(auth, guess)).toMatchObject([
    { kind: "refused", client: "warehouse", reason: "client-refused" },
  ])
  const end = () => postForm(auth, "revoke", { token }, { headers: basic(warehouse) })
  expect(await recordedDuring(auth, end)).toMatchObject([{ kind: "signed-out", client: "warehouse" }])
})
