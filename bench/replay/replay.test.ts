import { expect, test } from "vitest"
import { changed } from "@/bench/policy-file"
import { pastOf } from "@/bench/replay/past"
import { replay } from "@/bench/replay/run"
import { firewallPolicy } from "@/lib/firewall/policy"
import { elsewhere, goodToken, google, person } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { minutes } from "@/lib/time"

const tight = changed(firewallPolicy, { block: { free: 4 }, vouched: { numbers: { free: 0 } } }, "")

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
  const told = await replay(pastOf(db, begun), tight, [])
  expect(told.after).toEqual(told.before)
  expect(told).toMatchObject({ decisions: 10, elsewhere: 0, newlySent: 0, wronged: [], verified: 3 })
})

test("stricter thresholds tell what they save, and who verified would have been refused", async () => {
  const { db, begun } = await ledger()
  const strict = changed(firewallPolicy, { block: { free: 1, perVerified: 0 }, vouched: { numbers: { free: 0 } } }, "")
  const told = await replay(pastOf(db, begun), strict, [])
  expect(told.after.sent).toBeLessThan(told.before.sent)
  expect(told.after.spent).toBe(told.after.sent * 8300)
  expect(told.wronged.every(({ rule }) => rule === "neighbourhood")).toBe(true)
})

test("roomier thresholds tell how many messages more would have left", async () => {
  const { db, begun } = await ledger()
  const roomy = changed(firewallPolicy, { block: { free: 100 }, prefix: { free: 100 } }, "")
  const told = await replay(pastOf(db, begun), roomy, [])
  expect(told.after.sent).toBe(10)
  expect(told.newlySent).toBe(10 - told.before.sent)
})

test("refusals that were counted together are judged one by one", async () => {
  const { db, begun } = await ledger()
  await db.decision.updateMany({ where: { outcome: "refused" }, data: { count: 3 } })
  const refused = await db.decision.count({ where: { outcome: "refused" } })
  const sent = 10 - refused
  const told = await replay(pastOf(db, begun), tight, [])
  expect(told).toMatchObject({ decisions: sent + 3 * refused, newlySent: 0 })
  const roomy = changed(firewallPolicy, { block: { free: 100 }, prefix: { free: 100 } }, "")
  expect(await replay(pastOf(db, begun), roomy, [])).toMatchObject({ newlySent: 3 * refused })
})
