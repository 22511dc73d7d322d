import { expect, test } from "vitest"
import { twilioSms } from "@/lib/outside/twilio"
import { json, localServer } from "@/lib/testing/local-server"
import { message } from "@/lib/testing/text-message"
import { seconds } from "@/lib/time"

const accountSid = `AC${"0".repeat(32)}`

const statusCallback = "https://latchkey.example/webhooks/twilio/status"

function sender(baseUrl: string, more: { timeout?: number; statusCallback?: string } = {}) {
  const warnings: Record<string, unknown>[] = []
  const from = { messagingServiceSid: `MG${"1".repeat(32)}` }
  const settings = { name: "twilio", accountSid, authToken: "secret-token", from, baseUrl, statusCallback: undefined }
  const sms = twilioSms({ ...settings, timeout: seconds(5), ...more }, (detail) => warnings.push(detail))
  return { sms, warnings }
}

test("a message is posted to Twilio's Messages resource, with the account's credentials", async () => {
  const twilio = await localServer((_, response) =>
    json(response, 201, { sid: `SM${"2".repeat(32)}`, status: "accepted" }),
  )
  const sid = `SM${"2".repeat(32)}`
  expect(await sender(twilio.url).sms.send(message)).toEqual({ fate: "accepted", sender: "twilio", messageId: sid })
  const [request] = twilio.seen
  expect(request).toMatchObject({ method: "POST", path: `/2010-04-01/Accounts/${accountSid}/Messages.json` })
  expect(request?.headers.authorization).toBe(`Basic ${btoa(`${accountSid}:secret-token`)}`)
  expect(Object.fromEntries(request?.form ?? [])).toEqual({
    To: message.to,
    Body: message.body,
    MessagingServiceSid: `MG${"1".repeat(32)}`,
  })
})

test.each([
  [true, "enable"],
  [false, "disable"],
  [undefined, null],
])("whether Twilio is to check a message for fraud is told as the firewall decided: %s", async (isChecked, told) => {
  const twilio = await localServer((_, response) => json(response, 201, { sid: `SM${"2".repeat(32)}` }))
  await sender(twilio.url).sms.send({ ...message, isChecked })
  expect(twilio.seen[0]?.form.get("RiskCheck")).toBe(told)
})

test.each([
  [400, 21211, "bad-number", "a number that Twilio does not take"],
  [400, 21610, "bad-number", "a person who opted out"],
  [401, 20003, "not-accepted", "wrong credentials"],
  [429, 20429, "not-accepted", "too many requests"],
  [500, 20500, "unknown", "Twilio's own failure, after which it may or may not have sent"],
] as const)("status %i with code %i is %s: %s", async (status, code, delivery, _why) => {
  const twilio = await localServer((_, response) => json(response, status, { code, message: "no", status }))
  expect(await sender(twilio.url).sms.send(message)).toMatchObject({ fate: delivery })
  expect(twilio.seen).toHaveLength(1)
})

test("a sender that nobody can reach has certainly not taken the message", async () => {
  expect(await sender("http://127.0.0.1:1").sms.send(message)).toMatchObject({ fate: "not-accepted" })
})

test("silence is not certainty, and the message is not sent twice", async () => {
  const twilio = await localServer(() => undefined)
  expect(await sender(twilio.url, { timeout: 100 }).sms.send(message)).toMatchObject({ fate: "unknown" })
  expect(twilio.seen).toHaveLength(1)
})

test("what is told of a failure holds neither the number nor the text", async () => {
  const twilio = await localServer((_, response) => json(response, 400, { code: 21211, message: `bad ${message.to}` }))
  const { sms, warnings } = sender(twilio.url)
  await sms.send(message)
  expect(JSON.stringify(warnings)).not.toMatch(/3035551212|123456/)
  expect(warnings).toEqual([{ sender: "twilio", status: 400, code: 21211 }])
})

test("only a refusal of the message alone says that the sender itself works", async () => {
  let status = 400
  const twilio = await localServer((_, response) => json(response, status, { code: 21602, message: "no", status }))
  const { sms } = sender(twilio.url)
  expect(await sms.send(message)).toEqual({ fate: "not-accepted", sender: "twilio", works: true })
  for (status of [401, 403, 429]) expect(await sms.send(message)).toEqual({ fate: "not-accepted", sender: "twilio" })
})

test("Twilio is told where to tell what becomes of the message, and which decision it was", async () => {
  const twilio = await localServer((_, response) => json(response, 201, { sid: `SM${"2".repeat(32)}` }))
  await sender(twilio.url, { statusCallback }).sms.send(message, "decision-1")
  expect(twilio.seen[0]?.form.get("StatusCallback")).toBe(`${statusCallback}?sender=twilio&decision=decision-1`)
})
