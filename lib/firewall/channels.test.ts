import { describe, expect, test } from "vitest"
import { hearStatus } from "@/lib/delivery/status"
import { dollars } from "@/lib/firewall/money"
import { type FirewallPolicy, firewallPolicy } from "@/lib/firewall/policy"
import { bd, door, inTurn, kinds, us } from "@/lib/testing/door"
import { testDatabase } from "@/lib/testing/test-database"
import { hours } from "@/lib/time"

const channelPrices = { whatsapp: { "*": 0.05, US: 0.02 }, voice: { "*": 0.5, US: 0.03 } }
const priced = (policy: Partial<FirewallPolicy> = {}) => door({ policy: { channelPrices, ...policy } })
const byWhatsapp = { channel: "whatsapp" } as const

const spent = async (name: string) => {
  const rows = await (await testDatabase({ empty: false })).budget.findMany({
    where: { name: { startsWith: `${name}:` } },
  })
  return Math.max(0, ...rows.map((row) => Number(row.spent)))
}

describe("price", () => {
  test.each([
    ["whatsapp", "US", 20_000],
    ["whatsapp", "BD", 50_000],
    ["voice", "US", 30_000],
    ["voice", "BD", 500_000],
  ] as const)(
    "a message by %s to %s reserves its own price, in the ledger and in the budgets",
    async (channel, country, price) => {
      const { ask, decisions } = await priced()
      expect((await ask(country === "US" ? us(1) : bd(1), country, { channel })).refusal).toBeUndefined()
      expect(await decisions()).toMatchObject([{ channel, price, reserved: price }])
      expect([await spent("all"), await spent(`country:${country}`), await spent("whitelabel:1")]).toEqual([
        price,
        price,
        price,
      ])
    },
  )

  test("what a call cost in the end corrects its budgets, and WhatsApp's own", async () => {
    const { ask, auth } = await priced()
    for (const channel of ["voice", "whatsapp"] as const) {
      const { admission } = await ask(us(channel.length), "US", { channel })
      const news = { sender: "twilio", messageId: channel, decisionId: admission?.id, fate: "sent" } as const
      await hearStatus(news, { ...auth.core, statuses: { priceOf: async () => 1_000 } })
      await auth.settled()
    }
    expect([await spent("all"), await spent("whatsapp"), await spent("whatsapp:US")]).toEqual([2_000, 1_000, 1_000])
  })

  test("a country that no list has costs as much as the dearest that any has", async () => {
    const { ask, decisions } = await priced({ channelPrices: { whatsapp: { US: 9 }, voice: { US: 0.01 } } })
    await ask(us(1), "ZZ", { channel: "voice" })
    expect(Number((await decisions())[0]?.price)).toBeGreaterThan(dollars(0.2))
  })
})

describe("WhatsApp pays no fraudster", () => {
  test("where a row of numbers gets no texts, WhatsApp still goes there, and a call does not", async () => {
    const { ask } = await priced()
    const texts = await inTurn(25, (index) => ask(us(index), "US"))
    expect(kinds(texts)).toContain("limited")
    expect(kinds([await ask(us(900), "US"), await ask(us(901), "US", { channel: "voice" })])).toEqual([
      "limited",
      "limited",
    ])
    expect((await ask(us(902), "US", byWhatsapp)).refusal).toBeUndefined()
  })

  test("what is left unverified by WhatsApp holds up no text, and pays for no more of them", async () => {
    const { ask } = await priced()
    const messages = await inTurn(40, (index) => ask(us(index), "US", byWhatsapp))
    expect(new Set(kinds(messages))).toEqual(new Set(["sent"]))
    const rows = await (await testDatabase({ empty: false })).exposure.findMany()
    expect(rows).toEqual([])
    expect(await spent("open")).toBe(0)
    expect((await ask(us(100), "US")).refusal).toBeUndefined()
  })

  test("its money of the day ends it, and leaves texts theirs", async () => {
    const { ask } = await priced({ whatsapp: { hour: dollars(0.2), day: dollars(0.2) } })
    const messages = await inTurn(9, (index) => ask(us(index), "US", byWhatsapp))
    // 7 messages of 2 cents are in the 70% that newcomers may spend.
    expect(kinds(messages)).toEqual([...Array<string>(7).fill("sent"), "sms-unavailable", "sms-unavailable"])
    expect((await ask(us(100), "US")).refusal).toBeUndefined()
  })

  test("one phone gets a few a day, and what it got by WhatsApp uses up none of its texts", async () => {
    const { ask, auth } = await priced({ channelPrices: { ...channelPrices, whatsapp: { "*": 0.141 } } })
    const again = () => {
      auth.pass(hours(2))
      return ask(us(1), "US", byWhatsapp)
    }
    expect(kinds(await inTurn(4, again))).toEqual(["sent", "sent", "sent", "limited"])
    expect((await ask(us(1), "US")).refusal).toBeUndefined()
  })

  test("what an operator blocked, and a wait, hold it up like a text", async () => {
    const { ask, auth } = await priced()
    await auth.core.firewall.lists.put({ kind: "country", value: "GB", effect: "block", addedAt: auth.now() })
    expect((await ask("+447400123456", "GB", byWhatsapp)).refusal).toMatchObject({ kind: "registration-blocked" })
    const subject = "someone@example.com"
    await ask(us(1), "US", { ...byWhatsapp, subject })
    expect((await ask(us(1), "US", { ...byWhatsapp, subject })).refusal).toMatchObject({ kind: "wait" })
    expect((await ask(us(1), "US", { subject })).refusal).toMatchObject({ kind: "wait" })
  })

  test("when only known people get texts, nobody new gets a message by WhatsApp either", async () => {
    const { ask } = await priced({ modes: { ...firewallPolicy.modes, 3: { money: 1, share: 0 } } })
    await inTurn(3, (index) => ask(us(index * 997), "US"))
    expect((await ask(us(9000), "US", byWhatsapp)).refusal).toMatchObject({
      kind: "limited",
      quota: { name: "attack-mode" },
    })
  })
})

test("calls that nobody answers use up their own open money, and none that texts need", async () => {
  const { ask } = await priced({ countryFree: { money: dollars(100), least: 200, most: 200 } })
  const gb = (index: number) => `+4474${String(10_000_000 + index * 1_111_111).slice(-8)}`
  const calls = await inTurn(20, (index) => ask(gb(index), "GB", { channel: "voice" }))
  const { each } = firewallPolicy.open.calls
  expect(kinds(calls).filter((kind) => kind === "sent")).toHaveLength(Math.floor(each / dollars(0.5)))
  expect(kinds(await inTurn(10, (index) => ask(gb(30 + index), "GB")))).toEqual(Array(10).fill("sent"))
})
