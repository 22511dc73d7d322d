import { describe, expect, test } from "vitest"
import { sealedName } from "@/lib/keys/key-ring"
import type { Limits } from "@/lib/limits/limits"
import { argon2, argon2Cost } from "@/lib/outside/argon2"
import { isCommonPassword } from "@/lib/outside/common-passwords"
import { joinGoodCity } from "@/lib/testing/goodcity-people"
import { bearer, elsewhere, join, must } from "@/lib/testing/people"
import { joinShop, machines, shopper } from "@/lib/testing/shoppers"
import { type CallAnswer, type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { after } from "@/lib/time"

/** Limits of which one is used up. */
const full = (name: string): Limits => ({
  async take(asked, now) {
    const quota = asked.map(({ quota }) => quota).find((quota) => quota.name === name)
    return quota ? { taken: false, quota, retryAt: after(now, quota.window) } : { taken: true }
  },
  giveBack: async () => undefined,
})
/** The name of what the addresses around one share, as it is kept. */
const placeKey = ({ core }: TestAuth, name: string, realm: string, place: string) =>
  sealedName(core.keys, "turn", name, realm, place)
const policyOf = (answer: { headers: Headers }) => answer.headers.get("ratelimit-policy")

describe("register_device", () => {
  const register = (auth: TestAuth, token: string, handle: string, platform = "fcm") =>
    auth.callTo("goodcity", "registerDevice", {
      body: { handle, platform },
      headers: bearer(token),
      address: elsewhere(),
    })
  test("takes 30 in 5 minutes of one account and says when to come back; 20 devices stay, the newest", async () => {
    const auth = await testAuth()
    const { token } = await joinGoodCity(auth)
    for (let index = 0; index < 30; index++) {
      await must(204, register(auth, token, `handle-${index}`))
      auth.pass(1)
    }
    const refused = await must(429, register(auth, token, "handle-30"))
    expect(refused.body).toEqual({ errors: "Too many requests. Please try again in 300 seconds." })
    const db = await testDatabase({ empty: false })
    const kept = (await db.device.findMany({ orderBy: { createdAt: "asc" } })).map(({ handle }) => handle)
    expect(kept).toEqual(Array.from({ length: 20 }, (_, index) => `handle-${10 + index}`))
  })

  test("of two at once neither leaves more than there may be", async () => {
    const auth = await testAuth()
    const { token } = await joinGoodCity(auth)
    const all = Array.from({ length: 28 }, (_, index) => register(auth, token, `handle-${index}`))
    for (const { status } of await Promise.all(all)) expect(status).toBe(204)
    expect(await (await testDatabase({ empty: false })).device.count()).toBe(20)
  })
})

describe("what writes rows has a budget, and with that used up the answer is the API's own 429", () => {
  const logIn = (auth: TestAuth, body: { email: string; password: string }) =>
    auth.callTo("commerce", "login", { body })
  const asks: Record<string, (auth: TestAuth) => Promise<CallAnswer>> = {
    favorites: async (auth) => {
      const headers = bearer((await join(auth)).accessToken)
      return auth.call("itemFavorite", { method: "PUT", params: { id: "101" }, headers })
    },
    "network-devices": async (auth) => {
      const headers = bearer((await joinGoodCity(auth)).token)
      return auth.callTo("goodcity", "registerDevice", { body: { handle: "handle", platform: "aps" }, headers })
    },
    "sign-ins": async (auth) => {
      const { email, password } = await joinShop(auth)
      return logIn(auth, { email, password })
    },
  }
  test.each(Object.entries(asks))("%s", async (name, ask) => {
    const auth = await testAuth({ limits: full(name), oauthClients: machines })
    const refused = await ask(auth)
    expect([refused.status, policyOf(refused)]).toEqual([429, expect.stringMatching(`^"${name}"`)])
  })

  const around: [name: string, realm: string, ask: (auth: TestAuth) => Promise<CallAnswer>][] = [
    [
      "password-place",
      "commerce",
      (auth) => logIn(auth, { email: "nobody@example.com", password: "securePassword123" }),
    ],
    [
      "pin-place",
      "handbid",
      (auth) => auth.call("verifyPin", { body: { email: "nobody@example.com", pin: "000000" } }),
    ],
    ["accounts-place", "commerce", (auth) => auth.callTo("commerce", "register", { body: shopper() })],
  ]
  test.each(around)("%s, which all the addresses around one share", async (name, realm, ask) => {
    const auth = await testAuth()
    await ask(auth)
    const key = placeKey(auth, name, realm, "203.0.113.0/24")
    await (await testDatabase({ empty: false })).limit.update({ where: { key }, data: { spent: 1_000_000 } })
    const refused = await ask(auth)
    expect([refused.status, policyOf(refused)]).toEqual([429, expect.stringMatching(`^"${name}"`)])
  })
})

describe("where too many passwords wait to be hashed", () => {
  const noRoom = { ...argon2(argon2Cost, { atOnce: 1, most: 0 }), isCommon: isCommonPassword }

  test("whoever signs in or registers is told 503 and when to come back, an email that nobody has alike", async () => {
    const { email, password } = await joinShop(await testAuth())
    const auth = await testAuth({ passwords: noRoom, sameData: true })
    const known = await auth.callTo("commerce", "login", { body: { email, password } })
    const unknown = await auth.callTo("commerce", "login", { body: { email: "nobody@example.com", password } })
    const newcomer = await auth.callTo("commerce", "register", { body: shopper(1) })
    for (const { status, headers, body } of [known, unknown, newcomer]) {
      expect([status, headers.get("retry-after")]).toEqual([503, "2"])
      expect(body).toEqual({ error: { code: "unavailable", message: expect.any(String) } })
    }
    expect(known.text).toBe(unknown.text)
  })

  test("no try is spent on a password that was not looked at", async () => {
    const { email, password } = await joinShop(await testAuth())
    const logIn = (auth: TestAuth) => auth.callTo("commerce", "login", { body: { email, password } })
    const auth = await testAuth({ passwords: noRoom, sameData: true })
    for (let times = 0; times < 40; times++) await must(503, logIn(auth))
  })
})

test("the addresses around one share what they may ask to be hashed, and others have their own", async () => {
  const auth = await testAuth()
  const body = { email: "nobody@example.com", password: "securePassword123" }
  for (const address of ["198.51.100.7", "198.51.100.250", "2001:db8:1:2::1", "2001:db8:1:ff::1", "192.0.2.7"])
    await must(401, auth.callTo("commerce", "login", { body, address }))
  const places = ["198.51.100.0/24", "2001:db8:1::/48", "192.0.2.0/24"]
  const db = await testDatabase({ empty: false })
  const spent = places.map((place) =>
    db.limit.findUnique({ where: { key: placeKey(auth, "password-place", "commerce", place) } }),
  )
  expect((await Promise.all(spent)).map((row) => row?.spent)).toEqual([2, 2, 1])
})
