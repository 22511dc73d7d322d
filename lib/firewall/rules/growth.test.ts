import { describe, expect, test } from "vitest"
import { dollars } from "@/lib/firewall/money"
import { firewallPolicy } from "@/lib/firewall/policy"
import { bd, door, inTurn, kinds } from "@/lib/testing/door"
import { days } from "@/lib/time"

const price = dollars(0.5962)
const { factor, country } = firewallPolicy.growth

describe("whoever owns the numbers and verifies every text", () => {
  test("gets a country's floor on the first day, and a factor more on the next", async () => {
    const { auth, ask, decisions } = await door()
    const day = async (from: number) => {
      const answers = await inTurn(60, async (index) => {
        const answer = await ask(bd(from + index), "BD")
        await answer.verify?.()
        return answer
      })
      return kinds(answers).filter((kind) => kind === "sent").length * price
    }
    const first = await day(0)
    expect(first).toBeGreaterThan(country / 2)
    expect(first).toBeLessThanOrEqual(country)
    expect((await decisions()).some(({ refusedBy }) => refusedBy === "growth")).toBe(true)
    auth.pass(days(1) + 1)
    expect(await day(100)).toBeLessThanOrEqual(factor * Math.max(first, country))
  })

  test("gets little of one range of numbers at home", async () => {
    const { ask } = await door()
    const answers = await inTurn(40, async (index) => {
      const answer = await ask(`+85265${String(200_000 + index * 1_001).slice(-6)}`, "HK")
      await answer.verify?.()
      return answer
    })
    const sent = kinds(answers).filter((kind) => kind === "sent").length
    expect(sent * dollars(0.0723)).toBeLessThanOrEqual(firewallPolicy.growth.prefix)
  })
})

test("a known person's first text of a day is never held up by others of their country", async () => {
  const { ask } = await door()
  await inTurn(60, async (index) => (await ask(bd(index), "BD")).verify?.())
  expect(kinds([await ask(bd(500), "BD", { to: "known" })])).toEqual(["sent"])
})

describe("whoever owns known people's phones", () => {
  const perDay = (answers: { refusal: { kind: string } | undefined }[]) =>
    kinds(answers).filter((kind) => kind === "sent").length * price
  const { firsts, firstTexts } = firewallPolicy.growth

  test("gets no more than the day's money and one country's reserve by first texts of a day", async () => {
    const { ask } = await door()
    const firstTo = (index: number) => ask(bd(index), "BD", { to: "known", whose: "home" })
    const spent = perDay(await inTurn(80, firstTo))
    expect(spent).toBeGreaterThan(country - price)
    expect(spent).toBeLessThanOrEqual(country + firstTexts * price)
  })

  test("uses up nothing of what another country's people come back by", async () => {
    const { ask } = await door()
    await inTurn(80, (index) => ask(bd(index), "BD", { to: "known", whose: "home" }))
    expect(kinds([await ask("+491701234567", "DE", { to: "known", whose: "home" })])).toEqual(["sent"])
  })

  test("gets back what did not leave, the reserve included", async () => {
    const { ask } = await door({ policy: { growth: { ...firewallPolicy.growth, country: price, elsewhere: price } } })
    const { admission: first } = await ask(bd(1), "BD", { to: "known", whose: "home" })
    expect(first).toBeDefined()
    expect(firsts).toBeGreaterThan(firstTexts * price)
    for (let turn = 0; turn < 4; turn++) {
      const { refusal, admission } = await ask(bd(2 + turn), "BD", { to: "known", whose: "home" })
      expect(refusal).toBeUndefined()
      await admission?.withdraw()
    }
  })
})
