import { type Challenge, solveChallenge } from "altcha-lib"
import { deriveKey } from "altcha-lib/algorithms/scrypt"
import { expect, test } from "vitest"
import { firewallPolicy } from "@/lib/firewall/policy"
import { isRefusal } from "@/lib/refusal"
import { register } from "@/lib/sign-in/register"
import { withMoney } from "@/lib/testing/door"
import { person } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"

const address = "203.0.113.7"
const browser = { realm: "handbid", audience: "browser", client: "browser", address, userAgent: undefined } as const

test("whoever is doubted and brought no token may work for it", async () => {
  // Two of the address stand open, so that a third has room, and one that counts as three has none.
  const strictNetwork = { ...firewallPolicy.strictNetwork, free: 4 }
  const asked: string[] = []
  const ask = async (e164: string) => {
    asked.push(e164)
    return 0.9
  }
  const policy = { ...firewallPolicy, ...withMoney, strictNetwork }
  const auth = await testAuth({ firewall: { policy }, opinions: { source: "twilio", ask } })
  const asks = (number: number, answer?: string) => {
    const { details, email } = person(number)
    const phone = `+8529${String(2_000_000 + number * 111_111)}`
    const request = { firstName: details.firstname, lastName: details.lastname, email, phone, country: "HK" }
    return register(request, { ...browser, work: { answer } }, auth.core)
  }
  for (const number of [0, 1]) expect(await asks(number)).not.toHaveProperty("refused")
  expect(asked).toEqual([])
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
