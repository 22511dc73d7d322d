import { expect, test } from "vitest"
import { goodCityGuess, joinGoodCity, keyFor, mobileOf, verify } from "@/lib/testing/goodcity-people"
import { ask, neighbour, target, tight } from "@/lib/testing/goodcity-strangers"
import { bearer, elsewhere, must } from "@/lib/testing/people"
import { type TestOptions, testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { days, hours, minutes } from "@/lib/time"

/** Somebody who has an account, with their token; the number that a stranger asks about is theirs, or nobody's. */
async function begin(holder: "known" | "unknown", options: TestOptions = {}) {
  const auth = await testAuth(options)
  const { token } = await joinGoodCity(auth, target)
  auth.pass(days(14))
  const signInAtHome = async () => {
    const headers = bearer(token)
    const key = await keyFor(auth, "sendPin", target, { headers })
    await must(200, verify(auth, key, auth.pinFor(mobileOf(target)), { headers }))
    await auth.settled()
  }
  return { auth, number: holder === "known" ? target : neighbour, signInAtHome }
}

const toldBy = ({ status, headers }: Awaited<ReturnType<typeof ask>>) => [status, headers.get("retry-after")]

test("a stranger whose network owes is let ask no sooner because somebody whom he asked for signed in", async () => {
  const address = "192.0.2.1"
  const hears = async (holder: "known" | "unknown") => {
    const { auth, number, signInAtHome } = await begin(holder, tight("strictNetwork", 3))
    for (const asked of [number, 900, 901, 902]) await ask(auth, "sendPin", asked, address)
    await signInAtHome()
    return toldBy(await ask(auth, "sendPin", 950, address))
  }
  expect(await hears("unknown")).toEqual([429, expect.any(String)])
  expect(await hears("known")).toEqual(await hears("unknown"))
})

test("a stranger who has guessed all that he may at a number is heard no sooner because its owner signed in", async () => {
  const hears = async (holder: "known" | "unknown") => {
    const { auth, number, signInAtHome } = await begin(holder)
    for (let keys = 0; keys < 4; keys++) {
      await goodCityGuess(auth, number, elsewhere())
      auth.pass(hours(2))
    }
    await signInAtHome()
    const key = await keyFor(auth, "sendPin", number)
    return toldBy(await verify(auth, key, "0000"))
  }
  expect(await hears("unknown")).toEqual([429, expect.any(String)])
  expect(await hears("known")).toEqual(await hears("unknown"))
})

test("a stranger is let ask no less because the owner was texted on a device of theirs, and nobody is texted more than five times", async () => {
  const hears = async (holder: "known" | "unknown") => {
    const { auth, number, signInAtHome } = await begin(holder)
    for (let times = 0; times < 3; times++) {
      await signInAtHome()
      auth.pass(minutes(5))
    }
    const told: unknown[] = []
    for (let asked = 0; asked < 5; asked++) {
      told.push(toldBy(await ask(auth, "sendPin", number)))
      auth.pass(minutes(4))
    }
    await auth.settled()
    const texted = auth.outbox.filter(({ to }) => to === mobileOf(target)).length
    return { told, texted: texted - 1 }
  }
  const unknown = await hears("unknown")
  expect(unknown.texted).toBe(3)
  expect(await hears("known")).toEqual({ ...unknown, texted: 5 })
})

test("whoever asks first and signs up after leaves nothing open once they have verified", async () => {
  const auth = await testAuth()
  const address = "192.0.2.1"
  await ask(auth, "sendPin", target, address)
  auth.pass(minutes(1))
  const key = await keyFor(auth, "signup", target, { address })
  await must(200, verify(auth, key, auth.pinFor(mobileOf(target)), { address }))
  await auth.settled()
  const db = await testDatabase({ empty: false })
  const owed = await db.exposure.findMany({ where: { scope: { in: ["country:HK", "client:app"] } } })
  expect(owed.map(({ open, verified }) => [Math.round(open), verified])).toEqual([
    [0, 1],
    [0, 1],
  ])
})
