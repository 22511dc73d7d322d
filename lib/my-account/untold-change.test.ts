import { expect, test } from "vitest"
import { changeDelay } from "@/lib/account/phone-change"
import type { Operator } from "@/lib/console/operator"
import { releasePhoneChange } from "@/lib/console/release-phone-change"
import type { Delivery } from "@/lib/delivery/sms"
import { changePhone, resendChangePin } from "@/lib/my-account/change-phone"
import { provePhone } from "@/lib/my-account/prove-phone"
import { waitForPhone } from "@/lib/my-account/wait-for-phone"
import { isRefusal } from "@/lib/refusal"
import { settlePhoneChange } from "@/lib/sign-in/steps/settle-phone-change"
import { member } from "@/lib/testing/members"
import { elsewhere, must } from "@/lib/testing/people"
import { type TestAuth, type TestOptions, testAuth } from "@/lib/testing/test-auth"
import { twilioWorld } from "@/lib/testing/twilio-world"
import { after, hours, minutes } from "@/lib/time"

const next = "+13035559999"

/** A sender that says this of what goes to a phone once it is told to. */
function failing() {
  const state = { to: "", fate: "accepted" as Delivery["fate"] }
  const sent: { to: string; pin: string; body: string }[] = []
  const sms: TestOptions["sms"] = {
    async send(message) {
      if (message.to === state.to) return { fate: state.fate, sender: "test" } as Delivery
      sent.push(message)
      return { fate: "accepted", sender: "test" }
    },
  }
  const pinFor = (phone: string) => sent.findLast(({ to }) => to === phone)?.pin ?? ""
  return { state, sent, sms, pinFor }
}

/** Somebody whose new phone is proved, who says that they have not the old one. */
async function withoutOld(auth: TestAuth, pinFor = auth.pinFor) {
  const details = await member({ ...auth, pinFor })
  const { caller } = details
  auth.pass(minutes(2))
  await changePhone({ phone: next, country: "US" }, caller, auth.core)
  const proved = await provePhone({ which: "new", pin: pinFor(next) }, caller, auth.core)
  if (isRefusal(proved)) throw new Error(proved.kind)
  const { account } = caller.signedIn
  const phoneAfter = async () => {
    auth.pass(hours(80))
    await settlePhoneChange(account, auth.core)
    return (await auth.core.accounts.byId(account.id))?.phone
  }
  return { ...details, account, phoneAfter }
}

test("where the old number refuses our messages nothing waits: its owner, who answered STOP, would hear nothing", async () => {
  const { state, sms, pinFor } = failing()
  const auth = await testAuth({ sms })
  const pat = await withoutOld(auth, pinFor)
  Object.assign(state, { to: pat.phone, fate: "bad-number" })
  expect(await waitForPhone({}, pat.caller, auth.core)).toBe("untold")
  expect(await auth.core.phoneChanges.open(pat.account.id)).toMatchObject({
    effectiveAt: null,
    untoldAt: expect.any(Date),
  })
  expect(await pat.phoneAfter()).toBe(pat.phone)
})

test("once the old phone takes messages again, its PIN or another notice is the way on", async () => {
  const { state, sms, pinFor } = failing()
  const auth = await testAuth({ sms })
  const pat = await withoutOld(auth, pinFor)
  Object.assign(state, { to: pat.phone, fate: "bad-number" })
  await waitForPhone({}, pat.caller, auth.core)
  Object.assign(state, { to: "" })
  auth.pass(minutes(9))
  const again = await waitForPhone({}, pat.caller, auth.core)
  expect(again).toEqual({ effectiveAt: expect.any(Date) })
  expect(await pat.phoneAfter()).toBe(next)
})

test("the old phone's PIN proves the change that could not tell it", async () => {
  const { state, sms, pinFor } = failing()
  const auth = await testAuth({ sms })
  const pat = await withoutOld(auth, pinFor)
  Object.assign(state, { to: pat.phone, fate: "bad-number" })
  await waitForPhone({}, pat.caller, auth.core)
  Object.assign(state, { to: "" })
  auth.pass(minutes(9))
  await resendChangePin({ which: "old" }, { ...pat.caller, address: elsewhere() }, auth.core)
  const pin = pinFor(pat.phone)
  expect(await provePhone({ which: "old", pin }, pat.caller, auth.core)).toEqual({ changed: true })
})

test("a sender that says nothing of the notice begins no wait either", async () => {
  const { state, sms, pinFor } = failing()
  const auth = await testAuth({ sms })
  const pat = await withoutOld(auth, pinFor)
  Object.assign(state, { to: pat.phone, fate: "unknown" })
  expect(await waitForPhone({}, pat.caller, auth.core)).toMatchObject({ kind: "sms-unavailable" })
  expect(await pat.phoneAfter()).toBe(pat.phone)
})

/** The same by Twilio, whose texts a test can read: the PIN is their beginning. */
async function byTwilio() {
  const world = await twilioWorld()
  const { auth, twilio } = world
  const pinFor = (phone: string) => {
    const text = twilio.seen.findLast(({ method, form }) => method === "POST" && form.get("To") === phone)
    return text?.form.get("Body")?.slice(0, 6) ?? ""
  }
  return { ...world, pat: await withoutOld(auth, pinFor) }
}

test.each(["undelivered", "failed", "canceled"])(
  "a notice that turns out %s ends the wait, and nothing takes effect",
  async (fate) => {
    const { auth, call, pat } = await byTwilio()
    expect(await waitForPhone({}, pat.caller, auth.core)).toHaveProperty("effectiveAt")
    expect(await call("sent")).toBe(204)
    auth.pass(hours(30))
    expect(await call(fate)).toBe(204)
    expect(await auth.core.phoneChanges.open(pat.account.id)).toMatchObject({
      effectiveAt: null,
      untoldAt: expect.any(Date),
    })
    expect(await pat.phoneAfter()).toBe(pat.phone)
  },
)

test("news of the failure that come before the sender's answer end the wait before it begins", async () => {
  const { auth, call, during, pat } = await byTwilio()
  during.send = async () => void (await call("undelivered"))
  expect(await waitForPhone({}, pat.caller, auth.core)).toBe("untold")
  expect(await pat.phoneAfter()).toBe(pat.phone)
})

test("a notice that was delivered lets the change come, whatever becomes of other messages", async () => {
  const { auth, call, pat } = await byTwilio()
  await waitForPhone({}, pat.caller, auth.core)
  await call("delivered")
  auth.pass(minutes(9))
  await must(200, auth.call("emailCheck", { body: { email: pat.email }, address: elsewhere() }))
  await call("undelivered")
  expect(await pat.phoneAfter()).toBe(next)
})

test("an operator lets the 72 hours begin by the reference, once; never for a change of their own", async () => {
  const { state, sms, pinFor } = failing()
  const auth = await testAuth({ sms })
  const pat = await withoutOld(auth, pinFor)
  const sam = await member({ ...auth, pinFor }, 1)
  Object.assign(state, { to: pat.phone, fate: "bad-number" })
  const reference = (await auth.core.phoneChanges.open(pat.account.id))?.id.slice(0, 8) ?? ""
  const release = (operator: Operator, named = reference) =>
    releasePhoneChange({ reference: named }, operator, auth.core)
  // Nothing is to be let go while the old phone was not tried.
  expect(await release(sam.caller)).toBe("not-found")
  await waitForPhone({}, pat.caller, auth.core)
  expect(await release(pat.caller)).toBe("not-found")
  expect(await release(sam.caller, "00000000")).toBe("not-found")
  const answers = await Promise.all([release(sam.caller), release(sam.caller)])
  expect(answers.sort()).toEqual(["not-found", "released"])
  const begun = (await auth.core.phoneChanges.open(pat.account.id))?.effectiveAt?.getTime() ?? 0
  expect(Math.abs(begun - after(auth.now(), changeDelay).getTime())).toBeLessThan(1000)
  const kinds = async (id: string) => (await auth.core.events.list(id, 3)).map(({ kind }) => kind)
  expect(await kinds(pat.account.id)).toContain("phone-change-released")
  expect(await kinds(sam.caller.signedIn.account.id)).toContain("console-phone-change-released")
  expect(await pat.phoneAfter()).toBe(next)
})
