import { describe, expect, test } from "vitest"
import type { Firewall } from "@/lib/firewall/firewall"
import { bearer, elsewhere, goodToken, google, join, person } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { seconds } from "@/lib/time"

const gone = () => Promise.reject(new Error("out of reach"))
const unavailable = { status: 503, body: { error: "sms_unavailable" } }

/** Takes a part of the firewall away, as an outage would. */
function without(auth: TestAuth, part: Partial<Firewall>) {
  Object.assign(auth.core.firewall, part)
}

const register = (auth: TestAuth, number: number) =>
  auth.call("register", { body: { ...person(number).details, captchaToken: goodToken() }, address: elsewhere() })

/** Lets nothing more be written into a table. */
const close = async (table: string) => {
  const db = await testDatabase({ empty: false })
  await db.$executeRawUnsafe(`ALTER TABLE "${table}" ADD CONSTRAINT "closed" CHECK (false) NOT VALID`)
  return () => db.$executeRawUnsafe(`ALTER TABLE "${table}" DROP CONSTRAINT "closed"`)
}

describe("what costs money fails closed", () => {
  test.each<[string, (auth: TestAuth) => Promise<() => unknown>]>([
    [
      "the books",
      async (auth) => {
        const { books } = auth.core.firewall
        without(auth, { books: { within: gone } })
        return () => without(auth, { books })
      },
    ],
    ["the ledger", () => close("Decision")],
    ["the waits", () => close("Cooldown")],
    ["the caps", () => close("Limit")],
    ["the budgets", () => close("Budget")],
    ["the scopes", () => close("Exposure")],
  ])("without %s nobody gets a message, is told when to come back, and has lost nothing", async (_, lose) => {
    const auth = await testAuth({ captcha: google })
    const restore = await lose(auth)
    for (const _ of [1, 2, 3, 4, 5, 6]) {
      const refused = await register(auth, 1)
      expect(refused).toMatchObject(unavailable)
      expect(refused.headers.get("retry-after")).toBe("30")
    }
    expect([auth.outbox, auth.surprises]).toEqual([[], []])
    await restore()
    expect((await register(auth, 1)).status).toBe(201)
  })

  test("without Lookup a new number in a dear country gets none, a cheap one and known people do", async () => {
    const auth = await testAuth({ captcha: google, countries: "all" })
    without(auth, { lineTypes: { wouldCost: async () => true, of: gone } })
    const body = { ...person(1).details, mobile: "+8801812345678", countryCode: "BD", captchaToken: goodToken() }
    const { status } = await auth.call("register", { body, address: elsewhere() })
    expect(status).toBe(503)
    expect((await register(auth, 2)).status).toBe(201)
    const db = await testDatabase({ empty: false })
    const spent = await db.budget.findMany({ where: { name: { startsWith: "country:BD" } } })
    // The text is given back. The question may have been billed, whatever became of the answer.
    expect(spent.map((row) => row.spent)).toEqual([8000n, 8000n])
  })
})

test("whoever is signed in notices nothing of all that", async () => {
  const auth = await testAuth({ captcha: google })
  const { accessToken, refreshToken } = await join(auth)
  await auth.settled()
  without(auth, { books: { within: gone } })
  auth.pass(seconds(60))
  expect((await auth.call("auctions", { headers: bearer(accessToken) })).status).toBe(200)
  expect((await auth.call("refreshToken", { body: { refreshToken } })).status).toBe(200)
  expect(auth.surprises).toEqual([])
})

test("a PIN that is verified while the books are out of reach signs in all the same", async () => {
  const auth = await testAuth({ captcha: google })
  const { email, phone } = person(1)
  await register(auth, 1)
  without(auth, { books: { within: gone } })
  const { status } = await auth.call("verifyPin", { body: { email, pin: auth.pinFor(phone) }, address: elsewhere() })
  expect(status).toBe(200)
})
