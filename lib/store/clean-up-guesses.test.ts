import { expect, test } from "vitest"
import { shownBy } from "@/lib/session/known-device"
import { knownDevice } from "@/lib/sign-in/steps/known-device"
import { cleanUp } from "@/lib/store/clean-up"
import { elsewhere, join, must, wrong } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { after, days } from "@/lib/time"

/** A core, its database, and the clean-up on it. */
async function house() {
  const auth = await testAuth()
  const db = await testDatabase({ empty: false })
  return { auth, db, ago: (age: number) => after(auth.now(), -age), clean: cleanUp(db) }
}

test("wrong guesses are forgotten after a month, but for those of a known device", async () => {
  const { auth, db, clean, ago } = await house()
  await db.failureCount.createMany({
    data: [
      { key: "device capped", count: 100, lastAt: ago(days(500)) },
      { key: "device on its way", count: 99, lastAt: ago(days(400)) },
      { key: "device long gone", count: 100, lastAt: ago(days(600)) },
      { key: "counting", count: 99, lastAt: ago(days(29)) },
      { key: "quiet", count: 99, lastAt: ago(days(31)) },
    ],
  })
  expect((await clean(auth.now())).removed.FailureCount).toBe(2)
  const left = await db.failureCount.findMany({ orderBy: { key: "asc" } })
  expect(left.map(({ key }) => key)).toEqual(["counting", "device capped", "device on its way"])
})

test("what strangers guessed counts on after a clean-up, until it has drained", async () => {
  const { auth, db, clean } = await house()
  const { email, phone } = await join(auth)
  await must(200, auth.call("emailCheck", { body: { email }, address: elsewhere() }))
  await auth.call("verifyPin", { body: { email, pin: wrong(auth.pinFor(phone)) }, address: elsewhere() })
  const standing = () => db.drainingBudget.count({ where: { open: { gt: 0 } } })
  const before = await standing()
  expect(before).toBeGreaterThan(3)
  await clean(after(auth.now(), days(59)))
  expect(await standing()).toBe(before)
  await db.drainingBudget.updateMany({ where: { open: { gt: 0 } }, data: { open: 9 } })
  await clean(after(auth.now(), days(61)))
  expect(await standing()).toBe(before)
  await clean(after(auth.now(), days(401)))
  expect(await db.drainingBudget.count()).toBe(0)
})

test("a device is known for half a year after its session's end, and no longer", async () => {
  const { auth, clean } = await house()
  const { email, refreshToken } = await join(auth)
  const owner = { realm: "handbid", kind: "email", value: email } as const
  const isKnown = async () => (await knownDevice(owner, shownBy({ bearer: refreshToken }), auth.core)) !== undefined
  auth.pass(days(170))
  await clean(auth.now())
  expect(await isKnown()).toBe(true)
  auth.pass(days(365 + 11))
  await clean(auth.now())
  expect(await isKnown()).toBe(false)
})
