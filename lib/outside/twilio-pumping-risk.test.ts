import { expect, test } from "vitest"
import { twilioPumpingRisk } from "@/lib/outside/twilio-pumping-risk"
import { json, localServer } from "@/lib/testing/local-server"

const accountSid = `AC${"0".repeat(32)}`
const phone = "+85251234567"

function opinion(baseUrl: string, timeout = 3000) {
  const warnings: unknown[] = []
  const account = { accountSid, authToken: "secret-token", baseUrl, timeout }
  return { ask: twilioPumpingRisk(account, (told) => warnings.push(told)), warnings }
}

// As Twilio's description has it.
const risk = {
  carrier_risk_category: "moderate",
  number_blocked: false,
  number_blocked_date: null,
  number_blocked_last_3_months: null,
  sms_pumping_risk_score: 61,
  error_code: null,
}

const answering = (sms_pumping_risk: unknown) =>
  localServer((_, response) => json(response, 200, { valid: true, sms_pumping_risk }))

test("a number's risk is asked for by Lookup v2 alone, with the account's credentials", async () => {
  const twilio = await answering(risk)
  await opinion(twilio.url).ask(phone)
  const [request] = twilio.seen
  expect(request).toMatchObject({ method: "GET", path: `/v2/PhoneNumbers/${phone}?Fields=sms_pumping_risk` })
  expect(request?.headers.authorization).toBe(`Basic ${btoa(`${accountSid}:secret-token`)}`)
})

test.each([
  ["a score of 61 of 100", risk, 0.61],
  ["no risk at all", { ...risk, sms_pumping_risk_score: 0 }, 0],
  ["a number that is blocked just now", { ...risk, number_blocked: true }, 1],
  ["no score", { ...risk, sms_pumping_risk_score: null }, undefined],
  ["no such package", null, undefined],
  ["an error in the package", { ...risk, error_code: 60600 }, undefined],
  ["a score beyond its bounds", { ...risk, sms_pumping_risk_score: 101 }, undefined],
  ["a score that is none", { ...risk, sms_pumping_risk_score: "high" }, undefined],
])("%s is understood", async (_, answer, score) => {
  expect(await opinion((await answering(answer)).url).ask(phone)).toBe(score)
})

test("no answer is no opinion: silence, a refusal and nonsense throw nothing, and tell nothing of the number", async () => {
  const silent = await localServer(() => undefined)
  const refusing = await localServer((_, response) =>
    json(response, 401, { code: 20003, message: `no ${phone}`, status: 401 }),
  )
  const mad = await answering({ ...risk, sms_pumping_risk_score: "high" })
  for (const { url, timeout } of [
    { ...silent, timeout: 100 },
    { ...refusing, timeout: 3000 },
    { ...mad, timeout: 3000 },
    { url: "http://127.0.0.1:1", timeout: 3000 },
  ]) {
    const { ask, warnings } = opinion(url, timeout)
    expect(await ask(phone)).toBeUndefined()
    expect(warnings).toHaveLength(1)
    expect(JSON.stringify(warnings)).not.toContain("5123")
  }
})
