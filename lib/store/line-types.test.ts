import { expect, test } from "vitest"
import type { LineType } from "@/lib/firewall/line-types"
import { dollars } from "@/lib/firewall/money"
import { firewallPolicy } from "@/lib/firewall/policy"
import { bd, withMoney } from "@/lib/testing/door"
import { elsewhere, person } from "@/lib/testing/people"
import { type TestOptions, testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { days } from "@/lib/time"

const phone = "+85251234567"

/** A core that looks numbers up, and which it asked about. */
async function asking(answer: () => Promise<LineType> = async () => "mobile") {
  const asked: string[] = []
  const lookUp = async (e164: string) => {
    asked.push(e164)
    return answer()
  }
  const auth = await testAuth({ lookUp })
  const register = (mobile = phone) => {
    const body = { ...person().details, mobile, countryCode: "HK" }
    return auth.call("register", { body, address: elsewhere() })
  }
  return { auth, asked, register, lineTypes: auth.core.firewall.lineTypes }
}

test("an answer is bought once, and remembered for as long as the policy says", async () => {
  const { auth, asked, lineTypes } = await asking()
  expect(await lineTypes.wouldCost(phone)).toBe(true)
  expect(await lineTypes.of(phone)).toBe("mobile")
  expect(await lineTypes.wouldCost(phone)).toBe(false)
  expect(await lineTypes.of(phone)).toBe("mobile")
  expect(asked).toEqual([phone])
  auth.pass(days(30))
  expect(await lineTypes.wouldCost(phone)).toBe(true)
  await lineTypes.of(phone)
  expect(asked).toHaveLength(2)
  expect(await lineTypes.wouldCost(phone)).toBe(false)
})

test("two who ask at once both hear the answer", async () => {
  const { lineTypes } = await asking()
  expect(await Promise.all([1, 2, 3].map(() => lineTypes.of(phone)))).toEqual(["mobile", "mobile", "mobile"])
})

test("what is remembered names no number", async () => {
  const { lineTypes } = await asking()
  await lineTypes.of(phone)
  const db = await testDatabase({ empty: false })
  expect(JSON.stringify(await db.lineTypeAnswer.findMany())).not.toContain("5123")
})

test.each(["landline", "voip", "premium", "invalid"] as const)("a new number that is %s gets no text", async (line) => {
  const { auth, register } = await asking(async () => line)
  expect((await register()).status).toBeGreaterThanOrEqual(400)
  expect(auth.outbox).toHaveLength(0)
})

test.each(["mobile", "unknown"] as const)("a new number that is %s gets its text", async (line) => {
  const { auth, register } = await asking(async () => line)
  expect((await register()).status).toBe(201)
  expect(auth.outbox).toHaveLength(1)
})

test("with nobody answering, a new number in a dear country gets no text, and nothing stays spent", async () => {
  const { auth, register } = await asking(async () => {
    throw new Error("nobody there")
  })
  expect((await register()).status).toBe(503)
  expect(auth.outbox).toHaveLength(0)
})

/** Asks for texts to numbers of Bangladesh, which are dear, and tells which of them were looked up. */
async function dearDoor(line: LineType, options: TestOptions = {}) {
  const asked: string[] = []
  const auth = await testAuth({
    countries: "all",
    lookUp: async (e164) => {
      asked.push(e164)
      return line
    },
    ...options,
  })
  const ask = (index: number, about = bd(index), country = "BD") => {
    auth.pass(1)
    const body = { ...person(index).details, mobile: about, countryCode: country }
    return auth.call("register", { body, address: elsewhere() })
  }
  return { auth, asked, ask }
}

const spentOnLookUps = async () => {
  const db = await testDatabase({ empty: false })
  const rows = await db.budget.findMany({ where: { name: { startsWith: "lookups:BD:2026-03-01" } } })
  return rows.map(({ spent }) => Number(spent))
}
const { price } = firewallPolicy.lookup

test("numbers that get no text buy no more look-ups than texts would have left", async () => {
  const texts = await dearDoor("mobile")
  for (let index = 0; index < 30; index++) await texts.ask(index)
  expect(texts.auth.outbox).toHaveLength(3)
  const barred = await dearDoor("landline")
  for (let index = 0; index < 150; index++) await barred.ask(index)
  expect(barred.asked).toHaveLength(3)
  expect(barred.auth.outbox).toHaveLength(0)
  expect(await spentOnLookUps()).toEqual([3 * price, 3 * price])
})

test("nor do they all at once", async () => {
  const { asked, ask } = await dearDoor("landline")
  await Promise.all(Array.from({ length: 20 }, (_, index) => ask(index)))
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.length).toBeLessThanOrEqual(3)
})

test("what is remembered costs nothing, however often it is asked for", async () => {
  const { asked, ask } = await dearDoor("landline")
  for (let index = 0; index < 20; index++) expect((await ask(index, bd(1))).status).toBe(400)
  expect(asked).toHaveLength(1)
  expect(await spentOnLookUps()).toEqual([price, price])
  await ask(30, bd(2))
  await ask(31, bd(3))
  expect(asked).toHaveLength(3)
})

const roomy = { countryFree: { money: dollars(1000), least: 100, most: 100 } }

test("where no text leaves for another reason, look-ups stay owed, by country and by network", async () => {
  const { lookup } = firewallPolicy
  const limited = { ...lookup, country: { ...lookup.country, free: 4 } }
  const options = { policy: { ...firewallPolicy, ...roomy, ...withMoney, lookup: limited } }
  const sms = { send: async () => ({ fate: "bad-number", sender: "test" }) as const }
  const { asked, ask } = await dearDoor("mobile", { firewall: options, sms })
  for (let index = 0; index < 20; index++) await ask(index)
  expect(asked).toHaveLength(4)
})

test("look-ups have money of their own, and with none left nobody is looked up", async () => {
  const { lookup } = firewallPolicy
  const little = { hour: 2 * price, day: 2 * price }
  const limited = { ...lookup, budgets: { ...lookup.budgets, country: little } }
  const options = { policy: { ...firewallPolicy, ...roomy, ...withMoney, lookup: limited } }
  const { asked, ask } = await dearDoor("mobile", { firewall: options })
  const statuses: number[] = []
  for (let index = 0; index < 4; index++) statuses.push((await ask(index)).status)
  expect(statuses).toEqual([201, 201, 503, 503])
  expect(asked).toHaveLength(2)
})
