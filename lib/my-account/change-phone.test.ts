import { expect, test } from "vitest"
import { cancelPhoneChange, changePhone, resendChangePin } from "@/lib/my-account/change-phone"
import { provePhone } from "@/lib/my-account/prove-phone"
import { waitForPhone } from "@/lib/my-account/wait-for-phone"
import { isRefusal } from "@/lib/refusal"
import type { Member } from "@/lib/sign-in/core"
import { settlePhoneChange } from "@/lib/sign-in/steps/settle-phone-change"
import { changing, nextPhone as next, phoneOf } from "@/lib/testing/changing-phone"
import { isOpen, member } from "@/lib/testing/members"
import { elsewhere, must, signIn, wrong } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { hours, minutes, seconds } from "@/lib/time"

const kinds = async ({ core }: TestAuth, { signedIn }: Member) =>
  (await core.events.list(signedIn.account.id, 20)).map(({ kind }) => kind)

test("both PINs right: the phone changes at once, other sessions end, the old phone is told", async () => {
  const auth = await testAuth()
  const pat = await member(auth)
  const other = await signIn(auth)
  auth.pass(minutes(1))
  await changePhone({ phone: next, country: "US" }, pat.caller, auth.core)
  const [toNew, toOld] = [auth.pinFor(next), auth.pinFor(pat.phone)]
  expect(await provePhone({ which: "new", pin: toNew }, pat.caller, auth.core)).toEqual({ changed: false })
  expect(await phoneOf(auth, pat.caller)).toBe(pat.phone)
  expect(await provePhone({ which: "old", pin: toOld }, pat.caller, auth.core)).toEqual({ changed: true })
  expect(await phoneOf(auth, pat.caller)).toBe(next)
  expect(await isOpen(auth, other.accessToken)).toBe(false)
  expect(await isOpen(auth, pat.accessToken)).toBe(true)
  expect(auth.outbox.at(-1)).toMatchObject({ to: pat.phone, pin: "" })
  expect(auth.outbox.at(-1)?.body).toMatch(/was changed/)
  expect(await kinds(auth, pat.caller)).toContain("phone-changed")
  auth.pass(minutes(5))
  await must(200, auth.call("emailCheck", { body: { email: pat.email }, address: elsewhere() }))
  expect(auth.outbox.at(-1)?.to).toBe(next)
})

test("one phone's PIN is not the other's, and a sign-in PIN is neither", async () => {
  const auth = await testAuth()
  const pat = await changing(auth)
  const [toNew, toOld] = [auth.pinFor(next), auth.pinFor(pat.phone)]
  expect(await pat.prove("old", toNew)).toMatchObject({ kind: "wrong-pin" })
  expect(await pat.prove("new", toOld)).toMatchObject({ kind: "wrong-pin" })
  await must(200, auth.call("emailCheck", { body: { email: pat.email }, address: elsewhere() }))
  expect(await pat.prove("old")).toMatchObject({ kind: "wrong-pin" })
  const body = { email: pat.email, pin: toOld }
  expect((await auth.call("verifyPin", { body, address: elsewhere() })).status).toBe(401)
})

test("a PIN of a change that was begun before opens nothing of the next", async () => {
  const auth = await testAuth()
  const pat = await changing(auth)
  const toOld = auth.pinFor(pat.phone)
  auth.pass(seconds(5))
  // Within the wait: the old phone gets no new PIN.
  const again = await changePhone({ phone: "+13035558888", country: "US" }, pat.caller, auth.core)
  expect(again).toMatchObject({ toOld: { kind: "wait" } })
  expect(await pat.prove("old", toOld)).toMatchObject({ kind: "wrong-pin" })
  auth.pass(minutes(2))
  expect(await resendChangePin({ which: "old" }, pat.caller, auth.core)).toHaveProperty("resendAt")
  expect(await pat.prove("old")).toEqual({ changed: false })
})

test("after five wrong PINs the right one comes too late", async () => {
  const auth = await testAuth()
  const pat = await changing(auth)
  const right = auth.pinFor(next)
  for (const left of [4, 3, 2, 1, 0])
    expect(await pat.prove("new", wrong(right))).toMatchObject({ kind: "wrong-pin", triesLeft: left })
  auth.pass(seconds(30))
  expect(await pat.prove("new", right)).toMatchObject({ kind: "tries-spent" })
})

test("of many guesses at once no more than five are looked at", async () => {
  const auth = await testAuth()
  const pat = await changing(auth)
  const guesses = Array.from({ length: 12 }, () => pat.prove("new", wrong(auth.pinFor(next))))
  const answers = (await Promise.all(guesses)).map((answer) => (isRefusal(answer) ? answer.kind : "right"))
  expect(answers.filter((kind) => kind === "wrong-pin").length).toBeLessThanOrEqual(5)
  expect(answers).not.toContain("right")
})

test("without the old phone it takes 72 hours, and the old phone is told how to stop it", async () => {
  const auth = await testAuth()
  const pat = await changing(auth)
  expect(await waitForPhone({}, pat.caller, auth.core)).toMatchObject({ kind: "not-found" })
  await pat.prove("new")
  expect(await waitForPhone({}, pat.caller, auth.core)).toHaveProperty("effectiveAt")
  expect(auth.outbox.at(-1)).toMatchObject({ to: pat.phone })
  expect(auth.outbox.at(-1)?.body).toMatch(/72 hours.*Sign in at latchkey.example and cancel/)

  auth.pass(hours(72) - seconds(1))
  await must(200, auth.call("emailCheck", { body: { email: pat.email }, address: elsewhere() }))
  expect(auth.outbox.at(-1)?.to).toBe(pat.phone)
  const late = auth.pinFor(pat.phone)

  auth.pass(minutes(1))
  const body = { email: pat.email, pin: late }
  expect((await auth.call("verifyPin", { body, address: elsewhere() })).status).toBe(401)
  expect(await pat.phoneNow()).toBe(next)
  expect(await isOpen(auth, pat.accessToken)).toBe(true)
  auth.pass(minutes(5))
  await must(200, auth.call("emailCheck", { body: { email: pat.email }, address: elsewhere() }))
  expect(auth.outbox.at(-1)?.to).toBe(next)
})

test("where the old phone cannot be told, nothing begins to wait", async () => {
  const auth = await testAuth()
  const pat = await changing(auth)
  await pat.prove("new")
  // What strangers ask for is counted apart, and holds up no notice.
  const home = { ...pat.caller, address: pat.caller.signedIn.session.network ?? undefined }
  for (const _ of [1, 2, 3, 4, 5]) {
    auth.pass(minutes(9))
    await resendChangePin({ which: "old" }, home, auth.core)
  }
  expect(await waitForPhone({}, home, auth.core)).toMatchObject({ kind: "limited" })
  auth.pass(hours(80))
  expect(await settlePhoneChange(pat.caller.signedIn.account, auth.core)).toBeUndefined()
})

test("two changes begun at once leave one", async () => {
  const auth = await testAuth()
  const { caller } = await member(auth)
  auth.pass(minutes(1))
  const phones = ["+13035558881", "+13035558882"]
  await Promise.all(phones.map((phone) => changePhone({ phone, country: "US" }, caller, auth.core)))
  expect(await cancelPhoneChange({}, caller, auth.core)).toBeUndefined()
  expect(await auth.core.phoneChanges.open(caller.signedIn.account.id)).toBeUndefined()
})

test.each([
  ["no number", "hello"],
  ["a landline of the wrong length", "12"],
  ["the number that they have", "+13035551200"],
])("%s is refused, and nothing is sent", async (_, phone) => {
  const auth = await testAuth()
  const { caller } = await member(auth)
  const before = auth.outbox.length
  expect(await changePhone({ phone, country: "US" }, caller, auth.core)).toMatchObject({ kind: "invalid-phone" })
  expect(auth.outbox).toHaveLength(before)
})

test("a country that gets no messages is refused", async () => {
  const auth = await testAuth()
  const { caller } = await member(auth)
  const refusal = await changePhone({ phone: "+33612345678", country: "FR" }, caller, auth.core)
  expect(refusal).toMatchObject({ kind: "registration-blocked", because: "country" })
})
