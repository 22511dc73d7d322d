import { describe, expect, test } from "vitest"
import { elsewhere, headersOf, join, person, wrong } from "@/lib/testing/people"
import { type CallAnswer, type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { hours, minutes, seconds } from "@/lib/time"

// Whoever probes an email sees the same answers for one with a registration under way as for one that nobody has.
const pending = person(1)
const nobody = person(2)

async function both() {
  const auth = await testAuth()
  await auth.call("register", { body: pending.details, address: elsewhere() })
  auth.pass(seconds(30))
  // Each is asked the same of, the one right after the other.
  const compare = async (ask: (email: string, address: string) => Promise<CallAnswer>) => {
    const address = elsewhere()
    const [real, decoy] = [await ask(pending.email, address), await ask(nobody.email, address)]
    expect(answerOf(decoy)).toEqual(answerOf(real))
    return real.status
  }
  return { auth, compare }
}
const answerOf = (answer: CallAnswer) => ({ status: answer.status, text: answer.text, headers: headersOf(answer) })
const guess = (auth: TestAuth) => (email: string, address: string) =>
  auth.call("verifyPin", { body: { email, pin: "000000" }, address })
const resend = (auth: TestAuth) => (email: string, address: string) =>
  auth.call("resendPin", { body: { email }, address })

describe("an email that nobody has is answered like one that is waiting for its PIN", () => {
  test("through the 5 tries and beyond", async () => {
    const { auth, compare } = await both()
    for (const status of [401, 401, 401, 401, 401, 429, 429]) expect(await compare(guess(auth))).toBe(status)
  })

  test("from one network through the growing waits", async () => {
    const { auth, compare } = await both()
    const fromHome = (email: string) => guess(auth)(email, "192.0.2.1")
    for (const status of [401, 401, 401, 401, 401, 429]) expect(await compare(fromHome)).toBe(status)
    auth.pass(seconds(5))
    expect(await compare(fromHome)).toBe(429)
  })

  test("through the resends and their waits, and only one of them gets messages", async () => {
    const { auth, compare } = await both()
    await auth.call("resendPin", { body: { email: nobody.email }, address: elsewhere() })
    await auth.call("resendPin", { body: { email: pending.email }, address: elsewhere() })
    const messages = auth.outbox.length
    expect(auth.outbox.every(({ to }) => to === pending.phone)).toBe(true)
    expect((await resend(auth)(nobody.email, elsewhere())).status).toBe(429)
    expect((await resend(auth)(pending.email, elsewhere())).status).toBe(429)
    expect(auth.outbox).toHaveLength(messages)
    expect(await compare((email, address) => auth.call("emailCheck", { body: { email }, address }))).toBe(200)
  })

  test("after the tries are spent and a new PIN was asked for", async () => {
    const { auth, compare } = await both()
    for (let tries = 0; tries < 6; tries++) await compare(guess(auth))
    expect(await compare(resend(auth))).toBe(202)
    for (const status of [401, 401, 401, 401, 401, 429]) expect(await compare(guess(auth))).toBe(status)
  })

  test("when the PIN has expired", async () => {
    const { auth, compare } = await both()
    await compare(guess(auth))
    auth.pass(minutes(11))
    for (let tries = 0; tries < 7; tries++) expect(await compare(guess(auth))).toBe(401)
  })

  test("behind an address from which much was guessed at others", async () => {
    const { auth, compare } = await both()
    for (let number = 10; number < 16; number++) {
      const { email, phone } = await join(auth, number)
      auth.pass(hours(1))
      await auth.call("emailCheck", { body: { email }, address: elsewhere() })
      const body = { email, pin: wrong(auth.pinFor(phone)) }
      for (let tries = 0; tries < 4; tries++) await auth.call("verifyPin", { body, address: "192.0.2.1" })
    }
    await compare(resend(auth))
    for (const status of [401, 401]) expect(await compare((email) => guess(auth)(email, "192.0.2.1"))).toBe(status)
  })

  test("when all that strangers may guess at one phone is used up", async () => {
    const { auth, compare } = await both()
    for (let round = 0; round < 2; round++) {
      for (let tries = 0; tries < 6; tries++) await compare(guess(auth))
      auth.pass(minutes(11))
      expect(await compare(resend(auth))).toBe(202)
    }
    for (let tries = 0; tries < 3; tries++) expect(await compare(guess(auth))).toBe(429)
  })
})

test("no PIN opens a decoy", async () => {
  const auth = await testAuth()
  const { email } = nobody
  for (const pin of ["000000", "xxxxxx", "undefi", "      "])
    expect((await auth.call("verifyPin", { body: { email, pin }, address: elsewhere() })).status).not.toBe(200)
})

test("a stranger's guesses on an email spend no try of the registration that comes after", async () => {
  const auth = await testAuth()
  const { email, phone, details } = nobody
  for (let tries = 0; tries < 6; tries++) await guess(auth)(email, elsewhere())
  expect((await auth.call("register", { body: details, address: elsewhere() })).status).toBe(201)
  const body = { email, pin: auth.pinFor(phone) }
  expect((await auth.call("verifyPin", { body, address: elsewhere() })).status).toBe(200)
})
