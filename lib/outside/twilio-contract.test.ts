import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { pinText } from "@/lib/delivery/pin-text"
import { spokenPin } from "@/lib/delivery/spoken-pin"
import { twilioSms, twilioVoice, twilioWhatsApp } from "@/lib/outside/twilio"
import { twilioLookup } from "@/lib/outside/twilio-lookup"
import { twilioPumpingRisk } from "@/lib/outside/twilio-pumping-risk"
import { twilioStatuses } from "@/lib/outside/twilio-status"
import { json, localServer } from "@/lib/testing/local-server"
import { startPrism } from "@/lib/testing/start-prism"
import { seconds } from "@/lib/time"

// Twilio's own descriptions decide what is right here: Prism answers from them, and refuses what they refuse.
const urls = { messages: "", calls: "", lookups: "" }
beforeAll(async () => {
  for (const name of ["messages", "calls", "lookups"] as const) {
    const { url, stop } = await startPrism(`lib/testing/twilio/${name}.json`)
    urls[name] = url
    running.push(stop)
  }
})
const running: (() => void)[] = []
afterAll(() => {
  for (const stop of running) stop()
})

const account = { name: "twilio", accountSid: `AC${"0".repeat(32)}`, authToken: "secret-token", timeout: seconds(5) }
const message = {
  channel: "sms",
  language: "en",
  to: "+13035551212",
  body: pinText("123456", 10, "latchkey.example"),
  pin: "123456",
} as const
const statusCallback = "https://latchkey.example/webhooks/twilio/status"
const warnings: unknown[] = []
const warn = (told: unknown) => void warnings.push(told)

describe("by Twilio's own description", () => {
  test.each([{ from: "+15005550006" }, { messagingServiceSid: `MG${"1".repeat(32)}` }])(
    "a PIN's message from %o is accepted, and named",
    async (from) => {
      const sms = twilioSms({ ...account, from, baseUrl: urls.messages, statusCallback }, warn)
      expect(await sms.send(message, "0f8fad5b-d9cb-469f-a165-70867728950e")).toEqual({
        fate: "accepted",
        sender: "twilio",
        messageId: expect.stringMatching(/^SM[0-9a-f]{32}$/),
      })
    },
  )

  test.each([true, false])(
    "a PIN's message that is to be checked for fraud, or is not (%s), is accepted",
    async (isChecked) => {
      const sms = twilioSms(
        { ...account, from: { from: "+15005550006" }, baseUrl: urls.messages, statusCallback },
        warn,
      )
      expect(await sms.send({ ...message, isChecked })).toMatchObject({ fate: "accepted" })
    },
  )

  test("a PIN's WhatsApp message by an approved template is accepted, and named", async () => {
    const settings = { ...account, from: "+15005550006", template: `HX${"3".repeat(32)}`, statusCallback }
    const sms = twilioWhatsApp({ ...settings, baseUrl: urls.messages }, warn)
    expect(await sms.send({ ...message, channel: "whatsapp" }, "0f8fad5b")).toEqual({
      fate: "accepted",
      sender: "twilio",
      messageId: expect.stringMatching(/^SM[0-9a-f]{32}$/),
    })
  })

  test.each(["en", "zh-HK"] as const)("a call that says the PIN in %s is accepted, and named", async (language) => {
    const sms = twilioVoice({ ...account, from: "+15005550006", statusCallback, baseUrl: urls.calls }, warn)
    expect(await sms.send({ ...message, channel: "voice", body: spokenPin("123456"), language }, "0f8fad5b")).toEqual({
      fate: "accepted",
      sender: "twilio",
      messageId: expect.stringMatching(/^CA[0-9a-f]{32}$/),
    })
  })

  test.each([
    ["To", message.to],
    ["StatusCallback", "nowhere"],
    ["RiskCheck", "perhaps"],
  ])("a message with a %s that is missing or wrong is refused, so that these tests can fail", async (name, value) => {
    const form = new URLSearchParams({ To: message.to, Body: message.body, From: "+15005550006", [name]: value })
    if (name === "To") form.delete("To")
    const headers = { authorization: `Basic ${btoa(`${account.accountSid}:t`)}` }
    const url = `${urls.messages}/2010-04-01/Accounts/${account.accountSid}/Messages.json`
    const answer = await fetch(url, { method: "POST", headers, body: form })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(name)
  })

  test("a message's price can be asked for", async () => {
    const baseUrl = urls.messages
    const statuses = twilioStatuses({ accounts: [{ ...account, baseUrl }], appUrl: "https://latchkey.example" }, warn)
    const news = { sender: "twilio", messageId: `SM${"2".repeat(32)}`, decisionId: undefined, fate: "sent" } as const
    expect(await statuses.priceOf(news)).toBe(7500)
    expect(warnings).toEqual([])
  })

  test("a call's price can be asked for", async () => {
    const baseUrl = urls.calls
    const statuses = twilioStatuses({ accounts: [{ ...account, baseUrl }], appUrl: "https://latchkey.example" }, warn)
    const news = {
      sender: "twilio",
      messageId: `CA${"2".repeat(32)}`,
      decisionId: undefined,
      fate: "delivered",
    } as const
    expect(await statuses.priceOf(news)).toBe(200_000)
    expect(warnings).toEqual([])
  })

  /** Of the description's examples Prism gives the one that is asked for by name. */
  const choosing = (example: string) =>
    localServer(async ({ path }, response) => {
      const headers = { prefer: `example=${example}`, authorization: "Basic dDp0" }
      const answer = await fetch(`${urls.lookups}${path}`, { headers })
      json(response, answer.status, await answer.json())
    })

  test("a number's line can be asked for, and the answer is understood", async () => {
    expect(await twilioLookup({ ...account, baseUrl: urls.lookups }, warn)(message.to)).toBe("unknown")
    const { url } = await choosing("fetchLineTypeIntelligence")
    expect(await twilioLookup({ ...account, baseUrl: url }, warn)(message.to)).toBe("voip")
  })

  test("a number's risk can be asked for, and the answer is understood", async () => {
    expect(await twilioPumpingRisk({ ...account, baseUrl: urls.lookups }, warn)(message.to)).toBeUndefined()
    const { url } = await choosing("fetchSmsPumpingRisk")
    expect(await twilioPumpingRisk({ ...account, baseUrl: url }, warn)(message.to)).toBe(0.61)
  })
})
