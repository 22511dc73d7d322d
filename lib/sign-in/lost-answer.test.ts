import { describe, expect, test } from "vitest"
import { keyRing } from "@/lib/keys/key-ring"
import { shownBy } from "@/lib/session/known-device"
import { ourPages } from "@/lib/testing/browsers"
import { joinGoodCity, keyFor, mobileOf, verify } from "@/lib/testing/goodcity-people"
import { bearer, join, must, person } from "@/lib/testing/people"
import { type CallOptions, type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { hours, seconds } from "@/lib/time"
import { checkEmailForm, verifyPinForm } from "@/lib/web/sign-in/forms"

// A verify whose answer is lost costs no PIN: within ten seconds the same caller gets the same tokens again.
const address = "198.51.100.9"
const headers = { "user-agent": "Till/3.1" }
const keys = keyRing(["a secret that both processes were given"])

/** Two processes on one database and one clock, and somebody known or new with a PIN. */
async function withPin(isNew = false) {
  const one = await testAuth({ keys })
  const other = await testAuth({ keys, sameData: true })
  const { email, phone, details } = person()
  if (isNew) await must(201, one.call("register", { body: details }))
  else {
    await join(one)
    await one.settled()
    one.pass(hours(1))
    await must(200, one.call("emailCheck", { body: { email }, address: "192.0.2.7" }))
  }
  await one.settled()
  const pin = one.pinFor(phone)
  const enter = (auth: TestAuth, more: CallOptions = {}) =>
    auth.call("verifyPin", { body: { email, pin }, address, headers, ...more })
  return { one, other, enter, pass: one.pass }
}

const sessions = async () => (await testDatabase({ empty: false })).session.count()

describe("the same caller", () => {
  test.each([
    ["a newcomer", true],
    ["somebody known", false],
  ])("%s gets the same tokens again, from another process, with what is left of their life", async (_, isNew) => {
    const { one, other, enter, pass } = await withPin(isNew)
    const first = await must(200, enter(one))
    const before = await sessions()
    pass(seconds(9))
    const again = await must(200, enter(other))
    expect(again.body).toEqual({ ...first.body, expiresIn: first.body.expiresIn - 9 })
    expect(await sessions()).toBe(before)
    expect((await one.call("logout", { body: {}, headers: bearer(again.body.accessToken) })).status).toBe(204)
  })

  test("finds the PIN spent ten seconds later", async () => {
    const { one, enter, pass } = await withPin()
    await must(200, enter(one))
    pass(seconds(10))
    await must(401, enter(one))
  })

  test("gets nothing once the session was refreshed, or ended", async () => {
    const { one, other, enter } = await withPin()
    const { refreshToken } = (await must(200, enter(one))).body
    const next = (await must(200, one.call("refreshToken", { body: { refreshToken } }))).body
    await must(401, enter(other))
    await must(204, one.call("revoke", { body: { refreshToken: next.refreshToken } }))
    await must(401, enter(other))
  })

  test("pays for no more than one guess, however often it asks", async () => {
    const { one, enter } = await withPin()
    for (let times = 0; times < 40; times++) await must(200, enter(one))
  })
})

describe("anybody else who knows the PIN gets what a used one gets", () => {
  test.each<[string, CallOptions]>([
    ["on another network", { address: "198.51.100.10" }],
    ["with another program", { headers: { "user-agent": "Till/3.2" } }],
    ["as another client", { headers: { ...headers, "x-client-id": "vt" } }],
    ["who shows a bearer token", { headers: { ...headers, ...bearer("made-up") } }],
    ["from an address that is not known", { address: undefined }],
  ])("%s", async (_, more) => {
    const { one, enter } = await withPin()
    await must(200, enter(one))
    await must(401, enter(one, more))
  })

  test("at the same moment too", async () => {
    const { one, other, enter } = await withPin()
    const answers = await Promise.all([enter(one), enter(other, { address: "198.51.100.10" })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  test("where no address is known, everybody", async () => {
    const { one, enter } = await withPin()
    await must(200, enter(one, { address: undefined }))
    await must(401, enter(one, { address: undefined }))
  })
})

test("a GoodCity key and its PIN get the same token again, and no other network does", async () => {
  const auth = await testAuth()
  await joinGoodCity(auth)
  auth.pass(hours(1))
  const key = await keyFor(auth, "sendPin")
  const pin = auth.pinFor(mobileOf())
  const first = await must(200, verify(auth, key, pin, { address }))
  auth.pass(seconds(9))
  expect((await must(200, verify(auth, key, pin, { address }))).body).toEqual(first.body)
  await must(422, verify(auth, key, pin))
})

test("a browser that never heard gets in by sending the PIN again, and is known from then on; another does not", async () => {
  const { auth, browser } = await ourPages()
  const { email } = await join(auth, 0)
  auth.pass(hours(1))
  const [own, others] = [await browser(), await browser()]
  for (const { post } of [own, others]) await post(checkEmailForm, { email })
  const pin = auth.outbox.at(-1)?.pin ?? ""
  expect(await own.postInVain(verifyPinForm, { pin })).toEqual({ go: "/account" })
  expect((await others.post(verifyPinForm, { pin })).problems).toHaveLength(1)
  expect(await own.post(verifyPinForm, { pin })).toEqual({ go: "/account" })
  const shown = shownBy({ browserTokens: (await own.device()).tokens ?? [] })
  const owner = { realm: "handbid", kind: "email", value: email } as const
  expect(shown && (await auth.core.sessions.knownDevice(owner, shown, new Date(0)))).toBeDefined()
})
