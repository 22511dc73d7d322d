import { type Challenge, solveChallenge } from "altcha-lib"
import { deriveKey } from "altcha-lib/algorithms/scrypt"
import { expect, test } from "vitest"
import type { LineType } from "@/lib/firewall/line-types"
import { firewallPolicy } from "@/lib/firewall/policy"
import { isRefusal } from "@/lib/refusal"
import { register } from "@/lib/sign-in/register"
import { withMoney } from "@/lib/testing/door"
import { person } from "@/lib/testing/people"
import { type TestOptions, testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"

const address = "203.0.113.7"
const browser = { realm: "handbid", audience: "browser", client: "browser", address, userAgent: undefined } as const

/** An address of which two stand open, so that a third has room, and one that counts as three has none. */
async function crowded(options: TestOptions = {}) {
  const strictNetwork = { ...firewallPolicy.strictNetwork, free: 4 }
  const asked: string[] = []
  const ask = async (e164: string) => {
    asked.push(e164)
    return 0.9
  }
  const policy = { ...firewallPolicy, ...withMoney, strictNetwork }
  const auth = await testAuth({ firewall: { policy }, opinions: { source: "twilio", ask }, ...options })
  const asks = (number: number, answer?: string) => {
    const { details, email } = person(number)
    const phone = `+8529${String(2_000_000 + number * 111_111)}`
    const request = { firstName: details.firstname, lastName: details.lastname, email, phone, country: "HK" }
    return register(request, { ...browser, work: { answer } }, auth.core)
  }
  for (const number of [0, 1]) expect(await asks(number)).not.toHaveProperty("refused")
  expect(asked).toEqual([])
  return { auth, asks, asked }
}

test("whoever is doubted and brought no token may work for it", async () => {
  const { auth, asks, asked } = await crowded()
  const refusal = await asks(2)
  expect(refusal).toMatchObject({ refused: true, kind: "limited", puzzle: expect.any(String) })
  expect(asked).toHaveLength(1)
  const challenge: Challenge = JSON.parse("puzzle" in refusal ? (refusal.puzzle ?? "") : "")
  const solution = await solveChallenge({ challenge, deriveKey })
  expect(isRefusal(await asks(2, JSON.stringify({ challenge, solution })))).toBe(false)
  // What is remembered is not paid for again.
  expect(asked).toHaveLength(1)
  expect(auth.outbox).toHaveLength(3)
})

test("a line that gets no text buys no opinion, and no work helps it", async () => {
  let line: LineType = "mobile"
  const { auth, asks, asked } = await crowded({ lookUp: async () => line })
  line = "landline"
  const refusal = await asks(2)
  expect(refusal).toMatchObject({ refused: true, kind: "registration-blocked" })
  expect(refusal).not.toHaveProperty("puzzle")
  expect(asked).toEqual([])
  const db = await testDatabase({ empty: false })
  const rows = await db.budget.findMany({ where: { name: { startsWith: "lookups:2026-03-01" } } })
  expect(rows.map(({ spent }) => Number(spent))).toEqual([1, 2].map(() => 3 * firewallPolicy.lookup.price))
  expect(auth.outbox).toHaveLength(2)
})
