import { decodeJwt, decodeProtectedHeader } from "jose"
import { expect, test } from "vitest"
import { invalidCode, joinGoodCity, keyFor, mobileOf, verify, wrongPin } from "@/lib/testing/goodcity-people"
import { bearer, elsewhere } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { minutes, seconds } from "@/lib/time"

test("wrong, expired, used, cycled and fake keys, and PINs of any shape, are one answer", async () => {
  const auth = await testAuth()
  const key = await keyFor(auth, "signup")
  const pin = auth.pinFor(mobileOf())
  const cases: [unknown, unknown][] = [
    [key, wrongPin(pin)],
    [`${key[0] === "A" ? "B" : "A"}${key.slice(1)}`, pin],
    ["", pin],
    [undefined, pin],
    [[key], pin],
    [key, undefined],
    [key, ""],
    [key, "12345"],
    [key, "abcd"],
    [key, { pin }],
    [key, `${pin}\u0000`],
  ]
  const answers = []
  for (const [shownKey, shownPin] of cases) answers.push(await verify(auth, shownKey, shownPin))
  expect((await verify(auth, key, pin)).status).toBe(200)
  answers.push(await verify(auth, key, pin))
  auth.pass(minutes(1))
  const late = await keyFor(auth, "sendPin")
  auth.pass(minutes(10))
  answers.push(await verify(auth, late, auth.pinFor(mobileOf())))
  for (const { status, body, headers } of answers) {
    expect({ status, body }).toEqual(invalidCode)
    expect([...headers.keys()].sort()).toEqual([...(answers[0]?.headers.keys() ?? [])].sort())
    expect(headers.get("Cache-Control")).toBe("no-store")
  }
})

test("3 tries per key: the right PIN comes too late after them, and is refused like any other", async () => {
  const auth = await testAuth()
  const key = await keyFor(auth, "signup")
  const pin = auth.pinFor(mobileOf())
  for (let tries = 0; tries < 3; tries++) expect(await verify(auth, key, wrongPin(pin))).toMatchObject(invalidCode)
  const spent = await verify(auth, key, pin)
  expect(spent).toMatchObject(invalidCode)
  expect(spent.headers.has("Retry-After")).toBe(false)
})

test("the third try may be the right one", async () => {
  const auth = await testAuth()
  const key = await keyFor(auth, "signup")
  const pin = auth.pinFor(mobileOf())
  for (let tries = 0; tries < 2; tries++) await verify(auth, key, wrongPin(pin))
  expect((await verify(auth, key, pin)).status).toBe(200)
})

test("of a thousand simultaneous guesses at one key three are compared", async () => {
  const auth = await testAuth()
  const key = await keyFor(auth, "signup")
  const pin = Number(auth.pinFor(mobileOf()))
  const guesses = Array.from({ length: 1000 }, (_, step) => String((pin + 1 + step) % 10_000).padStart(4, "0"))
  const answers = await Promise.all(guesses.map((guess) => verify(auth, key, guess)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([422]))
  const row = await auth.core.challenges.unused("goodcity", mobileOf())
  expect(row?.tries).toEqual({ key: 3 })
})

test("of fifty simultaneous right PINs of one caller one opens a session, and the others are no failures", async () => {
  const auth = await testAuth()
  const key = await keyFor(auth, "signup")
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => verify(auth, key, auth.pinFor(mobileOf()), { address: "192.0.2.1" })),
  )
  const opened = answers.filter(({ status }) => status === 200)
  expect(new Set(opened.map(({ body }) => body.jwt_token)).size).toBe(1)
  const db = await testDatabase({ empty: false })
  expect(await db.session.count()).toBe(1)
  expect(await db.failureCount.count()).toBe(0)
  expect(await db.drainingBudget.count({ where: { open: { gt: 0 } } })).toBe(0)
})

test.each([true, false])(
  "the account's failure count outlives the keys (known: %s): waits grow, as 429",
  async (known) => {
    const auth = await testAuth()
    if (known) await joinGoodCity(auth)
    const address = "192.0.2.1"
    for (let round = 0; round < 2; round++) {
      const key = await keyFor(auth, "sendPin")
      for (let tries = 0; tries < 3 - round; tries++)
        expect(await verify(auth, key, known ? wrongPin(auth.pinFor(mobileOf())) : "0000", { address })).toMatchObject(
          invalidCode,
        )
      if (round === 1) {
        const early = await verify(auth, key, "0000", { address })
        expect(early).toMatchObject({ status: 429, body: { errors: expect.stringContaining("5 seconds") } })
        expect(early.headers.get("Retry-After")).toBe("5")
        expect(await verify(auth, key, "12", { address: elsewhere() })).toMatchObject(invalidCode)
      }
      auth.pass(minutes(1))
    }
  },
)

test("keys that nobody was given are paid for too: 30 tries in 5 minutes per address", async () => {
  const auth = await testAuth()
  const statuses: number[] = []
  for (let tries = 0; tries < 32; tries++)
    statuses.push((await verify(auth, "/JqONEgEjrZefDV3ZIQsNA==", "1234", { address: "192.0.2.1" })).status)
  expect(statuses).toEqual([...Array(30).fill(422), 429, 429])
})

test("the PIN answers only to its own key", async () => {
  const auth = await testAuth()
  const mine = await keyFor(auth, "signup", 1)
  const other = await keyFor(auth, "signup", 2)
  const pin = auth.pinFor(mobileOf(1))
  if (pin !== auth.pinFor(mobileOf(2))) expect(await verify(auth, other, pin)).toMatchObject(invalidCode)
  expect((await verify(auth, mine, pin)).status).toBe(200)
})

test("a PIN as a person types it, and as JSON clients send it, is the PIN", async () => {
  for (const shape of [(pin: string) => `${pin.slice(0, 2)} ${pin.slice(2)}`, Number]) {
    const auth = await testAuth()
    const key = await keyFor(auth, "signup")
    expect((await verify(auth, key, shape(auth.pinFor(mobileOf())))).status).toBe(200)
  }
})

test("the JWT is HS256, typ JWT, lives 1800 s and says what the contract lists, and no more", async () => {
  const auth = await testAuth()
  const { token, user } = await joinGoodCity(auth)
  expect(decodeProtectedHeader(token)).toMatchObject({ alg: "HS256", typ: "JWT" })
  const claims = decodeJwt(token)
  expect(Object.keys(claims).sort()).toEqual(["aud", "exp", "iat", "iss", "jti", "sid", "user_id"])
  expect(claims).toMatchObject({ user_id: user.user_profile.id, iss: "GoodCity", exp: (claims.iat ?? 0) + 1800 })
  expect(Number.isSafeInteger(user.user_profile.id)).toBe(true)
})

test("a token works for 30 minutes, and a revoked one not a moment longer", async () => {
  const auth = await testAuth()
  const { token } = await joinGoodCity(auth)
  const status = async () => (await auth.callTo("goodcity", "currentUserProfile", { headers: bearer(token) })).status
  auth.pass(minutes(29) - seconds(1))
  expect(await status()).toBe(200)
  auth.pass(seconds(1))
  expect(await status()).toBe(401)

  const again = await joinGoodCity(auth, 1)
  const { sid } = decodeJwt(again.token)
  const mine = { headers: bearer(again.token) }
  expect((await auth.callTo("goodcity", "currentUserProfile", mine)).status).toBe(200)
  await auth.core.sessions.revoke(String(sid), auth.now())
  expect((await auth.callTo("goodcity", "currentUserProfile", mine)).status).toBe(401)
})
