import { expect, test } from "vitest"
import { keyRing } from "@/lib/keys/key-ring"
import { elsewhere, join, must, person, wrong } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { hours } from "@/lib/time"

const address = "198.51.100.9"
const enter = (auth: TestAuth, email: string, pin: string, from = address) =>
  auth.call("verifyPin", { body: { email, pin }, address: from })
const db = () => testDatabase({ empty: false })

/** Two processes on one database, and somebody known with a PIN that was asked for an hour later. */
async function waiting() {
  const keys = keyRing(["a secret that both processes were given"])
  const one = await testAuth({ keys })
  const other = await testAuth({ keys, sameData: true })
  const { email, phone } = await join(one)
  await one.settled()
  for (const auth of [one, other]) auth.pass(hours(1))
  await must(200, one.call("emailCheck", { body: { email }, address: elsewhere() }))
  await one.settled()
  return { one, other, email, pin: one.pinFor(phone) }
}

test("of fifty right PINs at once from one caller one opens a session and is recorded, and all get its tokens", async () => {
  const { one, other, email, pin } = await waiting()
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => enter(index % 2 ? one : other, email, pin)),
  )
  const opened = answers.filter(({ status }) => status === 200)
  expect(opened.length).toBeGreaterThan(1)
  expect(new Set(opened.map(({ body }) => body.accessToken)).size).toBe(1)
  expect(answers.every(({ status }) => [200, 429].includes(status))).toBe(true)
  expect(await (await db()).event.count({ where: { kind: "signed-in" } })).toBe(1)
  expect(await (await db()).session.count()).toBe(2)
  expect(await (await db()).failureCount.count()).toBe(0)
  expect([...one.surprises, ...other.surprises]).toEqual([])
})

test("of two right PINs at once, after three wrong ones, one takes all back that was charged, and the other its own", async () => {
  const { one, other, email, pin } = await waiting()
  for (let tries = 0; tries < 3; tries++) await must(401, enter(one, email, wrong(pin)))
  const answers = await Promise.all([one, other].map((auth) => enter(auth, email, pin)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200])
  const budgets = await (await db()).limit.findMany({ where: { key: { startsWith: "pin:handbid:" } } })
  expect(budgets.filter(({ spent }) => spent > 0)).toEqual([])
  await Promise.all([one.settled(), other.settled()])
  const owed = await (await db()).drainingBudget.findMany()
  expect(owed.map(({ open }) => Math.round(open)).filter((open) => open > 0)).toEqual([])
})

test("twenty people who sign in at once behind one address all get in, and none waits for another in a circle", async () => {
  const auth = await testAuth()
  const people = Array.from({ length: 20 }, (_, number) => person(number))
  for (const { details } of people) await must(201, auth.call("register", { body: details, address: elsewhere() }))
  await auth.settled()
  await Promise.all(people.map(({ email, phone }) => enter(auth, email, wrong(auth.pinFor(phone)), elsewhere())))
  await Promise.all(people.map(({ email, phone }) => must(200, enter(auth, email, auth.pinFor(phone)))))
  await auth.settled()
  expect(auth.surprises).toEqual([])
})

test("a session and the event that tells of it are there together, or neither is", async () => {
  const { one, email, pin } = await waiting()
  const before = await (await db()).session.count()
  await (await db()).$executeRaw`ALTER TABLE "Event" ADD CONSTRAINT "broken" CHECK ("kind" <> 'signed-in') NOT VALID`
  expect((await enter(one, email, pin)).status).toBe(500)
  await (await db()).$executeRaw`ALTER TABLE "Event" DROP CONSTRAINT "broken"`
  expect(await (await db()).session.count()).toBe(before)
  expect((await enter(one, email, pin)).status).toBe(200)
})
