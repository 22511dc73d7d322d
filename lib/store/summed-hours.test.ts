import { expect, test } from "vitest"
import { consoleOf } from "@/lib/store/console"
import { join, must } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { testLedger } from "@/lib/testing/test-ledger"
import { days, hours, minutes } from "@/lib/time"
import { together } from "@/lib/web/console/spend"

/** A ledger of some days that the console has looked at, so that its hours are summed up. */
async function seenLedger() {
  const there = await testLedger()
  const { console, write, refuse, since } = there
  for (const ago of [days(2), hours(30), hours(5), minutes(40), minutes(1)]) {
    await write(ago, { recipient: `r${ago}` })
    await refuse(ago + minutes(10), "conversion", { recipient: `r${ago}`, country: "GB" })
  }
  const look = async () => together(await console.byDay(since(days(30))))
  await look()
  return { ...there, look, ledger: there.auth.core.firewall.ledger }
}

test("what was summed up is read, and the hours that are not over are counted", async () => {
  const { look, console, since } = await seenLedger()
  const db = await testDatabase({ empty: false })
  expect(await look()).toEqual({ asked: 10, sent: 5, verified: 0, refused: 5, spent: 40_000 })
  // So it is not counted again: what is older than the young hours may even be gone.
  await db.decision.deleteMany({ where: { at: { lt: since(hours(3)) } } })
  expect(await look()).toEqual({ asked: 10, sent: 5, verified: 0, refused: 5, spent: 40_000 })
  expect(await console.byCountry(since(days(3)))).toMatchObject([
    { country: "US", asked: 5 },
    { country: "GB", asked: 5 },
  ])
})

test("a span that begins within an hour counts no more of it than it holds", async () => {
  const { console, since, write } = await seenLedger()
  const asked = async (ago: number) => (await console.byCountry(since(ago))).reduce((all, { asked }) => all + asked, 0)
  expect(await asked(hours(30) + minutes(5))).toBe(7)
  expect(await asked(hours(30) - minutes(5))).toBe(6)
  await write(hours(30))
  expect(await asked(hours(30) + minutes(5))).toBe(8)
})

test("a price that comes late is in the figures", async () => {
  const { auth, look, ledger } = await seenLedger()
  for (const id of ["d0001", "d0009"]) await ledger.settle(id, 9000, auth.now())
  expect(await look()).toMatchObject({ spent: 42_000 })
})

test("so is a message that turns out not to have left, and what its refusal an hour before then saved", async () => {
  const { auth, look, ledger, console, since } = await seenLedger()
  const db = await testDatabase({ empty: false })
  await db.decision.update({ where: { id: "d0001" }, data: { outcome: "unknown" } })
  const saved = async () => (await console.byRule(since(days(30))))[0]?.saved
  expect(await saved()).toBe(0)
  await ledger.hear("d0001", { fate: "not-sent", at: auth.now() })
  expect(await look()).toMatchObject({ sent: 4, spent: 32_000 })
  expect(await saved()).toBe(8000)
})

test("so is a PIN of today that makes yesterday's message good", async () => {
  const auth = await testAuth({ startAt: new Date("2026-03-10T12:30:00Z") })
  const { email, phone } = await join(auth)
  const verified = async () => {
    const found = await auth.core.console.byDay(new Date("2026-03-01T00:00:00Z"))
    return found.map((day) => [day.sent, day.verified])
  }
  auth.pass(hours(1))
  await must(200, auth.call("emailCheck", { body: { email } }))
  auth.pass(hours(4))
  expect(await verified()).toEqual([[2, 1]])
  await must(200, auth.call("emailCheck", { body: { email } }))
  await must(200, auth.call("verifyPin", { body: { email, pin: auth.pinFor(phone) } }))
  await auth.settled()
  expect(await verified()).toEqual([[3, 3]])
})

test("two processes that sum up while prices come in lose none of them", async () => {
  const { auth, write, since } = await testLedger()
  const { console, firewall } = auth.core
  const many = 60
  for (let number = 0; number < many; number++) await write(hours(6) + minutes(number % 50))
  const other = consoleOf(await testDatabase({ empty: false }), auth.now)
  const spent = async (ledger = console) => (await ledger.byCountry(since(days(1))))[0]?.spent
  expect(await spent()).toBe(8000 * many)
  const work: Promise<unknown>[] = []
  for (let number = 1; number <= many; number++) {
    work.push(firewall.ledger.settle(`d${String(number).padStart(4, "0")}`, 8001, auth.now()))
    if (number % 5 === 0) work.push(spent(), spent(other))
  }
  await Promise.all(work)
  expect(await spent()).toBe(8001 * many)
})
