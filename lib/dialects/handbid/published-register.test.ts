import { describe, expect, test } from "vitest"
import { google, join } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"

// Each name quotes the published page "POST /v3/auth/register".

/** The page's curl `--data`, to the letter. */
const curlData = String.raw`"{\n \"firstName\": \"Taylor\",\n \"lastName\": \"Pearce\",\n \"email\": \"taylor+{{$timestamp}}@example.com\",\n \"mobile\": \"15551234567\",\n \"countryCode\": \"US\",\n \"whitelabelId\": {{whitelabelId}}\n}"`
const filled = curlData.replace("{{$timestamp}}", "1772366400").replace("{{whitelabelId}}", "1")
const curlHeaders = { authorization: "Bearer <token>", "content-type": "*/*" }

const reference = {
  firstName: "Taylor",
  lastName: "Pearce",
  email: "taylor@example.com",
  mobile: "+13035551234",
  countryCode: "US",
  whitelabelId: 1,
}
const { firstName: firstname, lastName: lastname, whitelabelId: _, ...same } = reference
const essentials = { firstname, lastname, ...same }

describe("the published curl request", () => {
  test("with the templates filled and a valid number gets 201", async () => {
    const auth = await testAuth()
    const body = filled.replace("15551234567", "13035551234")
    const answer = await auth.call("register", { body, headers: curlHeaders })
    expect(answer).toMatchObject({ status: 201, body: { phoneLastFourDigits: "1234" } })
    const verify = { email: "taylor+1772366400@example.com", pin: auth.pinFor("+13035551234") }
    expect(await auth.call("verifyPin", { body: verify })).toMatchObject({ status: 200 })
  })

  test("with the sample's own 15551234567, which no numbering plan has, gets 400 invalid_phone", async () => {
    const auth = await testAuth()
    const answer = await auth.call("register", { body: filled, headers: curlHeaders })
    expect(answer).toMatchObject({ status: 400, body: { error: "invalid_phone" } })
    expect(auth.outbox).toEqual([])
  })

  test("with its templates left in is no JSON: 400 validation_error", async () => {
    const auth = await testAuth()
    const answer = await auth.call("register", { body: curlData, headers: curlHeaders })
    expect(answer).toMatchObject({ status: 400, body: { error: "validation_error" } })
  })
})

test('"SMS PIN fires to the provided mobile. Returns 201 with {phoneLastFourDigits}"', async () => {
  const auth = await testAuth()
  const answer = await auth.call("register", { body: reference })
  expect(answer.status).toBe(201)
  expect(answer.body).toEqual({ phoneLastFourDigits: "1234" })
  expect(auth.outbox.map(({ to }) => to)).toEqual(["+13035551234"])
})

test('"Next step after this runs: verify-pin. The access token is minted there, not here"', async () => {
  const auth = await testAuth()
  expect((await auth.call("register", { body: reference })).text).not.toMatch(/token/i)
  const verify = { email: reference.email, pin: auth.pinFor(reference.mobile) }
  expect((await auth.call("verifyPin", { body: verify })).body.accessToken).toBeTruthy()
})

test('"Creates a password-less account": a password that is sent is not kept', async () => {
  const auth = await testAuth()
  await auth.call("register", { body: { ...reference, password: "correct horse" } })
  await auth.call("verifyPin", { body: { email: reference.email, pin: auth.pinFor(reference.mobile) } })
  expect(JSON.stringify(await auth.core.accounts.by("email", "handbid", reference.email))).not.toContain("horse")
})

describe("the reference's shape", () => {
  test.each(Object.keys(reference))("%s is required: yes", async (name) => {
    const auth = await testAuth()
    const answer = await auth.call("register", { body: { ...reference, [name]: undefined } })
    expect(answer).toMatchObject({ status: 400, body: { error: "validation_error" } })
    expect(answer.body.message).toContain(name)
    expect(answer.body.fields).toEqual({ [name]: expect.stringContaining(name) })
    expect(auth.outbox).toEqual([])
  })

  test("two missing fields are two entries", async () => {
    const auth = await testAuth()
    const answer = await auth.call("register", { body: { ...reference, email: undefined, mobile: undefined } })
    expect(Object.keys(answer.body.fields).sort()).toEqual(["email", "mobile"])
  })
})

describe("the shape of the authentication page's example", () => {
  test("whitelabelId is optional there", async () => {
    const auth = await testAuth()
    expect(await auth.call("register", { body: essentials })).toMatchObject({ status: 201 })
    expect((await auth.core.challenges.unused("handbid", essentials.email))?.whitelabelId).toBe(1)
  })

  test("whitelabelId counts where it is sent", async () => {
    const auth = await testAuth()
    const answer = await auth.call("register", { body: { ...essentials, whitelabelId: 4 } })
    expect(answer).toMatchObject({ status: 400, body: { error: "registration_blocked" } })
  })

  test.each(Object.keys(essentials))("%s is required", async (name) => {
    const auth = await testAuth()
    const answer = await auth.call("register", { body: { ...essentials, [name]: undefined } })
    expect(answer).toMatchObject({ status: 400, body: { error: "validation_error" } })
    expect(Object.keys(answer.body.fields)).toEqual([name])
    expect(auth.outbox).toEqual([])
  })

  test("a name that is refused is called as the client called it", async () => {
    const auth = await testAuth()
    const answer = await auth.call("register", { body: { ...essentials, firstname: " " } })
    expect(answer).toMatchObject({ status: 400, body: { error: "validation_error" } })
    expect(Object.keys(answer.body.fields)).toEqual(["firstname"])
  })
})

test.each([
  "plain",
  "@example.com",
  "a@",
  "a@b",
  "a b@example.com",
  "a@example..com",
  "a@-example.com",
  "a\u0000@example.com",
])('"Must be RFC-compliant": %j is invalid_email', async (email) => {
  const auth = await testAuth()
  const answer = await auth.call("register", { body: { ...reference, email } })
  expect(answer).toMatchObject({ status: 400, body: { error: "invalid_email" } })
})

test.each(["USA", "U", "", "1", "U$"])('countryCode is "ISO 3166-1 alpha-2": %j is not', async (countryCode) => {
  const auth = await testAuth()
  const answer = await auth.call("register", { body: { ...reference, countryCode } })
  expect(answer).toMatchObject({ status: 400, body: { error: "validation_error" } })
  expect(Object.keys(answer.body.fields)).toEqual(["countryCode"])
})

test('"Errors: 400 registration_blocked": "OGAC (4) is blocked"', async () => {
  const auth = await testAuth()
  const answer = await auth.call("register", { body: { ...reference, whitelabelId: 4 } })
  expect(answer).toMatchObject({ status: 400, body: { error: "registration_blocked" } })
  expect(auth.outbox).toEqual([])
})

test('"Errors: 403 captcha_failed": "Optional reCAPTCHA token"', async () => {
  const auth = await testAuth({ captcha: google })
  const refused = await auth.call("register", { body: { ...reference, captchaToken: "bad" } })
  expect(refused).toMatchObject({ status: 403, body: { error: "captcha_failed" } })
  expect(auth.outbox).toEqual([])
  expect(await auth.call("register", { body: reference })).toMatchObject({ status: 201 })
})

test('"Errors: 409 email_exists"', async () => {
  const auth = await testAuth()
  const { email } = await join(auth)
  const answer = await auth.call("register", { body: { ...reference, email: ` ${email.toUpperCase()} ` } })
  expect(answer).toMatchObject({ status: 409, body: { error: "email_exists" } })
  expect(auth.outbox).toHaveLength(1)
})
