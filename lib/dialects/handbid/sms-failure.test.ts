import { describe, expect, test } from "vitest"
import type { Delivery, TextMessage } from "@/lib/delivery/sms"
import type { Limits } from "@/lib/limits/limits"
import { elsewhere, join, person } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { seconds } from "@/lib/time"

const { email, phone, details } = person()

/** A sender that answers as it is told, and remembers what it was given. */
async function withSender() {
  const given: TextMessage[] = []
  const sender = { answer: "accepted" as Delivery["fate"] }
  const sms = {
    async send(message: TextMessage) {
      given.push(message)
      return { fate: sender.answer, sender: "test" }
    },
  }
  const auth = await testAuth({ sms })
  const ask = (path: "register" | "resendPin" | "emailCheck") =>
    auth.call(path, { body: path === "register" ? details : { email }, address: elsewhere() })
  const verify = (pin = given.at(-1)?.pin) => auth.call("verifyPin", { body: { email, pin }, address: elsewhere() })
  return { auth, given, sender, ask, verify }
}
const unavailable = { status: 503, body: { error: "sms_unavailable", message: expect.any(String) } }

describe("a sender that did not take the message", () => {
  test("is told as 503 sms_unavailable, and Retry-After says when", async () => {
    const { sender, ask } = await withSender()
    sender.answer = "not-accepted"
    const answer = await ask("register")
    expect(answer).toMatchObject(unavailable)
    expect(answer.headers.get("retry-after")).toBe("30")
  })

  test("leaves the challenge resendable at once, with the same PIN", async () => {
    const { given, sender, ask, verify } = await withSender()
    sender.answer = "not-accepted"
    await ask("register")
    sender.answer = "accepted"
    expect((await ask("resendPin")).status).toBe(202)
    expect(given).toHaveLength(2)
    expect(given[1]?.pin).toBe(given[0]?.pin)
    expect((await verify()).status).toBe(200)
  })

  test("costs nothing of the phone's budget and lengthens no wait", async () => {
    const { given, sender, ask } = await withSender()
    sender.answer = "not-accepted"
    for (let times = 0; times < 12; times++) expect((await ask("register")).status).toBe(503)
    sender.answer = "accepted"
    expect((await ask("resendPin")).status).toBe(202)
    expect(given).toHaveLength(13)
    expect((await ask("resendPin")).body.retryAfter).toBe(30)
  })

  test("is told on email-check too", async () => {
    const { auth, sender, ask } = await withSender()
    const registered = await ask("register")
    expect(registered.status).toBe(201)
    sender.answer = "not-accepted"
    auth.pass(seconds(30))
    expect(await ask("resendPin")).toMatchObject(unavailable)
  })
})

describe("a message whose fate is not known", () => {
  test("is 503, and keeps the wait, because it may have been sent", async () => {
    const { auth, given, sender, ask, verify } = await withSender()
    sender.answer = "unknown"
    const answer = await ask("register")
    expect(answer).toMatchObject(unavailable)
    expect(answer.headers.get("retry-after")).toBe("30")
    sender.answer = "accepted"
    expect((await ask("resendPin")).status).toBe(429)
    expect(given).toHaveLength(1)
    auth.pass(seconds(30))
    expect((await ask("resendPin")).status).toBe(202)
    expect(given[1]?.pin).toBe(given[0]?.pin)
    expect((await verify()).status).toBe(200)
  })

  test.each(["register", "emailCheck"] as const)(
    "is not told as sent by %s within its wait: 503 with what is left of it, and the next after it is",
    async (path) => {
      const { auth, given, sender, ask, verify } = await withSender()
      if (path === "emailCheck") {
        await ask("register")
        expect((await verify()).status).toBe(200)
        auth.pass(seconds(600))
      }
      const before = given.length
      sender.answer = "unknown"
      expect((await ask(path)).status).toBe(503)
      sender.answer = "accepted"
      auth.pass(seconds(10))
      const again = await ask(path)
      expect(again).toMatchObject(unavailable)
      expect(again.headers.get("retry-after")).toBe("20")
      expect(given).toHaveLength(before + 1)
      auth.pass(seconds(20))
      expect((await ask(path)).status).toBe(path === "register" ? 201 : 200)
      expect(given).toHaveLength(before + 2)
    },
  )

  test("is also one whose process ended before it could tell: it is not told as sent", async () => {
    let auth = {} as TestAuth
    await new Promise<void>((isAsked) => {
      const send = () => new Promise<never>(() => isAsked())
      void testAuth({ sms: { send } }).then((begun) => {
        auth = begun
        void begun.call("register", { body: details })
      })
    })
    const other = await testAuth({ sameData: true, keys: auth.core.keys })
    other.pass(seconds(7))
    expect((await other.call("register", { body: details, address: elsewhere() })).status).toBe(201)
    // Whoever asked first heard 503 by now, and what had not been handed over is being taken back.
    other.pass(seconds(2))
    expect(await other.call("register", { body: details, address: elsewhere() })).toMatchObject(unavailable)
    expect(other.outbox).toEqual([])
  })

  test("has a PIN that works, if it arrived after all", async () => {
    const { sender, ask, verify } = await withSender()
    sender.answer = "unknown"
    await ask("register")
    expect((await verify()).status).toBe(200)
  })

  test("counts for the phone's budget", async () => {
    const { auth, given, sender, ask } = await withSender()
    sender.answer = "unknown"
    await ask("register")
    for (const wait of [30, 60, 120, 240, 480]) {
      auth.pass(seconds(wait))
      await ask("resendPin")
    }
    expect(given).toHaveLength(4)
  })
})

test("a number that the sender refuses is 400 invalid_phone, and may be corrected at once", async () => {
  const { given, sender, ask, auth, verify } = await withSender()
  sender.answer = "bad-number"
  expect(await ask("register")).toMatchObject({ status: 400, body: { error: "invalid_phone" } })
  sender.answer = "accepted"
  const mobile = person(1).phone
  expect((await auth.call("register", { body: { ...details, mobile } })).status).toBe(201)
  expect(given.map(({ to }) => to)).toEqual([phone, mobile])
  expect((await verify()).status).toBe(200)
})

test("with the limits out of reach nothing is sent: they fail closed", async () => {
  const broken: Limits = {
    take: () => Promise.reject(new Error("out of reach")),
    giveBack: () => Promise.reject(new Error("out of reach")),
  }
  const auth = await testAuth({ limits: broken })
  for (const path of ["register", "resendPin", "emailCheck"] as const) {
    const answer = await auth.call(path, { body: path === "register" ? details : { email } })
    expect(answer).toMatchObject(unavailable)
    expect(answer.headers.get("retry-after")).toBe("30")
  }
  expect(auth.outbox).toEqual([])
  expect((await auth.call("auctions")).status).toBe(200)
})

test("with the limits out of reach a PIN that was sent before can still be verified", async () => {
  const auth = await testAuth()
  await join(auth, 1)
  await auth.call("register", { body: details })
  const pin = auth.pinFor(phone)
  const down = await testAuth({
    sameData: true,
    keys: auth.core.keys,
    limits: { take: () => Promise.reject(new Error()), giveBack: () => Promise.reject(new Error()) },
  })
  expect((await down.call("verifyPin", { body: { email, pin } })).status).toBe(200)
})
