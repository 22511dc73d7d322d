import { expect, test } from "vitest"
import { spokenPin } from "@/lib/delivery/spoken-pin"
import { twilioVoice, twilioWhatsApp } from "@/lib/outside/twilio"
import { twilioStatuses } from "@/lib/outside/twilio-status"
import { json, localServer } from "@/lib/testing/local-server"
import { signatureOf } from "@/lib/testing/twilio-world"
import { seconds } from "@/lib/time"

const appUrl = "https://latchkey.example"
const from = "+15005550006"
const account = { name: "twilio", accountSid: `AC${"0".repeat(32)}`, authToken: "secret-token", timeout: seconds(5) }
const message = { to: "+85251234567", body: "123456 is your Latchkey PIN.", pin: "123456", language: "en" } as const
const nobodyHears = () => undefined

async function twilioTaking(sid: string) {
  const twilio = await localServer((_, response) => json(response, 201, { sid }))
  const settings = { ...account, from, baseUrl: twilio.url, statusCallback: `${appUrl}/webhooks/twilio/status` }
  return { twilio, settings }
}

test("by WhatsApp the PIN alone goes into the approved template, and no text of ours", async () => {
  const { twilio, settings } = await twilioTaking(`SM${"2".repeat(32)}`)
  const template = `HX${"3".repeat(32)}`
  await twilioWhatsApp({ ...settings, template }, nobodyHears).send({ ...message, channel: "whatsapp" }, "decision-1")
  expect(Object.fromEntries(twilio.seen[0]?.form ?? [])).toEqual({
    To: "whatsapp:+85251234567",
    From: "whatsapp:+15005550006",
    ContentSid: template,
    ContentVariables: '{"1":"123456"}',
    StatusCallback: `${appUrl}/webhooks/twilio/status?sender=twilio&decision=decision-1`,
  })
})

test.each([
  ["en", "Your Tom &amp; &lt;Co&gt; PIN is: 1. 2. 3. 4. 5. 6.", "en-US"],
  ["zh-HK", "你的 Tom &amp; &lt;Co&gt; 驗證碼是：1。2。3。4。5。6。", "yue-HK"],
] as const)(
  "a call says the PIN digit by digit, slowly and twice, in %s, whatever the brand is called",
  async (language, said, spoken) => {
    const { twilio, settings } = await twilioTaking(`CA${"2".repeat(32)}`)
    const body = spokenPin("123456", { sender: "Tom & <Co>", language })
    await twilioVoice(settings, nobodyHears).send({ ...message, channel: "voice", body, language }, "decision-1")
    const form = twilio.seen[0]?.form
    expect(twilio.seen[0]?.path).toContain("/Calls.json")
    expect(form?.get("To")).toBe(message.to)
    // It is billed by the minute.
    expect(form?.get("TimeLimit")).toBe("60")
    expect(form?.get("Twiml")?.split(`<prosody rate="slow">${said}</prosody>`)).toHaveLength(3)
    expect(form?.get("Twiml")).toContain(`language="${spoken}"`)
  },
)

test.each([
  ["ringing", "sent"],
  ["completed", "delivered"],
  ["no-answer", "undelivered"],
  ["busy", "undelivered"],
  ["__proto__", undefined],
])("a call that is %s is heard of by a signed callback", async (status, fate) => {
  const statuses = twilioStatuses({ accounts: [{ ...account, baseUrl: undefined }], appUrl }, nobodyHears)
  const path = "/webhooks/twilio/status?sender=twilio&decision=decision-1"
  const fields = { AccountSid: account.accountSid, CallSid: `CA${"2".repeat(32)}`, CallStatus: status }
  const signature = signatureOf(account.authToken, `${appUrl}${path}`, fields)
  const read = (signed: string) => statuses.read(new URLSearchParams(fields), path, signed)
  expect(await read(signature)).toEqual({ sender: "twilio", messageId: fields.CallSid, decisionId: "decision-1", fate })
  expect(await read("made up")).toBe("forged")
})
