import { expect, test } from "vitest"
import { joinGoodCity } from "@/lib/testing/goodcity-people"
import { heldBackUntil } from "@/lib/testing/late-body"
import { bearer, must } from "@/lib/testing/people"
import { joinShop } from "@/lib/testing/shoppers"
import { testAuth } from "@/lib/testing/test-auth"

const json = { "content-type": "application/json" }

test("a request that was begun before its session ended, and whose body came after, makes no API key", async () => {
  const auth = await testAuth()
  const { accessToken } = await joinShop(auth)
  const headers = bearer(accessToken)
  const body = heldBackUntil(() => must(204, auth.callTo("commerce", "logout", { body: {}, headers })), {
    name: "till",
    scopes: ["read:profile"],
  })
  const late = await auth.callTo("commerce", "apiKeys", { method: "POST", body, headers: { ...headers, ...json } })
  expect({ status: late.status, code: late.body.error.code }).toEqual({ status: 401, code: "token_revoked" })
})

test("nor does it register a device", async () => {
  const auth = await testAuth()
  const { token, mobile } = await joinGoodCity(auth)
  const account = await auth.core.accounts.by("phone", "goodcity", mobile)
  const body = heldBackUntil(() => auth.core.sessions.revokeAll(account?.id ?? "", auth.now()), {
    handle: "a-handle",
    platform: "fcm",
  })
  const headers = { ...bearer(token), ...json }
  expect((await auth.callTo("goodcity", "registerDevice", { method: "POST", body, headers })).status).toBe(401)
  expect(await auth.core.devices.reach(account?.id ?? "", auth.now())).toEqual([])
})

test("a token that does not hold is told so, whatever is wrong with the body beside it", async () => {
  const auth = await testAuth()
  const headers = { ...bearer("nonsense"), ...json }
  for (const body of ["{", "x".repeat(70_000), "{}"])
    expect((await auth.callTo("commerce", "apiKeys", { method: "POST", body, headers })).status).toBe(401)
})
