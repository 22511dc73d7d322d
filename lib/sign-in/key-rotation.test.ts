import { expect, test } from "vitest"
import { keyRing } from "@/lib/keys/key-ring"
import type { Limits } from "@/lib/limits/limits"
import { elsewhere, join, person, wrong } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { seconds } from "@/lib/time"

// SECRET_KEY is rotated by putting the old one into SECRET_KEY_PREVIOUS: a process of each kind runs for a while.
const old = keyRing(["the old secret"])
const rotating = keyRing(["the new secret", "the old secret"])
const rotated = keyRing(["the new secret"])
const { email, phone, details } = person()

const before = () => testAuth({ keys: old })
const after = (keys = rotating, limits?: Limits) => testAuth({ keys, sameData: true, ...(limits && { limits }) })

test("a PIN that was sent before the rotation works after it", async () => {
  const auth = await before()
  await auth.call("register", { body: details })
  const body = { email, pin: auth.pinFor(phone) }
  expect((await (await after()).call("verifyPin", { body })).status).toBe(200)
})

test("a resend after the rotation repeats the PIN that was sent before", async () => {
  const auth = await before()
  await auth.call("register", { body: details })
  const next = await after()
  next.pass(seconds(30))
  expect((await next.call("resendPin", { body: { email } })).status).toBe(202)
  expect(next.pinFor(phone)).toBe(auth.pinFor(phone))
})

test("a session goes on, and its refresh token too", async () => {
  const auth = await before()
  const { accessToken, refreshToken } = await join(auth)
  const next = await after(rotated)
  expect((await next.call("auctions", { headers: { authorization: `Bearer ${accessToken}` } })).status).toBe(200)
  expect((await next.call("refreshToken", { body: { refreshToken } })).status).toBe(200)
})

test("a refresh answered before the rotation is repeated after it", async () => {
  const auth = await before()
  const { refreshToken } = await join(auth)
  const answer = await auth.call("refreshToken", { body: { refreshToken } })
  const next = await after()
  expect((await next.call("refreshToken", { body: { refreshToken } })).body).toEqual(answer.body)
  expect((await next.call("refreshToken", { body: { refreshToken: answer.body.refreshToken } })).status).toBe(200)
})

test("budgets and counts of failures go on through the rotation", async () => {
  const auth = await before()
  await auth.call("register", { body: details })
  const address = "192.0.2.1"
  const body = { email, pin: wrong(auth.pinFor(phone)) }
  for (let failures = 0; failures < 5; failures++) await auth.call("verifyPin", { body, address })
  for (let requests = 0; requests < 10; requests++) await auth.call("emailCheck", { body: { email }, address })
  const next = await after(rotating, auth.core.limits)
  expect(await next.call("verifyPin", { body, address })).toMatchObject({ status: 429, body: { retryAfter: 5 } })
  expect((await next.call("emailCheck", { body: { email }, address })).status).toBe(429)
})

test("once the old secret is gone, a PIN of its time is wrong, and a new one can be had", async () => {
  const auth = await before()
  await auth.call("register", { body: details })
  const next = await after(rotated)
  const verify = (pin: string) => next.call("verifyPin", { body: { email, pin }, address: elsewhere() })
  expect((await verify(auth.pinFor(phone))).status).toBe(401)
  next.pass(seconds(30))
  expect((await next.call("resendPin", { body: { email } })).status).toBe(202)
  expect((await verify(next.pinFor(phone))).status).toBe(200)
})

// Two steps, each rolled out one process after the other: what the next secret makes is known everywhere before anybody uses it.
const accepting = keyRing(["the old secret"], "the new secret")

test.each([
  ["the first step", old, accepting],
  ["the second step", accepting, rotating],
] as const)(
  "while %s rolls out, what one process made another takes: PINs, sessions, refreshes and counts",
  async (_, first, then) => {
    const processes = [await testAuth({ keys: first }), await after(then)] as const
    const answers = await Promise.all(
      [0, 1, 2, 3, 4, 5].map(async (number) => {
        const [one, other] = number % 2 ? processes : [processes[1], processes[0]]
        const somebody = person(number)
        const registered = await one.call("register", { body: somebody.details, address: elsewhere() })
        const twice = await other.call("register", { body: somebody.details, address: elsewhere() })
        const body = { email: somebody.email, pin: one.pinFor(somebody.phone) }
        const verified = await other.call("verifyPin", { body, address: elsewhere() })
        const { accessToken, refreshToken } = verified.body
        const listed = await one.call("auctions", { headers: { authorization: `Bearer ${accessToken}` } })
        const refreshed = await one.call("refreshToken", { body: { refreshToken } })
        const repeated = await other.call("refreshToken", { body: { refreshToken } })
        expect(repeated.body).toEqual(refreshed.body)
        return [registered, twice, verified, listed, refreshed].map(({ status }) => status)
      }),
    )
    expect(answers).toEqual(answers.map(() => [201, 201, 200, 200, 200]))
    // The second submit of each was known as the same wait's.
    expect(processes.reduce((sum, { outbox }) => sum + outbox.length, 0)).toBe(6)
  },
)
