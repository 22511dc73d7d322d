import { expect, test } from "vitest"
import type { Channels } from "@/lib/delivery/channel"
import { firewallPolicy } from "@/lib/firewall/policy"
import { ourPages } from "@/lib/testing/browsers"
import { elsewhere, join, must, person } from "@/lib/testing/people"
import { minutes, seconds } from "@/lib/time"
import { checkEmailForm, registerForm, resendPinForm, verifyPinForm } from "@/lib/web/sign-in/forms"

const all: Channels = ["sms", "whatsapp", "voice"]
const channelPrices = { whatsapp: { "*": 0.02 }, voice: { "*": 0.03 } }
const firewall = { enforce: true, policy: { ...firewallPolicy, channelPrices } }
const pages = (channels: Channels = all) => ourPages({ channels, firewall })

/** A number beside which so many texts stand unverified that no more may go there. */
const crowded = "+13035551000"
async function crowd({ auth }: Awaited<ReturnType<typeof pages>>) {
  for (let index = 1; index <= 12; index++) {
    const mobile = `+130355510${String(index).padStart(2, "0")}`
    const body = { ...person(index).details, email: `row${index}@example.com`, mobile }
    auth.pass(seconds(1))
    await auth.call("register", { body, address: elsewhere() })
  }
  auth.outbox.length = 0
}
const details = { firstName: "Pat", lastName: "Lee", country: "US", phone: crowded }

test("who gets no text because of the numbers beside theirs is offered WhatsApp, and gets the PIN by it", async () => {
  const app = await pages()
  const { auth } = app
  await crowd(app)
  const here = await app.browser()
  await here.post(checkEmailForm, { email: "new@example.com" })
  const refused = await here.post(registerForm, details)
  // A call pays a network, like a text, so that it is refused like one and not offered.
  expect(refused.problems).toEqual([expect.objectContaining({ offers: ["whatsapp"] })])
  expect(await here.post(registerForm, { ...details, channel: "voice" })).toHaveProperty("problems")
  expect(await here.post(registerForm, { ...details, channel: "whatsapp" })).toEqual({ go: "/sign-in/pin" })
  expect(auth.outbox).toMatchObject([{ channel: "whatsapp", to: crowded }])
  expect((await here.cookie()).step).toMatchObject({ at: "pin", channel: "whatsapp" })
  expect(await here.post(verifyPinForm, { pin: auth.pinFor(crowded) })).toEqual({ go: "/account" })
})

test("a channel that is not in use is neither offered nor used, whatever a form says", async () => {
  const app = await pages(["sms"])
  await crowd(app)
  const here = await app.browser()
  await here.post(checkEmailForm, { email: "new@example.com" })
  for (const channel of ["whatsapp", "voice", "pigeon"]) {
    const { problems } = await here.post(registerForm, { ...details, channel })
    expect(problems).toHaveLength(1)
    expect(problems?.[0]).not.toHaveProperty("offers")
  }
  expect(app.auth.outbox).toEqual([])
})

test("the PIN page sends the same PIN by the way that was chosen, and again by that", async () => {
  const { auth, browser } = await pages()
  const { phone, email } = await join(auth)
  auth.pass(minutes(61))
  const here = await browser("zh-HK")
  await here.post(checkEmailForm, { email })
  const sent = auth.outbox.length
  for (const fields of [{ channel: "voice" }, {}, { channel: "sms" }] as Record<string, string>[]) {
    auth.pass(minutes(5))
    expect(await here.post(resendPinForm, fields)).toEqual({ go: "/sign-in/pin?sent=again" })
  }
  const again = auth.outbox.slice(sent)
  expect(again.map(({ channel }) => channel)).toEqual(["voice", "voice", "sms"])
  expect(again[0]).toMatchObject({ to: phone, language: "zh-HK", body: expect.stringMatching(/(\d。){6}$/) })
  expect((await here.cookie()).step).not.toHaveProperty("channel")
})

test("apps are told by which way the PIN came", async () => {
  const { auth, browser } = await pages()
  const { email } = await join(auth)
  for (const [channel, method] of [
    ["sms", "sms"],
    ["voice", "tel"],
    ["whatsapp", "otp"],
  ] as const) {
    auth.pass(minutes(61))
    const here = await browser()
    await here.post(checkEmailForm, { email, channel })
    await here.post(verifyPinForm, { pin: String(auth.outbox.at(-1)?.pin) })
    expect(await here.cookie()).toMatchObject({ methods: [method] })
  }
})

test.each([
  ["sent again by another way", resendPinForm, {}],
  ["asked for again by another way from the first page", checkEmailForm, "email"],
] as const)(
  "of a PIN that was %s they are told no way: it is the same PIN, and may have been read in either",
  async (_, form, what) => {
    const { auth, browser } = await pages()
    const { email } = await join(auth)
    auth.pass(minutes(61))
    const here = await browser()
    await here.post(checkEmailForm, { email })
    const pin = String(auth.outbox.at(-1)?.pin)
    auth.pass(minutes(5))
    await here.post<unknown>(form, { ...(what === "email" && { email }), channel: "voice" })
    expect(auth.outbox.at(-1)).toMatchObject({ channel: "voice", pin })
    await here.post(verifyPinForm, { pin })
    expect(await here.cookie()).toMatchObject({ methods: ["otp"] })
  },
)

test("another way does not come sooner than another text", async () => {
  const { auth, browser } = await pages()
  const { email } = await join(auth)
  auth.pass(minutes(61))
  const here = await browser()
  await here.post(checkEmailForm, { email })
  const { problems } = await here.post(resendPinForm, { channel: "whatsapp" })
  expect(problems).toEqual([expect.objectContaining({ field: "resend", retryAt: expect.any(Number) })])
})

test("the first channel of the list is what every PIN goes by, those of the published APIs too", async () => {
  const { auth, browser } = await pages(["whatsapp", "sms"])
  const { email } = await join(auth)
  auth.pass(minutes(61))
  await must(200, auth.call("emailCheck", { body: { email }, address: elsewhere() }))
  auth.pass(minutes(61))
  await (await browser()).post(checkEmailForm, { email })
  expect(auth.outbox.map(({ channel }) => channel)).toEqual(["whatsapp", "whatsapp", "whatsapp"])
})
