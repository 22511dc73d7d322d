import { expect, test } from "vitest"
import type { LineType } from "@/lib/abuse/line-types"
import { elsewhere, person } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
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
