import { expect, test } from "vitest"
import { firewallPolicy } from "@/lib/firewall/policy"
import { replay } from "@/lib/firewall/replay/replay"
import { pastOf } from "@/lib/store/past"
import { elsewhere, goodToken, google, person } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { minutes } from "@/lib/time"

const { block, prefix, vouched } = firewallPolicy
const closed = { ...vouched, numbers: { ...vouched.numbers, free: 0 } }
const tight = { ...firewallPolicy, block: { ...block, free: 4 }, vouched: closed }
const strict = { ...tight, block: { ...block, free: 1, perVerified: 0 } }
const roomy = { ...firewallPolicy, block: { ...block, free: 100 }, prefix: { ...prefix, free: 100 } }
const countries = "all"

/** Ten neighbours register, the first three verify: the ledger of the real core. */
async function ledger() {
  const auth = await testAuth({ captcha: google, firewall: { policy: tight } })
  const begun = auth.now()
  for (let number = 0; number < 10; number++) {
    const mobile = `+1303555${1200 + number}`
    const { email } = person(number)
    const body = { ...person(number).details, mobile, captchaToken: goodToken() }
    const { status } = await auth.call("register", { body, address: elsewhere() })
    if (number < 3) {
      auth.pass(minutes(1))
      expect(
        (await auth.call("verifyPin", { body: { email, pin: auth.pinFor(mobile) }, address: elsewhere() })).status,
      ).toBe(200)
      await auth.settled()
    }
    expect([201, 429]).toContain(status)
    auth.pass(minutes(1))
  }
  return { db: await testDatabase({ empty: false }), begun }
}

test("with the same thresholds the past repeats itself", async () => {
  const { db, begun } = await ledger()
  const told = await replay(pastOf(db, begun), { policy: tight, countries }, [])
  expect(told.after).toEqual(told.before)
  expect(told).toMatchObject({ decisions: 10, elsewhere: 0, newlySent: 0, wronged: [], verified: 3 })
})

test("stricter thresholds tell what they save, and who verified would have been refused", async () => {
  const { db, begun } = await ledger()
  const told = await replay(pastOf(db, begun), { policy: strict, countries }, [])
  expect(told.after.sent).toBeLessThan(told.before.sent)
  expect(told.after.spent).toBe(told.after.sent * 8300)
  expect(told.wronged.every(({ rule }) => rule === "neighbourhood")).toBe(true)
})

test("roomier thresholds tell how many messages more would have left", async () => {
  const { db, begun } = await ledger()
  const told = await replay(pastOf(db, begun), { policy: roomy, countries }, [])
  expect(told.after.sent).toBe(10)
  expect(told.newlySent).toBe(10 - told.before.sent)
})

test("refusals that were counted together are judged one by one", async () => {
  const { db, begun } = await ledger()
  await db.decision.updateMany({ where: { outcome: "refused" }, data: { count: 3 } })
  const refused = await db.decision.count({ where: { outcome: "refused" } })
  const sent = 10 - refused
  const told = await replay(pastOf(db, begun), { policy: tight, countries }, [])
  expect(told).toMatchObject({ decisions: sent + 3 * refused, newlySent: 0 })
  expect(await replay(pastOf(db, begun), { policy: roomy, countries }, [])).toMatchObject({ newlySent: 3 * refused })
})

test("a country that is closed costs nothing, and what it cost its people is told; one that opens is judged", async () => {
  const { db, begun } = await ledger()
  const closing = await replay(pastOf(db, begun), { policy: tight, countries: new Set(["HK"]) }, [])
  expect(closing.after).toEqual({ sent: 0, spent: 0, refused: 10 })
  expect(closing.wronged).toHaveLength(3)
  expect(closing.wronged[0]).toMatchObject({ country: "US", rule: "country-allow-list" })
  const shut = { refusedBy: "country-allow-list", outcome: "refused", verifiedAt: null }
  await db.decision.updateMany({ data: shut })
  expect(await replay(pastOf(db, begun), { policy: roomy, countries }, [])).toMatchObject({ newlySent: 10 })
  const still = await replay(pastOf(db, begun), { policy: roomy, countries: new Set(["HK"]) }, [])
  expect(still).toMatchObject({ newlySent: 0, elsewhere: 10 })
})

test("it looks at so many of the newest, and ends when it is late", async () => {
  const { db, begun } = await ledger()
  const few = await replay(pastOf(db, begun, 3), { policy: tight, countries }, [])
  expect(few).toMatchObject({ decisions: 4, isWhole: true })
  expect(few.until).toEqual((await db.decision.findFirstOrThrow({ orderBy: { at: "desc" } })).at)
  const late = await replay(pastOf(db, begun), { policy: tight, countries }, [], () => true)
  expect(late).toMatchObject({ decisions: 0, isWhole: false })
})
