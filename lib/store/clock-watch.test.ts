import { expect, test } from "vitest"
import { systemNow } from "@/lib/outside/clock"
import { clockWatch } from "@/lib/store/clock-watch"
import { connectPostgres } from "@/lib/store/postgres-database"
import { elsewhere, person } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { after, hours, minutes, seconds } from "@/lib/time"

/** What is said of a clock that is off by so much, and whether it is trusted. */
async function offBy(distance: number) {
  const db = await testDatabase({ empty: false })
  const told: unknown[] = []
  const watch = clockWatch(
    db,
    () => after(systemNow(), distance),
    (event) => told.push(event),
  )
  await watch.look()
  return { told, isRight: watch.isRight() }
}

test.each([
  ["as the database's", 0, [], true],
  ["ten seconds ahead", seconds(10), ["clock-off"], true],
  ["ten seconds behind", seconds(-10), ["clock-off"], true],
  ["an hour ahead", hours(1), ["clock-wrong"], false],
  ["a minute behind", minutes(-1), ["clock-wrong"], false],
])("a clock that is %s", async (_, distance, told, isRight) => {
  expect(await offBy(distance)).toEqual({ told, isRight })
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

test("a database that does not answer says nothing of the clock", async () => {
  const { door } = connectPostgres({ url: "postgresql://nobody@127.0.0.1:1/gone" }, () => undefined)
  const watch = clockWatch({ sql: door }, systemNow, expect.unreachable)
  await watch.look()
  expect(watch.isRight()).toBe(true)
})
