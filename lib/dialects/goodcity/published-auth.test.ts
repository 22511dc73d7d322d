import { describe, expect, test } from "vitest"
import { signUpBody, verify } from "@/lib/testing/goodcity-people"
import { bearer, elsewhere, must } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { minutes } from "@/lib/time"

// Each name quotes the published page. Substituted: keys and PINs, which are drawn anew; the seeded people, who sign up
// first; the values of their profiles.

const key = { otp_auth_key: expect.stringMatching(/^[A-Za-z0-9+/]{22}==$/) }

async function withAccount(mobile: string) {
  const auth = await testAuth()
  const body = signUpBody(0, { mobile, first_name: "Reynold", last_name: "Lakin" })
  const { otp_auth_key } = (await must(200, auth.callTo("goodcity", "signup", { body, address: elsewhere() }))).body
  await auth.settled()
  const { jwt_token } = (await must(200, verify(auth, otp_auth_key, auth.pinFor(mobile)))).body
  auth.pass(minutes(1))
  auth.outbox.length = 0
  return { auth, token: jwt_token as string }
}

describe("send_pin", () => {
  test("an example of send pin with valid host and valid mobile number", async () => {
    const { auth } = await withAccount("+85261677528")
    const answer = await auth.callTo("goodcity", "sendPin", { body: { mobile: "+85261677528" } })
    expect(answer).toMatchObject({ status: 200, body: key })
    expect(Object.keys(answer.body)).toEqual(["otp_auth_key"])
    await auth.settled()
    expect(auth.outbox).toMatchObject([{ to: "+85261677528", pin: expect.stringMatching(/^\d{4}$/) }])
  })

  test("an example of send pin unregistered mobile number", async () => {
    const auth = await testAuth()
    const answer = await auth.callTo("goodcity", "sendPin", { body: { mobile: "+85251641822" } })
    expect(answer).toMatchObject({ status: 200, body: key })
    expect(Object.keys(answer.body)).toEqual(["otp_auth_key"])
    await auth.settled()
    expect(auth.outbox).toEqual([])
  })

  test("an example of send pin with invalid host", async () => {
    const auth = await testAuth()
    const headers = { "X-GOODCITY-APP-NAME": "someone.else" }
    const answer = await auth.callTo("goodcity", "sendPin", { body: { mobile: "+85260274677" }, headers })
    expect(answer).toMatchObject({ status: 403, body: { errors: "Invalid host" } })
  })

  test("an example of send pin with empty mobile number", async () => {
    const auth = await testAuth()
    const answer = await auth.callTo("goodcity", "sendPin", { body: { mobile: "" } })
    expect(answer).toMatchObject({ status: 422, body: { errors: "Mobile can't be blank" } })
  })

  test("an example of send pin with invalid mobile number", async () => {
    const auth = await testAuth()
    const answer = await auth.callTo("goodcity", "sendPin", { body: { mobile: "+9101234567" } })
    expect(answer).toMatchObject({ status: 422, body: { errors: "Mobile must begin with +852" } })
  })
})

const published = {
  user_auth: {
    mobile: "+85251224538",
    first_name: "Jake",
    last_name: "Deamon",
    address_attributes: { district_id: "1", address_type: "Profile" },
  },
}

test('signup: "Create a new user and send an OTP token to the user\'s mobile"', async () => {
  const auth = await testAuth()
  const answer = await auth.callTo("goodcity", "signup", { body: published })
  expect(answer).toMatchObject({ status: 200, body: key })
  await auth.settled()
  expect(auth.outbox).toMatchObject([{ to: "+85251224538" }])
  const { user } = (await verify(auth, answer.body.otp_auth_key, auth.pinFor("+85251224538"))).body
  expect(user.user_profile).toMatchObject({ first_name: "Jake", last_name: "Deamon", mobile: "51224538" })
  expect(user.addresses).toMatchObject([{ district_id: 1 }])
})

const profile = (mobile: string) => ({
  addresses: [
    {
      id: expect.any(Number),
      street: null,
      flat: null,
      building: null,
      district_id: 1,
      addressable_id: expect.any(Number),
      addressable_type: "User",
    },
  ],
  permissions: [],
  user_profile: {
    id: expect.any(Number),
    first_name: "Reynold",
    last_name: "Lakin",
    mobile,
    address_id: expect.any(Number),
    permission_id: null,
  },
})

test('verify: "If verified, generate and send back an authenticated jwt_token and user object"', async () => {
  const { auth } = await withAccount("+85298353103")
  const { otp_auth_key } = (await auth.callTo("goodcity", "sendPin", { body: { mobile: "+85298353103" } })).body
  await auth.settled()
  const answer = await verify(auth, otp_auth_key, auth.pinFor("+85298353103"))
  expect(answer.status).toBe(200)
  expect(answer.body).toEqual({
    jwt_token: expect.stringMatching(/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{43}$/),
    user: profile("98353103"),
  })
  const { addresses, user_profile } = answer.body.user
  expect(addresses[0].addressable_id).toBe(user_profile.id)
  expect(user_profile.address_id).toBe(addresses[0].id)
})

test('verify: "If verification fails, return 422", and says of the published key nothing more', async () => {
  const auth = await testAuth()
  const answer = await verify(auth, "/JqONEgEjrZefDV3ZIQsNA==", "1234")
  expect(answer).toMatchObject({ status: 422, body: { errors: { pin: "Invalid SMS code." } } })
})

test("GET current_user_profile: with the token in the Authorization header", async () => {
  const { auth, token } = await withAccount("+85260521718")
  const answer = await auth.callTo("goodcity", "currentUserProfile", { headers: bearer(token) })
  expect(answer.status).toBe(200)
  expect(answer.body).toEqual(profile("60521718"))
})

test("the page's own token, which somebody else signed, opens nothing", async () => {
  const auth = await testAuth()
  const token =
    "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpYXQiOjE0MTc1NzkwMTQsImlzcyI6Ikdvb2RDaXR5VGVzdCIsImV4cCI6MTQxNzU4MDgxNH0.x-N_aUb3S5wcNy5i2w2WUZjEA2ud_81u8yQV0JfsT6A"
  expect((await auth.callTo("goodcity", "currentUserProfile", { headers: bearer(token) })).status).toBe(401)
})
