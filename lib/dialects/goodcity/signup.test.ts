import { expect, test } from "vitest"
import { invalidCode, joinGoodCity, keyFor, mobileOf, signUpBody, verify } from "@/lib/testing/goodcity-people"
import { elsewhere } from "@/lib/testing/people"
import { type CallAnswer, testAuth } from "@/lib/testing/test-auth"
import { days, hours, minutes } from "@/lib/time"

const named = (first_name: unknown, district_id: unknown = "1") =>
  signUpBody(0, { first_name, address_attributes: { district_id, address_type: "Collection" } })

test("a known mobile: no new user, the other fields are disregarded, the PIN goes to that user", async () => {
  const auth = await testAuth()
  const { user } = await joinGoodCity(auth)
  const answer = await auth.callTo("goodcity", "signup", { body: named("Mallory", "9") })
  await auth.settled()
  const verified = await verify(auth, answer.body.otp_auth_key, auth.pinFor(mobileOf()))
  expect(verified.body.user).toEqual(user)
})

test("unverified: the fields that came with the key that is verified win", async () => {
  const auth = await testAuth()
  await auth.callTo("goodcity", "signup", { body: named("First", "1") })
  auth.pass(minutes(1))
  const second = await auth.callTo("goodcity", "signup", { body: named("Second", "2") })
  await auth.callTo("goodcity", "signup", { body: named("Third", "3"), address: elsewhere() })
  await auth.settled()
  const { user } = (await verify(auth, second.body.otp_auth_key, auth.pinFor(mobileOf()))).body
  expect(user).toMatchObject({ user_profile: { first_name: "Second" }, addresses: [{ district_id: 2 }] })
  expect(user.addresses).toHaveLength(1)
})

test("a newcomer asks again with send_pin: texted anew, the key cycled, the fields kept", async () => {
  const auth = await testAuth()
  const key = await keyFor(auth, "signup")
  const pin = auth.pinFor(mobileOf())
  auth.pass(minutes(1))
  const again = await keyFor(auth, "sendPin")
  expect(again).not.toBe(key)
  expect(auth.outbox.map(({ to }) => to)).toEqual([mobileOf(), mobileOf()])
  expect(await verify(auth, key, pin)).toMatchObject(invalidCode)
  const { user } = (await verify(auth, again, auth.pinFor(mobileOf()))).body
  expect(user).toMatchObject({
    user_profile: { first_name: "Jake", last_name: "Deamon" },
    addresses: [{ district_id: 1 }],
  })
})

test("a newcomer may ask again days after the PIN has died, and more than once", async () => {
  const auth = await testAuth()
  await keyFor(auth, "signup")
  for (const wait of [days(2), hours(1)]) {
    auth.pass(wait)
    await keyFor(auth, "sendPin")
  }
  auth.pass(minutes(30))
  const key = await keyFor(auth, "sendPin")
  expect(auth.outbox).toHaveLength(4)
  expect((await verify(auth, key, auth.pinFor(mobileOf()))).status).toBe(200)
})

test.each(["sendPin", "signup"] as const)(
  "%s by an app that is for reviewers alone sends a newcomer nothing, and loses nothing of theirs",
  async (path) => {
    const auth = await testAuth()
    await keyFor(auth, "signup")
    auth.pass(minutes(1))
    const headers = { "x-goodcity-app-name": "admin.goodcity" }
    const decoy = await keyFor(auth, path, 0, { headers })
    expect(auth.outbox).toHaveLength(1)
    expect(await verify(auth, decoy, auth.pinFor(mobileOf()))).toMatchObject(invalidCode)
    auth.pass(minutes(2))
    const key = await keyFor(auth, "sendPin")
    const { user } = (await verify(auth, key, auth.pinFor(mobileOf()))).body
    expect(user).toMatchObject({ user_profile: { first_name: "Jake" }, addresses: [{ district_id: 1 }] })
  },
)

test.each([
  {},
  { first_name: "", last_name: "" },
  { first_name: null, last_name: "  " },
  { first_name: "\u200f\u202e", last_name: "\u200b" },
])("names are optional: %j", async (names) => {
  const auth = await testAuth()
  const body = signUpBody(0, { first_name: undefined, last_name: undefined, ...names })
  const { otp_auth_key } = (await auth.callTo("goodcity", "signup", { body })).body
  await auth.settled()
  const { user } = (await verify(auth, otp_auth_key, auth.pinFor(mobileOf()))).body
  expect(user.user_profile).toMatchObject({ first_name: "", last_name: "" })
})

test("a name is kept as NFC, trimmed", async () => {
  const auth = await testAuth()
  const { otp_auth_key } = (await auth.callTo("goodcity", "signup", { body: named(" Jose\u0301 ") })).body
  await auth.settled()
  const { user } = (await verify(auth, otp_auth_key, auth.pinFor(mobileOf()))).body
  expect(user.user_profile.first_name).toBe("José")
})

test.each([
  [{ user_auth: undefined }, "User auth can't be blank"],
  [{ user_auth: "Jake" }, "User auth is invalid"],
  [signUpBody(0, { address_attributes: undefined }), "Address attributes can't be blank"],
  [signUpBody(0, { address_attributes: "1" }), "Address attributes are invalid"],
  [signUpBody(0, { address_attributes: { district_id: "Kowloon" } }), "District is invalid"],
  [signUpBody(0, { address_attributes: { district_id: 0 } }), "District is invalid"],
  [signUpBody(0, { address_attributes: { district_id: 2 ** 31 } }), "District is invalid"],
  [signUpBody(0, { address_attributes: { address_type: "Home" } }), "Address type must be Profile or Collection"],
  [signUpBody(0, { first_name: 5 }), "First name is invalid"],
  [signUpBody(0, { last_name: "\u0000" }), "Last name must be at most 100 characters, without control characters"],
  [
    signUpBody(0, { first_name: "x".repeat(101) }),
    "First name must be at most 100 characters, without control characters",
  ],
])('"422 | Validation Error": %j', async (body, errors) => {
  const auth = await testAuth()
  expect(await auth.callTo("goodcity", "signup", { body })).toMatchObject({ status: 422, body: { errors } })
  expect(auth.outbox).toEqual([])
})

test.each([
  ["district_id", { address_type: "Profile" }, null],
  ["address_type", { district_id: "7" }, 7],
  ["district_id as a number", { district_id: 7, address_type: "Collection" }, 7],
])("%s is optional or lenient, and goes out as a number", async (_, address_attributes, district_id) => {
  const auth = await testAuth()
  const { otp_auth_key } = (await auth.callTo("goodcity", "signup", { body: signUpBody(0, { address_attributes }) }))
    .body
  await auth.settled()
  const { user } = (await verify(auth, otp_auth_key, auth.pinFor(mobileOf()))).body
  expect(user.addresses).toMatchObject([{ district_id }])
})

test.each(["application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=UTF-8"])(
  "a form with brackets (%s) is the same signup",
  async (type) => {
    const auth = await testAuth()
    const form = new URLSearchParams({
      "user_auth[mobile]": mobileOf(),
      "user_auth[first_name]": "Jake",
      "user_auth[address_attributes][district_id]": "3",
      "user_auth[address_attributes][address_type]": "Profile",
      "user_auth[__proto__][first_name]": "Eve",
    })
    const signedUp = await auth.callTo("goodcity", "signup", { body: `${form}`, headers: { "content-type": type } })
    await auth.settled()
    const proof = new URLSearchParams({ otp_auth_key: signedUp.body.otp_auth_key, pin: auth.pinFor(mobileOf()) })
    const answer: CallAnswer = await auth.callTo("goodcity", "verify", {
      body: `${proof}`,
      headers: { "content-type": type },
    })
    expect(answer.body.user).toMatchObject({ addresses: [{ district_id: 3 }], user_profile: { first_name: "Jake" } })
  },
)

test("GoodCity's people are not Handbid's: the same phone is somebody else there", async () => {
  const auth = await testAuth()
  const details = { firstname: "Pat", lastname: "Lee", email: "pat@example.com", mobile: mobileOf(), countryCode: "HK" }
  expect((await auth.call("register", { body: details })).status).toBe(201)
  await auth.call("verifyPin", { body: { email: details.email, pin: auth.pinFor(mobileOf()) } })
  auth.outbox.length = 0
  await keyFor(auth, "sendPin")
  expect(auth.outbox).toEqual([])
})
