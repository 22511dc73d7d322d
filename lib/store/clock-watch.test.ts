import { expect, test } from "vitest"
import { systemNow } from "@/lib/outside/clock"
import { clockWatch } from "@/lib/store/clock-watch"
import { connectPostgres } from "@/lib/store/postgres-database"
import { elsewhere, person } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { after, hours, seconds } from "@/lib/time"

/** A machine whose clock is off by so much, and what is said of it. */
async function machine(distance: number) {
  const clock = { distance }
  const told: string[] = []
  const watch = clockWatch(
    await testDatabase({ empty: false }),
    () => after(systemNow(), clock.distance),
    (event) => told.push(event),
  )
  await watch.look()
  return { clock, told, watch }
}

test.each([
  ["as the database's", 0, []],
  ["ten seconds ahead", seconds(10), ["clock-off"]],
  ["ten seconds behind", seconds(-10), ["clock-off"]],
  ["an hour ahead", hours(1), ["clock-off"]],
  ["an hour behind", hours(-1), ["clock-off"]],
])("a clock that is %s is put right, and somebody is told", async (_, distance, expected) => {
  const { told, watch } = await machine(distance)
  expect(told).toEqual(expected)
  expect(watch.isRight()).toBe(true)
  expect(Math.abs(watch.now().getTime() - systemNow().getTime())).toBeLessThan(seconds(2))
})

test("a clock that jumps decides on no money until it is found to be steady", async () => {
  const { clock, told, watch } = await machine(0)
  clock.distance = hours(1)
  await watch.look()
  expect([watch.isRight(), told]).toEqual([false, ["clock-wrong"]])
  await watch.look()
  expect([watch.isRight(), told]).toEqual([true, ["clock-wrong", "clock-off"]])
})

test("of two machines an hour apart one opens what the other sent, and sends no second text within the wait", async () => {
  const [one, other] = [await machine(0), await machine(hours(1))]
  const { details, email, phone } = person()
  const auth = await testAuth({ startAt: one.watch.now() })
  await auth.call("register", { body: details })
  const ahead = await testAuth({ sameData: true, keys: auth.core.keys, startAt: other.watch.now() })
  await ahead.call("register", { body: details, address: elsewhere() })
  expect(ahead.outbox).toEqual([])
  expect((await ahead.call("verifyPin", { body: { email, pin: auth.pinFor(phone) } })).status).toBe(200)
})

test("while the clock is wrong no text is sent; who is signed in, or holds a PIN, is served", async () => {
  const { details, email, phone } = person()
  const auth = await testAuth()
  await auth.call("register", { body: details })
  const wrong = await testAuth({ sameData: true, keys: auth.core.keys, isClockRight: () => false })
  const answer = await wrong.call("register", { body: person(1).details, address: elsewhere() })
  expect(answer.status).toBe(503)
  expect(wrong.outbox).toEqual([])
  expect(wrong.warnings).toEqual(["door-closed"])
  expect((await wrong.call("verifyPin", { body: { email, pin: auth.pinFor(phone) } })).status).toBe(200)
})

test("a database that does not answer says nothing of the clock, and operators hear of it once", async () => {
  const { door } = connectPostgres({ url: "postgresql://nobody@127.0.0.1:1/gone" }, () => undefined)
  const told: string[] = []
  const watch = clockWatch({ sql: door }, systemNow, (event) => told.push(event))
  await watch.look()
  await watch.look()
  expect(watch.isRight()).toBe(true)
  expect(told).toEqual(["clock-unknown"])
})
