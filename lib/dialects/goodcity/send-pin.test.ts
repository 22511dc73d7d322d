import { expect, test } from "vitest"
import type { Delivery } from "@/lib/delivery/sms"
import { invalidCode, joinGoodCity, keyFor, mobileOf, signUpBody, verify } from "@/lib/testing/goodcity-people"
import { elsewhere, headersOf } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { statementsDuring } from "@/lib/testing/test-database"
import { hours, minutes, seconds } from "@/lib/time"

const sendPin = (auth: TestAuth, number: number, more = {}) =>
  auth.callTo("goodcity", "sendPin", { body: { mobile: mobileOf(number) }, address: elsewhere(), ...more })

test("each call cycles the key: the older one is dead, with its PIN", async () => {
  const auth = await testAuth()
  await joinGoodCity(auth)
  auth.pass(hours(1))
  const first = await keyFor(auth, "sendPin")
  const firstPin = auth.pinFor(mobileOf())
  auth.pass(seconds(30))
  const second = await keyFor(auth, "sendPin")
  expect(second).not.toBe(first)
  expect(await verify(auth, first, firstPin)).toMatchObject(invalidCode)
  expect(await verify(auth, first, auth.pinFor(mobileOf()))).toMatchObject(invalidCode)
  expect((await verify(auth, second, auth.pinFor(mobileOf()))).status).toBe(200)
})

test("within the wait it is 429 and nothing cycles: a stranger cannot keep killing one's key", async () => {
  const auth = await testAuth()
  await joinGoodCity(auth)
  auth.pass(hours(1))
  const key = await keyFor(auth, "sendPin")
  const early = await sendPin(auth, 0)
  expect(early).toMatchObject({ status: 429, body: { errors: expect.stringContaining("30 seconds") } })
  expect(early.headers.get("Retry-After")).toBe("30")
  expect(early.headers.get("RateLimit-Policy")).toBe('"wait";q=1;w=30')
  expect(early.headers.get("Access-Control-Expose-Headers")).toContain("Retry-After")
  expect((await auth.callTo("goodcity", "signup", { body: signUpBody() })).status).toBe(429)
  expect((await verify(auth, key, auth.pinFor(mobileOf()))).status).toBe(200)
})

test("an owner at home keeps their key, whatever strangers ask for, and strangers' keys do not open with their PIN", async () => {
  const auth = await testAuth()
  const { token } = await joinGoodCity(auth)
  auth.pass(hours(1))
  const strangers = await keyFor(auth, "sendPin")
  auth.pass(seconds(30))
  const headers = { authorization: `Bearer ${token}` }
  const key = await keyFor(auth, "sendPin", 0, { headers })
  const pin = auth.pinFor(mobileOf())
  auth.pass(seconds(30))
  await keyFor(auth, "sendPin")
  expect(await verify(auth, strangers, pin)).toMatchObject(invalidCode)
  expect((await verify(auth, key, pin, { headers })).status).toBe(200)
})

test("a sign-in leaves strangers' wait as it was, since its end would tell who has an account", async () => {
  const auth = await testAuth()
  const { token } = await joinGoodCity(auth)
  auth.pass(hours(1))
  for (const wait of [30, 60]) {
    await sendPin(auth, 0)
    auth.pass(seconds(wait))
  }
  await sendPin(auth, 0)
  const headers = { authorization: `Bearer ${token}` }
  const key = await keyFor(auth, "sendPin", 0, { headers })
  expect((await verify(auth, key, auth.pinFor(mobileOf()), { headers })).status).toBe(200)
  const early = await sendPin(auth, 0)
  expect(early.status).toBe(429)
  expect(early.headers.get("RateLimit-Policy")).toContain('"wait"')
})

test("known and unknown get the same: answers, headers, waits and limits, call by call; so do newcomers on the way in", async () => {
  const auth = await testAuth()
  await joinGoodCity(auth, 1)
  await keyFor(auth, "signup", 3)
  auth.pass(hours(24))
  const answers = async (number: number) => {
    const heard: unknown[] = []
    for (let call = 0; call < 12; call++) {
      const { status, headers, body } = await sendPin(auth, number)
      heard.push({ status, headers: headersOf({ headers }), errors: body.errors, form: body.otp_auth_key?.length })
      auth.pass(call % 2 ? seconds(20) : minutes(9))
    }
    auth.pass(hours(24))
    return heard
  }
  const [known, unknown, pending] = [await answers(1), await answers(2), await answers(3)]
  expect(known).toEqual(unknown)
  expect(pending).toEqual(unknown)
  expect(new Set(known.map((answer) => (answer as { status: number }).status))).toEqual(new Set([200, 429]))
})

test.each(["sendPin", "signup"] as const)(
  "%s runs the same statements for known, pending and unknown",
  async (path) => {
    const auth = await testAuth()
    await joinGoodCity(auth, 1)
    await keyFor(auth, "signup", 3)
    auth.pass(minutes(1))
    const statements = async (number: number) => {
      const body = path === "sendPin" ? { mobile: mobileOf(number) } : signUpBody(number)
      await auth.settled()
      return statementsDuring(() => auth.callTo("goodcity", path, { body, address: elsewhere() }))
    }
    const known = await statements(1)
    expect(known.join()).toContain("Identity")
    expect(await statements(2)).toEqual(known)
    expect(await statements(3)).toEqual(known)
  },
)

test("the SMS leaves after the response, and until it has left nothing of it is composed", async () => {
  const tasks: (() => Promise<unknown>)[] = []
  const auth = await testAuth({ later: (task) => tasks.push(task) })
  expect((await auth.callTo("goodcity", "signup", { body: signUpBody() })).status).toBe(200)
  expect((await sendPin(auth, 7)).status).toBe(200)
  expect(auth.outbox).toEqual([])
  for (const task of tasks) await task()
  expect(auth.outbox).toMatchObject([{ to: mobileOf() }])
})

test.each<Delivery["fate"]>(["not-accepted", "unknown", "bad-number"])(
  "a sender's failure (%s) is not reported, and shows in no wait",
  async (fate) => {
    const auth = await testAuth({ sms: { send: async () => ({ fate, sender: "test" }) } })
    for (const path of ["sendPin", "signup"] as const) {
      expect(await keyFor(auth, path, 3)).toHaveLength(24)
      expect((await sendPin(auth, 3)).status).toBe(429)
      auth.pass(minutes(1))
    }
    expect(auth.surprises).toEqual([])
  },
)

test("an unknown mobile's key spends tries and opens nothing, whatever the PIN", async () => {
  const auth = await testAuth()
  const key = await keyFor(auth, "sendPin")
  expect(auth.outbox).toEqual([])
  for (let tries = 0; tries < 5; tries++)
    expect(await verify(auth, key, String(tries).padStart(4, "0"))).toMatchObject(invalidCode)
})

test("of fifty calls at once for one mobile one gets a key, and one message leaves", async () => {
  const auth = await testAuth()
  await joinGoodCity(auth)
  auth.outbox.length = 0
  const answers = await Promise.all(Array.from({ length: 50 }, () => sendPin(auth, 0)))
  await auth.settled()
  const keys = answers.filter(({ status }) => status === 200)
  expect(keys).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(49)
  expect(auth.outbox).toHaveLength(1)
  expect((await verify(auth, keys[0]?.body.otp_auth_key, auth.pinFor(mobileOf()))).status).toBe(200)
})

test("one address may ask ten times in five minutes, whoever it asks for", async () => {
  const auth = await testAuth()
  await joinGoodCity(auth, 3)
  const statuses: number[] = []
  for (let number = 0; number < 12; number++)
    statuses.push((await sendPin(auth, number, { address: "192.0.2.1" })).status)
  expect(statuses).toEqual([...Array(10).fill(200), 429, 429])
})

test("neither the key nor the PIN lies in the database", async () => {
  const auth = await testAuth()
  const key = await keyFor(auth, "signup")
  const row = JSON.stringify(await auth.core.challenges.unused("goodcity", mobileOf()))
  expect(row).toContain("Jake")
  expect(row).not.toContain(key)
  expect(row).not.toContain(`"${auth.pinFor(mobileOf())}"`)
})

test("a page of a strange origin cannot make its visitor send a text", async () => {
  const auth = await testAuth()
  const headers = { origin: "https://elsewhere.example" }
  expect(await sendPin(auth, 0, { headers })).toMatchObject({ status: 403, body: { errors: "Forbidden" } })
  expect((await auth.callTo("goodcity", "signup", { body: signUpBody(), headers })).status).toBe(403)
  expect(auth.outbox).toEqual([])
})
