import { describe, expect, test } from "vitest"
import { keyRing } from "@/lib/keys/key-ring"
import { elsewhere, goodToken, google, join, person, wrong } from "@/lib/testing/people"
import { type CallAnswer, type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { seconds } from "@/lib/time"

/** Two processes on one database, which share nothing else. */
async function two() {
  const keys = keyRing(["a secret that both processes were given"])
  const one = await testAuth({ keys, captcha: google })
  const other = await testAuth({ keys, captcha: google, sameData: true, limits: one.core.limits })
  const both = (duration: number) => [one, other].map((auth) => auth.pass(duration))
  const sent = () => [...one.outbox, ...other.outbox]
  return { one, other, pass: both, sent }
}

/** So many calls at once, every other one to the other process. */
const at = (
  times: number,
  { one, other }: { one: TestAuth; other: TestAuth },
  ask: (auth: TestAuth, index: number) => Promise<CallAnswer>,
) => Promise.all(Array.from({ length: times }, (_, index) => ask(index % 2 ? other : one, index)))

const withStatus = (answers: CallAnswer[], status: number) => answers.filter((answer) => answer.status === status)
const { email, phone, details } = person()

describe("a PIN", () => {
  test("of 50 simultaneous verify-pin calls with the right PIN exactly one succeeds", async () => {
    const processes = await two()
    await processes.one.call("register", { body: details })
    const body = { email, pin: processes.one.pinFor(phone) }
    const answers = await at(50, processes, (auth) => auth.call("verifyPin", { body, address: elsewhere() }))
    expect(withStatus(answers, 200)).toHaveLength(1)
    expect(answers.every(({ status }) => [200, 401, 429].includes(status))).toBe(true)
    const db = await testDatabase({ empty: false })
    expect([await db.session.count(), await db.account.count(), await db.token.count()]).toEqual([1, 1, 2])
    expect([...processes.one.surprises, ...processes.other.surprises]).toEqual([])
  })

  test("losers of that race are not failures", async () => {
    const processes = await two()
    await processes.one.call("register", { body: details })
    const body = { email, pin: processes.one.pinFor(phone) }
    await at(20, processes, (auth) => auth.call("verifyPin", { body, address: "192.0.2.1" }))
    const db = await testDatabase({ empty: false })
    expect(await db.failureCount.count({ where: { count: { gt: 0 } } })).toBe(0)
  })

  test("of 50 simultaneous guesses 5 are heard", async () => {
    const processes = await two()
    await processes.one.call("register", { body: details })
    const body = { email, pin: wrong(processes.one.pinFor(phone)) }
    const answers = await at(50, processes, (auth) => auth.call("verifyPin", { body, address: elsewhere() }))
    expect(withStatus(answers, 401)).toHaveLength(5)
    expect(withStatus(answers, 429)).toHaveLength(45)
  })
})

describe("one message leaves", () => {
  test("of 50 simultaneous resends", async () => {
    const processes = await two()
    await processes.one.call("register", { body: details })
    processes.pass(seconds(30))
    const answers = await at(50, processes, (auth) => auth.call("resendPin", { body: { email }, address: elsewhere() }))
    expect(withStatus(answers, 202)).toHaveLength(1)
    expect(withStatus(answers, 429)).toHaveLength(49)
    expect(processes.sent()).toHaveLength(2)
  })

  test("of 50 simultaneous email-checks, which all get the same answer", async () => {
    const processes = await two()
    await join(processes.one)
    const answers = await at(50, processes, (auth) =>
      auth.call("emailCheck", { body: { email }, address: elsewhere() }),
    )
    expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(['{"exists":true,"userFound":true}']))
    const messages = [...processes.one.outbox.slice(1), ...processes.other.outbox]
    expect(messages).toHaveLength(1)
    const body = { email, pin: messages[0]?.pin }
    expect((await processes.other.call("verifyPin", { body })).status).toBe(200)
  })

  test("of 20 simultaneous registrations with one email and one phone, which all get the same answer", async () => {
    const processes = await two()
    const answers = await at(20, processes, (auth) => auth.call("register", { body: details, address: elsewhere() }))
    expect(processes.sent()).toHaveLength(1)
    const body = { email, pin: processes.sent()[0]?.pin }
    expect((await processes.one.call("verifyPin", { body })).status).toBe(200)
    expect(withStatus(answers, 201)).toHaveLength(20)
  })

  test("to each phone, of 20 simultaneous registrations of one email with two phones, and the last one's PIN works", async () => {
    const processes = await two()
    const mobiles = [phone, person(1).phone]
    await at(20, processes, (auth, index) =>
      auth.call("register", { body: { ...details, mobile: mobiles[(index >> 1) % 2] }, address: elsewhere() }),
    )
    const last = await processes.one.core.challenges.unused("handbid", email)
    const received = processes.sent().filter(({ to }) => to === last?.phone)
    const answers: number[] = []
    for (const { pin } of received)
      answers.push((await processes.one.call("verifyPin", { body: { email, pin }, address: elsewhere() })).status)
    expect(answers).toContain(200)
    for (const mobile of mobiles) expect(processes.sent().filter(({ to }) => to === mobile).length).toBeLessThan(2)
  })
})

test("50 simultaneous refreshes of one token all get the same successor", async () => {
  const processes = await two()
  const { refreshToken } = await join(processes.one)
  const answers = await at(50, processes, (auth) => auth.call("refreshToken", { body: { refreshToken } }))
  expect(withStatus(answers, 200)).toHaveLength(50)
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  const next = answers[0]?.body.refreshToken
  expect((await processes.other.call("refreshToken", { body: { refreshToken: next } })).status).toBe(200)
})

describe("budgets hold", () => {
  test("of 30 simultaneous email-checks from one address 10 get in", async () => {
    const processes = await two()
    const answers = await at(30, processes, (auth) => auth.call("emailCheck", { body: { email } }))
    expect(withStatus(answers, 200)).toHaveLength(10)
    expect(withStatus(answers, 429)).toHaveLength(20)
  })

  test("one good captcha token opens the roomy lane once", async () => {
    const processes = await two()
    const captchaToken = goodToken()
    const answers = await at(30, processes, (auth) => auth.call("emailCheck", { body: { email, captchaToken } }))
    expect(withStatus(answers, 200)).toHaveLength(11)
  })

  test("20 strangers at once cannot get more than 4 messages to one phone, of the 5 that it may get", async () => {
    const processes = await two()
    await at(20, processes, (auth, index) =>
      auth.call("register", { body: { ...person(index).details, mobile: phone }, address: elsewhere() }),
    )
    expect(processes.sent()).toHaveLength(4)
  })

  test("two people who verify the same email at once make one account", async () => {
    const processes = await two()
    await processes.one.call("register", { body: details })
    const first = processes.one.pinFor(phone)
    await processes.other.call("register", { body: { ...details, mobile: person(1).phone }, address: elsewhere() })
    const second = processes.other.pinFor(person(1).phone)
    const answers = await at(10, processes, (auth, index) =>
      auth.call("verifyPin", { body: { email, pin: index % 4 < 2 ? first : second }, address: elsewhere() }),
    )
    expect(withStatus(answers, 200).length).toBeLessThan(2)
    const db = await testDatabase({ empty: false })
    expect(await db.account.count()).toBe(withStatus(answers, 200).length)
  })
})
