import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { expect, test } from "vitest"
import { senders } from "@/lib/delivery/senders"
import { tradeCode } from "@/lib/outside/authorization-code"
import { idTokens } from "@/lib/outside/id-token"
import { recaptcha } from "@/lib/outside/recaptcha"
import { recaptchaEnterprise } from "@/lib/outside/recaptcha-enterprise"
import { twilioSms } from "@/lib/outside/twilio"
import { twilioLookup } from "@/lib/outside/twilio-lookup"
import { twilioPumpingRisk } from "@/lib/outside/twilio-pumping-risk"
import { badAnswers } from "@/lib/testing/bad-answers"
import { localEnterprise } from "@/lib/testing/local-enterprise"
import { localIssuer } from "@/lib/testing/local-issuer"
import { localServer } from "@/lib/testing/local-server"
import { message } from "@/lib/testing/text-message"
import { seconds } from "@/lib/time"

const account = { accountSid: `AC${"0".repeat(32)}`, authToken: "secret-token" }
const ignore = () => undefined

/** What each of our callers makes of a service at this URL that answers badly. Long deadlines show who ends by size alone. */
const callers: Record<string, (url: string, timeout: number) => Promise<unknown>> = {
  "a text": (baseUrl, timeout) => {
    const settings = { ...account, name: "twilio", from: { from: "+15005550006" }, statusCallback: undefined }
    return twilioSms({ ...settings, baseUrl, timeout }, ignore).send(message)
  },
  "a look-up of a line": (baseUrl, timeout) =>
    twilioLookup({ ...account, baseUrl, timeout }, ignore)("+85251234567").catch(() => "no answer"),
  "an opinion of a number": (baseUrl, timeout) =>
    twilioPumpingRisk({ ...account, baseUrl, timeout }, ignore)("+85251234567").then((score) => score ?? "no answer"),
  "a captcha": (verifyUrl, timeout) => {
    const settings = { secret: "s", verifyUrl, minScore: 0.5, hostname: "latchkey.example", timeout }
    return recaptcha(settings, ignore).check("token", "login", undefined)
  },
  "a captcha with a number": async (url, timeout) => {
    const { settings } = await localEnterprise()
    const asked = recaptchaEnterprise({ ...settings, url, timeout }, ignore).assess
    return (await asked?.("token", "login", undefined, "+85251234567"))?.verdict
  },
  "an authorization code": (tokenUrl, timeout) =>
    tradeCode("code", undefined, { tokenUrl, clientId: "us", clientSecret: "secret", timeout }, ignore),
  "an issuer's keys": async (url, timeout) => {
    const now = new Date("2026-03-01T12:00:00Z")
    const issuer = await localIssuer({ iss: "https://issuer.example", audience: "us", secret: "secret" }, now)
    return idTokens(
      url,
      timeout,
      () => now,
    )(await issuer.idToken(), { issuer: "https://issuer.example", audience: "us" })
  },
}
const outcomes: Record<string, unknown> = {
  "a text": { fate: "unknown", sender: "twilio" },
  "a look-up of a line": "no answer",
  "an opinion of a number": "no answer",
  "a captcha": "unreachable",
  "a captcha with a number": "unreachable",
  "an authorization code": "unavailable",
  "an issuer's keys": "unavailable",
}

const table = Object.keys(callers).flatMap((what) => Object.keys(badAnswers).map((how) => [what, how] as const))

test.each(table)("%s ends at its deadline, or sooner, where the service %s", async (what, how) => {
  const { url } = await localServer((_, response) => badAnswers[how]?.(response))
  expect(await callers[what]?.(url, 300)).toEqual(outcomes[what])
})

test.each(Object.keys(callers))(
  "%s ends at its deadline though garbage is collected while an answer drips",
  async (what) => {
    setFlagsFromString("--expose-gc")
    const collect = runInNewContext("gc")
    const { url } = await localServer((_, response) => {
      badAnswers["drips its answer"]?.(response)
      setTimeout(collect, 100)
    })
    expect(await callers[what]?.(url, 300)).toEqual(outcomes[what])
  },
)

test.each(Object.keys(callers))(
  "an answer without end to %s is cut off by its size, long before any deadline",
  async (what) => {
    const { url } = await localServer((_, response) => badAnswers["answers without end"]?.(response))
    expect(await callers[what]?.(url, seconds(600))).toEqual(outcomes[what])
  },
)

test("one dripping answer does not end text messages: the sender is tried again when its rest is over", async () => {
  let isWell = false
  const { url } = await localServer((_, response) => {
    if (isWell) response.writeHead(201, { "content-type": "application/json" }).end('{"sid":"SM1"}')
    else badAnswers["drips its answer"]?.(response)
  })
  let time = 0
  const settings = { ...account, name: "twilio", from: { from: "+15005550006" }, statusCallback: undefined }
  const twilio = twilioSms({ ...settings, baseUrl: url, timeout: 100 }, ignore)
  const sms = senders([{ name: "twilio", sms: twilio }], () => new Date(time), ignore)
  // Down, and then down once more at its trial.
  for (let n = 0; n < 5; n++) await sms.send(message)
  time += seconds(2)
  expect(await sms.send(message)).toMatchObject({ fate: "unknown" })
  isWell = true
  time += seconds(2)
  expect(await sms.send(message)).toMatchObject({ fate: "accepted" })
})
