import { describe, expect, test } from "vitest"
import { settlePrice } from "@/lib/firewall/ledger/final-price"
import { nobodyToAsk } from "@/lib/firewall/line-types"
import { firewallPolicy } from "@/lib/firewall/policy"
import { twilioWorld } from "@/lib/testing/twilio-world"

const nothing = { hour: 0, day: 0 }
const broke = { ...firewallPolicy, budgets: { all: nothing, country: nothing, whitelabel: nothing } }
const dear = { ...firewallPolicy, prices: { US: 0.05 } }

describe("the final price", () => {
  test("goes into the ledger, and the budgets are put right by the difference", async () => {
    const { send, call, decision, spent, bill } = await twilioWorld()
    const { reserved } = await send()
    expect(await spent()).toBe(reserved)
    bill.price = "-0.01500"
    await call("delivered")
    expect((await decision()).finalPrice).toBe(15_000)
    expect(await spent()).toBe(15_000)
  })

  test("counts once, however often it is told", async () => {
    const { send, call, decision, spent, bill } = await twilioWorld()
    await send()
    await send(1)
    const before = await spent()
    const { reserved } = await decision()
    await Promise.all([call("sent"), call("delivered"), call("delivered")])
    bill.price = "-9.00000"
    await call("delivered")
    expect(await spent()).toBe(before - reserved + 10_000)
  })

  test("counts once when it is told from several machines in the same moment", async () => {
    const { auth, send, spent } = await twilioWorld()
    const { id } = await send()
    await Promise.all([1, 2, 3, 4].map(() => settlePrice(id, 10_000, auth.core)))
    expect(await spent()).toBe(10_000)
  })

  test("is not known yet: the reservation stands, and the next news asks again", async () => {
    const { send, call, decision, spent, bill } = await twilioWorld()
    const { reserved } = await send()
    bill.price = null
    await call("sent")
    expect(await spent()).toBe(reserved)
    expect((await decision()).finalPrice).toBeNull()
    bill.price = "-0.01000"
    await call("delivered")
    expect(await spent()).toBe(10_000)
  })

  test.each(["0.00000", null])("of a message that failed before it was billed is nothing (%s)", async (price) => {
    const { send, call, spent, decision, bill } = await twilioWorld()
    await send()
    Object.assign(bill, { price, status: "failed" })
    await call("failed")
    expect(await decision()).toMatchObject({ outcome: "undelivered", finalPrice: 0 })
    expect(await spent()).toBe(0)
  })

  test("in another currency settles nothing, and a warning says so", async () => {
    const { send, call, decision, warnings, bill } = await twilioWorld()
    await send()
    bill.price_unit = "EUR"
    await call("delivered")
    expect((await decision()).finalPrice).toBeNull()
    expect(warnings).toEqual([{ sender: "twilio", priceUnit: "EUR" }])
  })

  test("leaves spent what a look-up cost", async () => {
    const lineTypes = { ...nobodyToAsk, wouldCost: async () => true, of: async () => "mobile" as const }
    const { send, call, spent, policy } = await twilioWorld({ firewall: { lineTypes, policy: dear } })
    const { reserved } = await send()
    expect(reserved).toBe(50_000 + policy.lookup.price)
    await call("delivered")
    expect(await spent()).toBe(10_000 + policy.lookup.price)
  })

  test("of a message that the firewall would have refused, was it not observing, touches no budget", async () => {
    const { send, call, decision, spent } = await twilioWorld({ firewall: { enforce: false, policy: broke } })
    await send()
    expect((await decision()).refusedBy).toBe("money-budget")
    const before = await spent()
    await call("delivered")
    expect((await decision()).finalPrice).toBe(10_000)
    expect(await spent()).toBe(before)
  })
})
