import { expect, test } from "vitest"
import { readEnv } from "@/lib/env"
import { sendersOf, statusCallbackFor } from "@/lib/senders"
import { json, localServer } from "@/lib/testing/local-server"
import { message } from "@/lib/testing/text-message"

const main = { TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`, TWILIO_AUTH_TOKEN: "t", TWILIO_FROM: "+15005550006" }
const second = {
  TWILIO_BACKUP_ACCOUNT_SID: `AC${"1".repeat(32)}`,
  TWILIO_BACKUP_AUTH_TOKEN: "b",
  TWILIO_BACKUP_FROM: "+15005550007",
}
const sendersFor = (env: Record<string, string>) =>
  sendersOf(
    readEnv(env),
    () => new Date(0),
    () => undefined,
  )

test("the second account of the environment takes what the first cannot be reached for", async () => {
  const twilio = await localServer((_, response) => json(response, 201, { sid: `SM${"2".repeat(32)}` }))
  const urls = { TWILIO_BASE_URL: "http://127.0.0.1:1", TWILIO_BACKUP_BASE_URL: twilio.url }
  const { sms } = sendersFor({ SMS_PROVIDER: "twilio,twilio-backup", ...main, ...second, ...urls })
  expect(await sms?.send(message, "decision")).toMatchObject({ fate: "accepted", sender: "twilio-backup" })
  expect(twilio.seen[0]?.path).toContain(second.TWILIO_BACKUP_ACCOUNT_SID)
  expect(twilio.seen[0]?.form.get("From")).toBe("+15005550007")
})

test("with the inbox nothing of Twilio is there, unless numbers are looked up", () => {
  expect(sendersFor({})).toEqual({ sms: undefined, statuses: undefined, lookUp: undefined, opinions: undefined })
  expect(sendersFor({ ...main, TWILIO_LOOKUP: "on" }).lookUp).toBeDefined()
  expect(sendersFor({ ...main, TWILIO_PUMPING_RISK: "on" }).opinions).toMatchObject({ source: "twilio" })
})

test("Twilio is asked to call back where it can: over https, or as a fake nearby", () => {
  const path = "/webhooks/twilio/status"
  expect(statusCallbackFor("https://id.example", undefined)).toBe(`https://id.example${path}`)
  expect(statusCallbackFor("http://localhost:3000", undefined)).toBeUndefined()
  expect(statusCallbackFor("http://localhost:3000", "http://127.0.0.1:4081")).toBe(`http://localhost:3000${path}`)
})
