import { expect, test } from "vitest"
import { ownersEvents } from "@/lib/account/event"
import { elsewhere, join, must, person } from "@/lib/testing/people"
import { countingAuth } from "@/lib/testing/round-trips"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { hours, minutes } from "@/lib/time"
import { wordsForEvent } from "@/lib/web/account/event-words"
import { sayIn } from "@/lib/words/say"

const address = "198.51.100.4"
const body = { email: person().email }

test("a flood is one row a minute, by one statement for all that wait, whatever it calls itself", async () => {
  const auth = await countingAuth()
  const ask = (index: number) =>
    auth.call("emailCheck", {
      body: { email: `flood${index}@example.com` },
      headers: { "x-client-id": index % 2 ? "ios" : "web", "user-agent": `agent ${index}` },
      address,
    })
  for (let index = 0; index < 10; index++) await must(200, ask(index))
  const db = await testDatabase({ empty: false })
  for (let index = 10; index < 15; index++) {
    const trips = await auth.tripsOf(() => must(429, ask(index)))
    expect([trips.before.length, trips.after.length]).toEqual([1, 1])
    for (const table of ["Event", "Decision"])
      expect(trips.after[0]).toMatch(new RegExp(`INSERT INTO "${table}" .* ON CONFLICT .* DO UPDATE`, "is"))
  }
  const many = await auth.tripsOf(() =>
    Promise.all(Array.from({ length: 10 }, (_, index) => must(429, ask(15 + index)))),
  )
  expect(many.after).toHaveLength(1)
  const rows = () => db.event.findMany({ where: { kind: "refused" }, orderBy: { at: "asc" } })
  expect(await rows()).toMatchObject([{ reason: "limited", network: address, client: "web", count: 15 }])
  auth.pass(minutes(1))
  await must(429, ask(25))
  await must(429, ask(26))
  await auth.settled()
  expect((await rows()).map(({ count }) => count)).toEqual([15, 2])
})

test("where the addresses around one are full together, they are one row together", async () => {
  const auth = await testAuth()
  const ask = (last: number) => auth.call("emailCheck", { body, address: `198.51.100.${last}` })
  for (let turn = 0; turn < 300; turn++) await must(200, ask(1 + (turn % 30)))
  for (let last = 100; last < 120; last++) await must(429, ask(last))
  await auth.settled()
  const db = await testDatabase({ empty: false })
  const refusals = { where: { count: { gt: 1 } }, select: { count: true } }
  expect(await db.event.findMany(refusals)).toEqual([{ count: 20 }])
  expect(await db.decision.findMany(refusals)).toEqual([{ count: 20 }])
})

test("each owner of whom one network guesses at many finds what concerns them, with how often", async () => {
  const auth = await testAuth()
  const owners = [await join(auth, 0), await join(auth, 1)]
  auth.pass(hours(2))
  for (const { email } of owners) {
    await must(202, auth.call("resendPin", { body: { email }, address: elsewhere() }))
    for (const _ of [1, 2]) await must(401, auth.call("verifyPin", { body: { email, pin: "000000" }, address }))
  }
  await auth.settled()
  for (const { email } of owners) {
    const owner = await auth.core.accounts.by("email", "handbid", email)
    const [newest, older] = await auth.core.events.list(owner?.id ?? "", 5, ownersEvents)
    expect(newest).toMatchObject({ kind: "refused", reason: "wrong-pin", network: address, count: 2 })
    expect(newest && wordsForEvent(newest, sayIn("en"))).toBe("A wrong PIN was refused, 2 times within a minute")
    expect(older).toMatchObject({ kind: "registered" })
  }
})
