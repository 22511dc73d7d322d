import { describe, expect, test } from "vitest"
import { twilioWorld } from "@/lib/testing/twilio-world"

const callbackUrl = "https://latchkey.example/webhooks/twilio/status"

describe("what became of a message", () => {
  test.each([
    ["queued", "accepted"],
    ["sending", "sent"],
    ["sent", "sent"],
    ["delivered", "delivered"],
    ["undelivered", "undelivered"],
    ["failed", "undelivered"],
    ["something new", "accepted"],
  ])("%s is kept as %s", async (status, outcome) => {
    const { send, call, decision, sid } = await twilioWorld()
    await send()
    expect(await call(status)).toBe(204)
    expect(await decision()).toMatchObject({ outcome, messageId: sid(), sender: "twilio" })
  })

  test("only moves forward: late news changes nothing", async () => {
    const { send, call, decision } = await twilioWorld()
    await send()
    await call("delivered")
    for (const late of ["sent", "queued", "undelivered", "delivered"]) expect(await call(late)).toBe(204)
    expect((await decision()).outcome).toBe("delivered")
  })

  test("may be told before our own note of who took it", async () => {
    const { send, call, during, decision, sid } = await twilioWorld()
    during.send = async () => void (await call("sent"))
    await send()
    expect(await decision()).toMatchObject({ outcome: "sent", messageId: sid(), sender: "twilio", finalPrice: 10_000 })
  })

  test("is told of a message that timed out as well", async () => {
    const { send, call, db, decision } = await twilioWorld()
    const { id } = await send()
    await db.decision.update({ where: { id }, data: { outcome: "unknown", messageId: null, sender: "twilio" } })
    await call("delivered")
    expect(await decision()).toMatchObject({ outcome: "delivered", messageId: expect.any(String) })
  })

  test("is found by the message's name where the callback names no decision", async () => {
    const { send, call, decision } = await twilioWorld()
    await send()
    expect(await call("delivered", { url: callbackUrl })).toBe(204)
    expect((await decision()).outcome).toBe("delivered")
  })

  test("of a message that nobody knows changes nothing", async () => {
    const { call, db, twilio } = await twilioWorld()
    expect(await call("delivered", { url: callbackUrl })).toBe(204)
    expect(await call("delivered", { url: `${callbackUrl}?sender=twilio&decision=unknown` })).toBe(204)
    expect(await db.decision.count()).toBe(0)
    expect(await db.budget.count()).toBe(0)
    expect(twilio.seen.filter(({ method }) => method === "GET").length).toBeLessThan(2)
  })

  test("that cannot be written down is not said to be", async () => {
    const { send, call, auth } = await twilioWorld()
    await send()
    auth.core.firewall.ledger.hear = async () => {
      throw new Error("no database")
    }
    expect(await call("delivered")).toBe(503)
  })
})

describe("a callback is believed only with the signature of its account", () => {
  const forged: [string, Parameters<Awaited<ReturnType<typeof twilioWorld>>["call"]>[1]][] = [
    ["without a signature", { signature: "" }],
    ["with a signature of another token", { token: "another" }],
    ["with a signature of nonsense", { signature: "bm9uc2Vuc2U=" }],
    ["of an account that is not ours", { fields: { AccountSid: `AC${"9".repeat(32)}` } }],
    ["of the backup, signed with the main account's token", { account: 1, token: "token of twilio", url: callbackUrl }],
    ["of the backup, at a URL of the main sender", { account: 1 }],
    ["with other fields than were signed", { body: "AccountSid=AC0&MessageSid=SM1&MessageStatus=delivered" }],
    ["for another decision than was signed", { sentTo: `${callbackUrl}?sender=twilio&decision=another` }],
    ["signed for another origin", { url: "https://evil.example/webhooks/twilio/status" }],
  ]
  test.each(forged)("403 %s", async (_, how) => {
    const { send, call, decision } = await twilioWorld()
    await send()
    expect(await call("delivered", how)).toBe(403)
    expect((await decision()).outcome).toBe("accepted")
  })

  test("whatever host the request itself names", async () => {
    const { send, call, twilio, decision } = await twilioWorld()
    await send()
    const url = twilio.seen[0]?.form.get("StatusCallback") ?? ""
    expect(
      await call("delivered", { url, sentTo: url.replace("https://latchkey.example", "http://10.0.0.1:3000") }),
    ).toBe(204)
    expect((await decision()).outcome).toBe("delivered")
  })

  test("the backup's with the backup's own token, and its price is asked with its own credentials", async () => {
    const { send, call, twilio, decision, sid } = await twilioWorld()
    const { id } = await send()
    const url = `${callbackUrl}?sender=twilio-backup&decision=${id}`
    expect(await call("delivered", { account: 1, url })).toBe(204)
    expect(await decision()).toMatchObject({ outcome: "delivered", sender: "twilio-backup", finalPrice: 10_000 })
    const asked = twilio.seen.at(-1)
    expect(asked?.path).toBe(`/2010-04-01/Accounts/AC${"1".repeat(32)}/Messages/${sid()}.json`)
    expect(asked?.headers.authorization).toBe(`Basic ${btoa(`AC${"1".repeat(32)}:token of twilio-backup`)}`)
  })
})

describe("a body that Twilio would not send", () => {
  test("is 413 when it is too long", async () => {
    const { call } = await twilioWorld()
    expect(await call("delivered", { body: "a=".padEnd(70_000, "x"), signature: "x" })).toBe(413)
  })

  test("is 400 when it is no form", async () => {
    const { handler } = await twilioWorld()
    const headers = { "content-type": "application/json", "x-twilio-signature": "x" }
    const answer = await handler(new Request(callbackUrl, { method: "POST", headers, body: "{}" }))
    expect(answer.status).toBe(400)
  })

  test("is 400 when it is signed and names no message", async () => {
    const { call } = await twilioWorld()
    expect(await call("delivered", { url: callbackUrl, fields: { MessageSid: "" } })).toBe(400)
  })
})
