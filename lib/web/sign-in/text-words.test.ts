import { describe, expect, test } from "vitest"
import type { Fate } from "@/lib/firewall/ledger/ledger"
import { ourPages } from "@/lib/testing/browsers"
import { join, person, signIn } from "@/lib/testing/people"
import { testDatabase } from "@/lib/testing/test-database"
import { minutes, seconds } from "@/lib/time"
import { checkEmailForm, registerForm, resendPinForm, verifyPinForm } from "@/lib/web/sign-in/forms"
import { textStatusOf } from "@/lib/web/sign-in/text-words"
import { sayIn } from "@/lib/words/say"

const newcomer = person(3)
const details = { firstName: "Pat", lastName: "Lee", country: "US", phone: newcomer.phone }

/** Our pages, and a browser on them in which somebody new or somebody with an account has asked for a PIN. */
async function waiting(who: "newcomer" | "stranger" | "owner") {
  const { auth, browser } = await ourPages()
  if (who !== "newcomer") await join(auth, 0)
  auth.pass(minutes(61))
  const here = await browser()
  const email = who === "newcomer" ? newcomer.email : person(0).email
  const ask = () => here.post(checkEmailForm, { email })
  if (who === "owner") {
    await ask()
    await here.post(verifyPinForm, { pin: auth.pinFor(person(0).phone) })
    auth.pass(minutes(61))
  }
  await ask()
  if (who === "newcomer") await here.post(registerForm, details)
  const step = async () => (await here.cookie()).step
  const status = async () => textStatusOf(await step(), auth.core, sayIn("en"))
  const hear = async (fate: Fate) => {
    await auth.settled()
    const asked = await step()
    const id = (asked?.at === "pin" && asked.text?.id) || "none"
    await auth.core.firewall.ledger.hear(id, { fate, at: auth.now() })
  }
  return { auth, here, browser, step, status, hear }
}

test("for 20 seconds the page says nothing of the text, and when to ask", async () => {
  const { auth, status } = await waiting("stranger")
  auth.pass(seconds(15))
  const early = await status()
  expect(early.words).toBeUndefined()
  expect(early.askIn).toBeLessThanOrEqual(5)
  auth.pass(seconds(6))
  expect((await status()).words).toContain("We sent your text message")
})

describe("what the sender says is told to whoever asked for the text", () => {
  const ending = newcomer.phone.slice(-2)
  for (const [fate, words] of [
    ["accepted", "We sent your text message"],
    ["sent", "We sent your text message"],
    ["delivered", "says that it delivered"],
    ["undelivered", `could not deliver the text message to the number ending in ${ending}`],
    ["not-sent", `The number ending in ${ending} cannot get text messages`],
  ] as const)
    test(fate, async () => {
      const { auth, status, hear } = await waiting("newcomer")
      if (fate === "not-sent") {
        const db = await testDatabase({ empty: false })
        await auth.settled()
        await db.decision.updateMany({ data: { outcome: "not-sent" } })
      } else await hear(fate)
      auth.pass(seconds(21))
      expect((await status()).words).toContain(words)
    })
})

test("whether a phone is on is told on a device of its owner's, and not to a stranger with the email", async () => {
  for (const [who, words] of [
    ["stranger", "We sent your text message"],
    ["owner", "says that it delivered"],
  ] as const) {
    const { auth, status, hear } = await waiting(who)
    await hear("delivered")
    auth.pass(seconds(21))
    expect((await status()).words, who).toContain(words)
  }
})

test("a browser hears of no text that somebody else asked for", async () => {
  const { auth, browser } = await waiting("stranger")
  const other = await browser()
  expect(await other.post(checkEmailForm, { email: person(0).email })).toEqual({ go: "/sign-in/pin" })
  auth.pass(seconds(30))
  expect(await textStatusOf((await other.cookie()).step, auth.core, sayIn("en"))).toEqual({})
})

test("a text that is sent to nobody is spoken of like anybody's", async () => {
  const { auth, here, status } = await waiting("newcomer")
  const db = await testDatabase({ empty: false })
  await db.challenge.deleteMany()
  auth.pass(minutes(5))
  const before = auth.outbox.length
  expect(await here.post(resendPinForm)).toEqual({ go: "/sign-in/pin?sent=again" })
  expect(auth.outbox).toHaveLength(before)
  auth.pass(seconds(21))
  const decoys = await status()
  const { auth: other, status: real } = await waiting("newcomer")
  await other.settled()
  other.pass(seconds(21))
  expect(decoys).toEqual(await real())
})

test("asking for the PIN twice in a row leaves the page with the text that left", async () => {
  const { auth, here, step } = await waiting("stranger")
  const first = await step()
  auth.pass(seconds(5))
  await here.post(checkEmailForm, { email: person(0).email })
  expect(await step()).toMatchObject({ text: (first as { text?: object })?.text })
  expect((first as { text?: object })?.text).toBeDefined()
})

test("an account whose phone gets no texts is told so in words that help", async () => {
  const refusing = { send: async () => ({ fate: "bad-number", sender: "test" }) as const }
  const { auth } = await ourPages()
  await signInLater(auth)
  const { browser } = await ourPages({ sameData: true, sms: refusing })
  const { post } = await browser()
  const { problems } = await post(checkEmailForm, { email: person(0).email })
  expect(problems?.[0]?.message).toContain("The phone number of this account gets no text messages")
})

async function signInLater(auth: Parameters<typeof join>[0]) {
  await join(auth, 0)
  auth.pass(minutes(61))
  await signIn(auth, 0)
  auth.pass(minutes(61))
}
