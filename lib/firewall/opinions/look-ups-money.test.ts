import { expect, test } from "vitest"
import { opinionPolicy } from "@/lib/firewall/opinions/policy"
import { firewallPolicy } from "@/lib/firewall/policy"
import { bd, door, inTurn, kinds, withMoney } from "@/lib/testing/door"

test("opinions that somebody has us buy leave half of the look-ups' money, without which others got no text", async () => {
  const { lookup } = firewallPolicy
  // Six lines and three opinions, to the last cent.
  const whole = 6 * lookup.price + 3 * opinionPolicy.price
  const budgets = { ...lookup.budgets, all: { hour: whole, day: whole } }
  const asked: string[] = []
  const ask = async (e164: string) => {
    asked.push(e164)
    return 0.9
  }
  const countryFree = { money: 0, least: 3, most: 3 }
  const policy = { ...withMoney, countryFree, lookup: { ...lookup, budgets } }
  const { ask: send } = await door({ policy, opinions: { source: "twilio", ask }, lookUp: async () => "mobile" })
  // One text stands open in each country, so that the next number there is worth an opinion.
  const dear = ["BD", "PK", "LK"]
  const texts = (from: number) => inTurn(dear.length, (index) => send(bd(from + index), dear[index] ?? ""))
  expect(kinds(await texts(0))).toEqual(["sent", "sent", "sent"])
  await texts(10)
  expect(kinds([await send("+998901234567", "UZ")])).toEqual(["sent"])
  expect(asked).toEqual([bd(10)])
})
