import { expect, test } from "vitest"
import { twilioSms } from "@/lib/outside/twilio"
import { json, localServer } from "@/lib/testing/local-server"
import { seconds } from "@/lib/time"

const accountSid = `AC${"0".repeat(32)}`
const message = { to: "+13035551212", body: "123456 is your Latchkey PIN.", pin: "123456" }

function sender(baseUrl: string, timeout = seconds(5)) {
  const warnings: Record<string, unknown>[] = []
  const from = { messagingServiceSid: `MG${"1".repeat(32)}` }
  const sms = twilioSms({ accountSid, authToken: "secret-token", from, baseUrl, timeout }, (detail) =>
    warnings.push(detail),
  )
  return { sms, warnings }
}

test("a message is posted to Twilio's Messages resource, with the account's credentials", async () => {
  const twilio = await localServer((_, response) =>
    json(response, 201, { sid: `SM${"2".repeat(32)}`, status: "accepted" }),
  )
  expect(await sender(twilio.url).sms.send(message)).toBe("accepted")
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
  [400, 21211, "bad-number", "a number that Twilio does not take"],
  [400, 21610, "bad-number", "a person who opted out"],
  [401, 20003, "not-accepted", "wrong credentials"],
  [429, 20429, "not-accepted", "too many requests"],
  [500, 20500, "unknown", "Twilio's own failure, after which it may or may not have sent"],
] as const)("status %i with code %i is %s: %s", async (status, code, delivery, _why) => {
  const twilio = await localServer((_, response) => json(response, status, { code, message: "no", status }))
  expect(await sender(twilio.url).sms.send(message)).toBe(delivery)
  expect(twilio.seen).toHaveLength(1)
})

test("a sender that nobody can reach has certainly not taken the message", async () => {
  expect(await sender("http://127.0.0.1:1").sms.send(message)).toBe("not-accepted")
})

test("silence is not certainty, and the message is not sent twice", async () => {
  const twilio = await localServer(() => undefined)
  expect(await sender(twilio.url, 100).sms.send(message)).toBe("unknown")
  expect(twilio.seen).toHaveLength(1)
})

test("what is told of a failure holds neither the number nor the text", async () => {
  const twilio = await localServer((_, response) => json(response, 400, { code: 21211, message: `bad ${message.to}` }))
  const { sms, warnings } = sender(twilio.url)
  await sms.send(message)
  expect(JSON.stringify(warnings)).not.toMatch(/3035551212|123456/)
  expect(warnings).toEqual([{ status: 400, code: 21211 }])
})
