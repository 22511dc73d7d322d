import { expect, test } from "vitest"
import { twilioLookup } from "@/lib/outside/twilio-lookup"
import { json, localServer } from "@/lib/testing/local-server"

const accountSid = `AC${"0".repeat(32)}`
const phone = "+85251234567"

function lookup(baseUrl: string, timeout = 3000) {
  const warnings: unknown[] = []
  const ask = twilioLookup({ accountSid, authToken: "secret-token", baseUrl, timeout }, (told) => warnings.push(told))
  return { ask, warnings }
}

const answering = (body: unknown, status = 200) => localServer((_, response) => json(response, status, body))

test("a number is looked up by Lookup v2, with the account's credentials", async () => {
  const twilio = await answering({ valid: true, line_type_intelligence: { type: "mobile" } })
  await lookup(twilio.url).ask(phone)
  const [request] = twilio.seen
  expect(request).toMatchObject({ method: "GET", path: `/v2/PhoneNumbers/${phone}?Fields=line_type_intelligence` })
  expect(request?.headers.authorization).toBe(`Basic ${btoa(`${accountSid}:secret-token`)}`)
})

test.each([
  ["mobile", "mobile"],
  ["landline", "landline"],
  ["fixedVoip", "voip"],
  ["nonFixedVoip", "voip"],
  ["premium", "premium"],
  ["sharedCost", "premium"],
  ["personal", "premium"],
  ["uan", "premium"],
  ["tollFree", "landline"],
  ["pager", "landline"],
  ["voicemail", "landline"],
  ["unknown", "unknown"],
  ["constructor", "unknown"],
  [null, "unknown"],
])("Twilio's %s is %s", async (type, line) => {
  const twilio = await answering({ valid: true, line_type_intelligence: { type, error_code: null } })
  expect(await lookup(twilio.url).ask(phone)).toBe(line)
})

test("a number that is none is invalid; one of which Twilio knows nothing is unknown", async () => {
  expect(await lookup((await answering({ valid: false, line_type_intelligence: null })).url).ask(phone)).toBe("invalid")
  expect(await lookup((await answering({ valid: true, line_type_intelligence: null })).url).ask(phone)).toBe("unknown")
})

test("no answer is no leave: silence, a refusal and nonsense throw, and tell nothing of the number", async () => {
  const silent = await localServer(() => undefined)
  const refusing = await answering({ code: 20003, message: `no ${phone}`, status: 401 }, 401)
  const mad = await answering({ hello: "world" })
  for (const { url, timeout } of [
    { ...silent, timeout: 100 },
    { ...refusing, timeout: 3000 },
    { ...mad, timeout: 3000 },
  ]) {
    const { ask, warnings } = lookup(url, timeout)
    await expect(ask(phone)).rejects.toThrow(/^((?!5123).)*$/)
    expect(warnings).toHaveLength(1)
    expect(JSON.stringify(warnings)).not.toContain("5123")
  }
})
