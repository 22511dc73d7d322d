import { expect, test } from "vitest"
import { dollars } from "@/lib/firewall/money"
import { opinionPolicy } from "@/lib/firewall/opinions/policy"
import { riskCheckOf } from "@/lib/firewall/opinions/risk-check"
import { firewallPolicy } from "@/lib/firewall/policy"
import { elsewhere, must, person } from "@/lib/testing/people"
import { twilioWorld } from "@/lib/testing/twilio-world"
import { minutes } from "@/lib/time"

const fee = dollars(0.005)
const checking = { ...firewallPolicy, opinions: { ...opinionPolicy, riskCheck: fee } }
const world = () => twilioWorld({ firewall: { policy: checking } })
type World = Awaited<ReturnType<typeof world>>

/** Someone of Hong Kong registers, where a text costs enough to be checked. */
async function fromHongKong({ auth, decision }: World) {
  const body = { ...person().details, mobile: "+85251234567", countryCode: "HK" }
  await must(201, auth.call("register", { body, address: elsewhere() }))
  await auth.settled()
  return decision()
}
const told = ({ twilio }: World) => twilio.seen.findLast(({ method }) => method === "POST")?.form.get("RiskCheck")

test("a newcomer's text is checked by Twilio, and a known person's never, so that its no is not the only voice", async () => {
  const asked = await world()
  await asked.send()
  expect(told(asked)).toBe("enable")
  const { email } = person()
  const pin = asked.twilio.seen.at(-1)?.form.get("Body")?.slice(-6)
  await must(200, asked.auth.call("verifyPin", { body: { email, pin }, address: elsewhere() }))
  asked.auth.pass(minutes(2))
  await must(200, asked.auth.call("emailCheck", { body: { email }, address: elsewhere() }))
  expect(told(asked)).toBe("disable")
})

test("where that is not in use Twilio is told neither", async () => {
  const asked = await twilioWorld()
  await asked.send()
  expect(told(asked)).toBeNull()
})

test.each([
  ["a text that is dear enough", { country: "HK", price: dollars(0.0723) }, { isChecked: true, price: fee }],
  ["a text that is too cheap for its fee", { country: "PL", price: dollars(0.05) }, { isChecked: false, price: 0 }],
  ["a text where there is no fee", { country: "US", price: dollars(0.0083) }, { isChecked: true, price: 0 }],
  [
    "a known person's text",
    { country: "HK", price: dollars(0.0723), asNewcomer: false },
    { isChecked: false, price: 0 },
  ],
  ["a call, which no sender checks", { country: "HK", price: dollars(0.2), channel: "voice" as const }, undefined],
])("%s", (_, about, check) => {
  expect(riskCheckOf({ channel: "sms", asNewcomer: true, ...about }, checking)).toEqual(check)
})

test("what the check takes is reserved with the text, and stays spent when the text's own price is known", async () => {
  const asked = await world()
  const { price, reserved } = await fromHongKong(asked)
  expect(reserved).toBe(price + fee)
  expect(await asked.spent()).toBe(price + fee)
  asked.bill.price = "-0.07000"
  await asked.call("delivered")
  expect(await asked.spent()).toBe(70_000 + fee)
})

test("a text that does not leave is not checked either, and all of it comes back", async () => {
  const sms = { send: async () => ({ fate: "bad-number", sender: "test" }) as const }
  const asked = await twilioWorld({ firewall: { policy: checking }, sms })
  const body = { ...person().details, mobile: "+85251234567", countryCode: "HK" }
  await asked.auth.call("register", { body, address: elsewhere() })
  expect(await asked.spent()).toBe(0)
})

test.each(["30450", "30453"])("a text that the check held back stays owed, by error %s", async (code) => {
  const asked = await world()
  await fromHongKong(asked)
  const open = async () => (await asked.db.exposure.findUnique({ where: { scope: "country:HK" } }))?.open
  await asked.call("failed", { fields: { ErrorCode: code } })
  expect(await asked.decision()).toMatchObject({ outcome: "undelivered" })
  expect(await open()).toBeCloseTo(1)
  await asked.call("undelivered", { fields: { ErrorCode: "30005" } })
  expect(await open()).toBeCloseTo(0)
})
