import { describe, expect, test } from "vitest"
import { dollars } from "@/lib/firewall/money"
import { firewallPolicy } from "@/lib/firewall/policy"
import { door, inTurn, kinds } from "@/lib/testing/door"
import { days } from "@/lib/time"

/** Numbers anywhere in Hong Kong and in Great Britain. */
const hk = (index: number) => `+8526${String(1_000_000 + index * 110_007).slice(-7)}`
const gb = (index: number) => `+4474${String(10_000_000 + index * 1_111_111).slice(-8)}`
const sent = (answers: Parameters<typeof kinds>[0]) => kinds(answers).filter((kind) => kind === "sent").length

/** No breaker of a country trips: what is left is what looks like people. */
const policy = { countryFree: { money: dollars(100), least: 200, most: 200 } }
const { home } = firewallPolicy.open

describe("what nobody verified of a day", () => {
  test("costs no more than a country's share, from new networks with good tokens to numbers anywhere", async () => {
    const { auth, ask, decisions } = await door({ policy })
    const answers = await inTurn(80, (index) => ask(hk(index), "HK"))
    const spent = sent(answers) * dollars(0.0723)
    expect(spent).toBeGreaterThan(home.each - dollars(0.1))
    expect(spent).toBeLessThanOrEqual(home.each)
    expect((await decisions()).at(-1)).toMatchObject({ refusedBy: "open-money" })
    auth.pass(days(2))
    expect(sent([await ask(hk(90), "HK")])).toBe(1)
  })

  test("leaves another country its own, and a cheap one nearly everything", async () => {
    const { ask } = await door({ policy })
    await inTurn(80, (index) => ask(hk(index), "HK"))
    expect(sent(await inTurn(80, (index) => ask(gb(index), "GB")))).toBeGreaterThan(10)
    expect(sent([await ask("+12125550123", "US")])).toBe(1)
  })

  test("holds up nobody where people verify: a rush pays for itself", async () => {
    const { ask } = await door({ policy })
    const answers = await inTurn(100, async (index) => {
      const answer = await ask(hk(index), "HK")
      if (index % 10 > 0) await answer.verify?.()
      return answer
    })
    expect(sent(answers)).toBe(100)
  })

  test("keeps its last part for networks that owe nothing", async () => {
    const { ask } = await door({ policy })
    const one = await inTurn(60, (index) => ask(hk(index), "HK", { address: "198.51.100.7" }))
    expect(sent(one) * dollars(0.0723)).toBeLessThanOrEqual(home.each * (1 - home.spotless) + dollars(0.01))
    expect(sent([await ask(hk(70), "HK")])).toBe(1)
  })

  test("leaves a little more where people verified weeks ago, which strangers' networks cannot use up", async () => {
    const { auth, ask } = await door({ policy })
    const around = (last: number) => ({ address: `198.51.100.${last}` })
    for (const last of [1, 2]) await (await ask(hk(200 + last), "HK", around(last))).verify?.()
    auth.pass(days(5))
    const bots = await inTurn(80, (index) => ask(hk(index), "HK"))
    expect(sent(bots) * dollars(0.0723)).toBeLessThanOrEqual(home.each)
    expect(kinds([await ask(hk(90), "HK"), await ask(hk(91), "HK", around(3))])).toEqual(["limited", "sent"])
  })

  test("keeps its last part for whoever's own address is clean there, whatever others around it owe", async () => {
    const { ask } = await door({ policy })
    const around = (last: number) => ({ address: `198.51.100.${last}` })
    for (const last of [1, 2]) await (await ask(hk(200 + last), "HK", around(last))).verify?.()
    const inside = await inTurn(60, (index) => ask(hk(index), "HK", around(10 + (index % 20))))
    expect(sent(inside) * dollars(0.0723)).toBeLessThanOrEqual(home.each * (1 - home.spotless) + 20 * dollars(0.0723))
    expect(kinds([await ask(hk(90), "HK", around(3)), await ask(hk(91), "HK", around(11))])).toEqual([
      "sent",
      "limited",
    ])
  })

  test("leaves no more where that was half forgotten", async () => {
    const { auth, ask } = await door({ policy })
    const around = { address: "198.51.100.1" }
    for (let turn = 0; turn < 2; turn++) await (await ask(hk(201 + turn), "HK", around)).verify?.()
    auth.pass(days(14))
    await inTurn(80, (index) => ask(hk(index), "HK"))
    expect(kinds([await ask(hk(91), "HK", around)])).toEqual(["limited"])
  })

  test("does not hold up a hall where people verify, though it is used up", async () => {
    const { ask } = await door({ policy })
    const hall = { address: "198.51.100.7" }
    const guest = async (index: number) => {
      const answer = await ask(gb(index), "GB", hall)
      await answer.verify?.()
      return answer
    }
    await inTurn(5, guest)
    const bots = await inTurn(120, (index) => ask(gb(10 + index), "GB"))
    expect(kinds(bots).at(-1)).toBe("limited")
    expect(sent(await inTurn(10, (index) => guest(200 + index)))).toBe(10)
  })

  test("is exact where two machines ask at once", async () => {
    const { ask } = await door({ policy })
    const answers = await Promise.all(Array.from({ length: 80 }, (_, index) => ask(hk(index), "HK")))
    expect(sent(answers) * dollars(0.0723)).toBeLessThanOrEqual(home.each)
  })
})
