import { describe, expect, test } from "vitest"
import { makeApiKey } from "@/lib/my-account/api-keys"
import { isRefusal } from "@/lib/refusal"
import { whoIsThis } from "@/lib/sign-in/steps/who-is-this"
import { socialAuth } from "@/lib/testing/local-providers"
import { member } from "@/lib/testing/members"
import { bearer } from "@/lib/testing/people"
import { joinShop } from "@/lib/testing/shoppers"
import { shortlyBefore } from "@/lib/testing/shortly-before"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { days, minutes, seconds } from "@/lib/time"

const till = { name: "Till", scopes: ["read:profile", "read:orders"] }
const make = (auth: TestAuth, token: string, body: object = till) =>
  auth.callTo("commerce", "apiKeys", { body, headers: bearer(token) })
const list = (auth: TestAuth, token: string) => auth.callTo("commerce", "apiKeys", { headers: bearer(token) })
const revoke = (auth: TestAuth, token: string, id: string) =>
  auth.callTo("commerce", "apiKey", { method: "DELETE", params: { id }, headers: bearer(token) })
const me = (auth: TestAuth, token: string) => auth.callTo("commerce", "me", { headers: bearer(token) })
const lacking = { status: 403, body: { error: { code: "insufficient_scope" } } }

test('"Authorization: Bearer <api_key>": a key stands for its account, for as long as it is not revoked', async () => {
  const auth = await testAuth()
  const { accessToken, userId } = await joinShop(auth)
  const { key } = (await make(auth, accessToken)).body
  auth.pass(days(400))
  expect(await me(auth, key)).toMatchObject({ status: 200, body: { id: userId } })
})

test("a key does what its scopes say and no more", async () => {
  const auth = await testAuth()
  const { accessToken } = await joinShop(auth)
  const { key } = (await make(auth, accessToken, { name: "Orders", scopes: ["read:orders"] })).body
  const answer = await me(auth, key)
  expect(answer).toMatchObject(lacking)
  expect(answer.headers.get("www-authenticate")).toContain('error="insufficient_scope", scope="read:profile"')
})

test("a key mints no keys, and neither lists, revokes nor signs out", async () => {
  const auth = await testAuth()
  const { accessToken } = await joinShop(auth)
  const scopes = ["read:products", "read:orders", "write:orders", "read:profile", "write:profile"]
  const { key, id } = (await make(auth, accessToken, { name: "All that I may", scopes })).body
  expect(await make(auth, key)).toMatchObject(lacking)
  expect(await list(auth, key)).toMatchObject(lacking)
  expect(await revoke(auth, key, id)).toMatchObject(lacking)
  const out = await auth.callTo("commerce", "logout", { method: "POST", headers: bearer(key) })
  expect(out).toMatchObject(lacking)
})

test.each(["admin", "read", "write", "write:products", "read:everything"])(
  "a customer cannot give away %s, which is not theirs",
  async (scope) => {
    const auth = await testAuth()
    const { accessToken } = await joinShop(auth)
    expect(await make(auth, accessToken, { name: "x", scopes: ["read:orders", scope] })).toMatchObject(lacking)
    expect((await list(auth, accessToken)).body).toEqual([])
  },
)

test.each([
  ["name", { scopes: ["read:orders"] }],
  ["name", { name: "", scopes: ["read:orders"] }],
  ["name", { name: "a\nb", scopes: ["read:orders"] }],
  ["scopes", { name: "x" }],
  ["scopes", { name: "x", scopes: [] }],
  ["scopes", { name: "x", scopes: "read:orders" }],
  ["scopes.0", { name: "x", scopes: [7] }],
  ["scopes.0", { name: "x", scopes: ['"quoted"'] }],
])("a wrong %s is a validation_error: %j", async (field, body) => {
  const auth = await testAuth()
  const { accessToken } = await joinShop(auth)
  const answer = await make(auth, accessToken, body)
  expect(answer).toMatchObject({ status: 400, body: { error: { code: "validation_error", field } } })
})

describe("the list", () => {
  test("shows the owner's living keys without what opens anything", async () => {
    const auth = await testAuth()
    const [one, other] = [await joinShop(auth, 1), await joinShop(auth, 2)]
    const made = (await make(auth, one.accessToken)).body
    await make(auth, other.accessToken)
    const answer = await list(auth, one.accessToken)
    const { id, name, scopes, createdAt, key } = made
    expect(answer.body).toEqual([{ id, name, ending: key.slice(-4), scopes, createdAt, lastUsedAt: null }])
    expect(answer.text).not.toContain(key.slice(0, 20))
  })

  test("tells when a key was last used, to the minute", async () => {
    const auth = await testAuth()
    const { accessToken } = await joinShop(auth)
    const { key } = (await make(auth, accessToken)).body
    const lastUsed = async () => (await list(auth, accessToken)).body[0].lastUsedAt
    auth.pass(minutes(3))
    await me(auth, key)
    const first = await lastUsed()
    expect(first).toEqual(shortlyBefore(auth.now()))
    auth.pass(minutes(1) - seconds(1))
    await me(auth, key)
    expect(await lastUsed()).toBe(first)
    auth.pass(seconds(1))
    await me(auth, key)
    expect(await lastUsed()).toEqual(shortlyBefore(auth.now()))
  })
})

describe("revoking", () => {
  test('"If lost, revoke and create a new key": it is dead at once, and gone from the list', async () => {
    const auth = await testAuth()
    const { accessToken } = await joinShop(auth)
    const { key, id } = (await make(auth, accessToken)).body
    const kept = (await make(auth, accessToken)).body
    expect(await revoke(auth, accessToken, id)).toMatchObject({ status: 204, text: "" })
    expect(await me(auth, key)).toMatchObject({ status: 401, body: { error: { code: "token_revoked" } } })
    expect((await me(auth, kept.key)).status).toBe(200)
    expect((await list(auth, accessToken)).body.map((shown: { id: string }) => shown.id)).toEqual([kept.id])
    expect((await revoke(auth, accessToken, id)).status).toBe(404)
  })

  test("another's key, and one that never was, are 404", async () => {
    const auth = await testAuth()
    const [one, other] = [await joinShop(auth, 1), await joinShop(auth, 2)]
    const { key, id } = (await make(auth, one.accessToken)).body
    for (const name of [id, "key_abc123", "nonsense", "key_\0", "x".repeat(5000)])
      expect((await revoke(auth, other.accessToken, name)).status).toBe(404)
    expect((await me(auth, key)).status).toBe(200)
    expect(auth.surprises).toEqual([])
  })
})

test("a key that was made on the account page, by an account of another realm, stands for its owner here", async () => {
  const auth = await testAuth()
  const { email, caller } = await member(auth)
  const made = await makeApiKey(till, caller, auth.core)
  if ("refused" in made) throw new Error(made.kind)
  expect(await me(auth, made.key)).toMatchObject({ status: 200, body: { id: expect.stringMatching(/^user_/), email } })
})

test("an unknown key is token_invalid", async () => {
  const auth = await testAuth()
  for (const key of [`sk_test_${"a".repeat(43)}`, "sk_live_abc123", "sk_test_"])
    expect(await me(auth, key)).toMatchObject({ status: 401, body: { error: { code: "token_invalid" } } })
})

test.each([
  [true, "vouched@example.com"],
  [false, null],
])("an email is shown as verified only where a provider vouched for it: %s", async (emailVerified, email) => {
  const auth = await socialAuth()
  const claims = { email: "vouched@example.com", email_verified: emailVerified }
  const { body } = await auth.login({ provider: "google", token: await auth.providers.google.idToken(claims) })
  const signedIn = await whoIsThis(body.data.access_token, "social", auth.core)
  if (isRefusal(signedIn)) throw new Error(signedIn.kind)
  const app = { realm: "social", audience: "social", client: "social", userAgent: undefined } as const
  const member = { ...app, address: undefined, signedIn }
  const made = await makeApiKey({ name: "Till", scopes: ["read:profile"] }, member, auth.core)
  const { body: seen } = await me(auth, isRefusal(made) ? "" : made.key)
  expect(seen).toMatchObject({ email, emailVerified })
})
