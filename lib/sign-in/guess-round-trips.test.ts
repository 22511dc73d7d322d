import { expect, test } from "vitest"
import { joinGoodCity, keyFor, mobileOf, verify } from "@/lib/testing/goodcity-people"
import { bearer, elsewhere, join, must, person, wrong } from "@/lib/testing/people"
import { countingAuth } from "@/lib/testing/round-trips"
import { joinShop, shopper } from "@/lib/testing/shoppers"
import type { CallAnswer, TestAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { hours } from "@/lib/time"

// What guesses ask of the database; `round-trips.test.ts` counts everything else.
type Row = {
  /** At most so many before the answer, and after it. */
  before: number
  after: number
  /** Sets the scene; answers the call that is counted. */
  scene: (auth: TestAuth) => Promise<() => Promise<CallAnswer>>
}

/** Somebody known, with a PIN that a stranger asked for an hour later. */
async function withPin(auth: TestAuth, headers: (token: string) => Record<string, string> = () => ({})) {
  const { email, phone, accessToken } = await join(auth)
  auth.pass(hours(1))
  await must(200, auth.call("emailCheck", { body: { email }, headers: headers(accessToken), address: elsewhere() }))
  const enter = (pin: string, of = email) =>
    auth.call("verifyPin", { body: { email: of, pin }, headers: headers(accessToken), address: elsewhere() })
  return { pin: auth.pinFor(phone), enter }
}

const logIn = (auth: TestAuth, password: string) =>
  auth.callTo("commerce", "login", { body: { email: shopper().email, password }, address: elsewhere() })

// After a right PIN the firewall notes what paid off, in two, and the networks' budgets whom they have, in one for many.
const guesses: Record<string, Row> = {
  "a known person types their PIN on a new network": {
    before: 3,
    after: 3,
    scene: async (auth) => {
      const { pin, enter } = await withPin(auth)
      return () => must(200, enter(pin))
    },
  },
  "a known person types their PIN on a device that signed in before": {
    before: 2,
    after: 3,
    scene: async (auth) => {
      const { pin, enter } = await withPin(auth, bearer)
      return () => must(200, enter(pin))
    },
  },
  "a newcomer types their PIN": {
    before: 3,
    after: 3,
    scene: async (auth) => {
      const { email, phone, details } = person()
      await must(201, auth.call("register", { body: details, address: elsewhere() }))
      const body = { email, pin: auth.pinFor(phone) }
      return () => must(200, auth.call("verifyPin", { body, address: elsewhere() }))
    },
  },
  "a stranger types a wrong PIN": {
    before: 3,
    after: 1,
    scene: async (auth) => {
      const { pin, enter } = await withPin(auth)
      return () => must(401, enter(wrong(pin)))
    },
  },
  "a stranger whose network may guess no more types a PIN": {
    before: 1,
    after: 1,
    scene: async (auth) => {
      const ask = () =>
        auth.call("verifyPin", { body: { email: "nobody@example.com", pin: "000000" }, address: "198.51.100.9" })
      await must(401, ask())
      await (await testDatabase({ empty: false })).limit.updateMany({ data: { spent: 1_000_000 } })
      return () => must(429, ask())
    },
  },
  "a GoodCity person shows a key and its PIN": {
    before: 5,
    after: 3,
    scene: async (auth) => {
      await joinGoodCity(auth)
      auth.pass(hours(1))
      const key = await keyFor(auth, "sendPin")
      return () => must(200, verify(auth, key, auth.pinFor(mobileOf())))
    },
  },
  "a shopper types their password": {
    before: 5,
    after: 0,
    scene: async (auth) => {
      const { password } = await joinShop(auth)
      return () => must(200, logIn(auth, password))
    },
  },
  "a wrong password": {
    before: 3,
    after: 1,
    scene: async (auth) => {
      await joinShop(auth)
      return () => must(401, logIn(auth, "not it at all"))
    },
  },
  "a shopper registers": {
    before: 3,
    after: 0,
    scene: async (auth) => {
      await joinShop(auth, 1)
      return () => must(201, auth.callTo("commerce", "register", { body: shopper(), address: elsewhere() }))
    },
  },
}

test.each(Object.entries(guesses))("%s", async (_, { before, after, scene }) => {
  const auth = await countingAuth()
  const trips = await auth.tripsOf(await scene(auth))
  expect(trips.before.length, trips.before.join("\n")).toBeLessThanOrEqual(before)
  expect(trips.after.length, trips.after.join("\n")).toBeLessThanOrEqual(after)
})
