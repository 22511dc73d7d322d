import { describe, expect, test } from "vitest"
import { policy } from "@/lib/limits/policy"
import { elsewhere } from "@/lib/testing/people"
import { joinShop, shopper } from "@/lib/testing/shoppers"
import { type CallOptions, type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { days, minutes, seconds } from "@/lib/time"

const register = (auth: TestAuth, more: object, options: CallOptions = {}) =>
  auth.callTo("commerce", "register", { address: elsewhere(), ...options, body: { ...shopper(), ...more } })
const login = (auth: TestAuth, password: string, options: CallOptions = {}, { email } = shopper()) =>
  auth.callTo("commerce", "login", { body: { email, password }, ...options })
const invalid = (field: string) => ({ status: 400, body: { error: { code: "validation_error", field } } })
const wrong = { status: 401, body: { error: { code: "invalid_credentials" } } }
const limited = { status: 429, body: { error: { code: "rate_limited" } } }

describe("a password", () => {
  test.each([
    ["8 letters", "kzqvbxwp"],
    ["128 characters", "x".repeat(128)],
    ["128 emoji, which are 512 bytes", "🦊".repeat(128)],
    ["spaces alone", "          "],
    ["spaces around it", " kzqvbxwp "],
    ["characters of any script", "пароль密码كلمة"],
    ["no digit, no capital, no sign", "correcthorsebatterystaple"],
  ])("may be %s, and signs in as it was typed", async (_, password) => {
    const auth = await testAuth()
    expect((await register(auth, { password })).status).toBe(201)
    expect((await login(auth, password)).status).toBe(200)
    expect(await login(auth, `${password}.`)).toMatchObject(wrong)
  })

  test.each([
    ["7 characters", "kzqvbxw"],
    ["7 emoji, which are 14 UTF-16 units", "🦊".repeat(7)],
    ["129 characters", "x".repeat(129)],
    ["among the most common", "iloveyou"],
    ["among the most common, in capitals", "QWERTYUIOP"],
    ["the email", "shopper0@example.com"],
    ["the email in capitals", "SHOPPER0@EXAMPLE.COM"],
    ["holding NUL", "kzqv\0bxwp"],
    ["holding a lone surrogate", "kzqvbxwp\ud800"],
    ["a number", 12345678901],
    ["absent", undefined],
    ["the email as an East Asian keyboard writes it", "ｓｈｏｐｐｅｒ０＠example.com"],
  ])("may not be %s", async (_, password) => {
    const auth = await testAuth()
    expect(await register(auth, { password })).toMatchObject(invalid("password"))
    expect((await register(auth, {})).status).toBe(201)
  })

  test("is the same however a keyboard composes its accents", async () => {
    const auth = await testAuth()
    await register(auth, { password: "crème brûlée".normalize("NFD") })
    expect((await login(auth, "crème brûlée".normalize("NFC"))).status).toBe(200)
  })
})

describe("register", () => {
  test.each([
    ["email", "not an email"],
    ["email", undefined],
    ["firstName", ""],
    ["firstName", "x".repeat(101)],
    ["lastName", "\0"],
    ["lastName", 7],
  ])("a wrong %s (%j) is a validation_error that names it", async (field, value) => {
    const auth = await testAuth()
    expect(await register(auth, { [field]: value })).toMatchObject(invalid(field))
  })

  test("an email that is taken is 409 duplicate, whatever its case; of twenty at once one is made", async () => {
    const auth = await testAuth()
    const answers = await Promise.all(Array.from({ length: 20 }, () => register(auth, {})))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const duplicate = { status: 409, body: { error: { code: "duplicate", field: "email" } } }
    for (const answer of answers.filter(({ status }) => status !== 201)) expect(answer).toMatchObject(duplicate)
    expect(await register(auth, { email: "SHOPPER0@Example.com" })).toMatchObject(duplicate)
    expect(auth.surprises).toEqual([])
  })

  test("one network makes so many accounts in an hour; another one may go on", async () => {
    const auth = await testAuth()
    const here = { address: "198.51.100.9" }
    const { points } = policy.passwordAccounts
    await register(auth, {}, here)
    for (let made = 1; made < points; made++) expect((await register(auth, {}, here)).status).toBe(409)
    expect(await register(auth, {}, here)).toMatchObject(limited)
    expect((await register(auth, {})).status).toBe(409)
  })
})

describe("login", () => {
  test("a wrong password and an email that nobody has get one answer, limits included", async () => {
    const auth = await testAuth()
    await joinShop(auth)
    for (let tries = 0; tries < 7; tries++) {
      const [known, unknown] = [elsewhere(), elsewhere()]
      for (let again = 0; again < 7; again++) {
        const one = await login(auth, "not the password", { address: known })
        const other = await login(auth, "not the password", { address: unknown }, shopper(9))
        expect([one.status, one.text]).toEqual([other.status, other.text])
      }
    }
  })

  test("waits grow for one network and one email; the owner elsewhere gets in, and a success ends them", async () => {
    const auth = await testAuth()
    const { password } = await joinShop(auth)
    const here = { address: "198.51.100.9" }
    for (let tries = 0; tries < 5; tries++) expect(await login(auth, "not it at all", here)).toMatchObject(wrong)
    expect(await login(auth, password, here)).toMatchObject(limited)
    expect((await login(auth, password)).status).toBe(200)
    auth.pass(seconds(5))
    expect(await login(auth, "not it at all", here)).toMatchObject(wrong)
    auth.pass(seconds(9))
    expect(await login(auth, password, here)).toMatchObject(limited)
    auth.pass(seconds(1))
    expect((await login(auth, password, here)).status).toBe(200)
    expect(await login(auth, "not it at all", here)).toMatchObject(wrong)
    expect((await login(auth, password, here)).status).toBe(200)
  })

  test("of a thousand guesses at once from one network thirty are heard", async () => {
    const auth = await testAuth()
    await joinShop(auth)
    const here = { address: "198.51.100.9" }
    const answers = await Promise.all(Array.from({ length: 1000 }, (_, n) => login(auth, `guess number ${n}`, here)))
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(policy.passwordTries.points)
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true)
  })

  test("one network is heard thirty times in five minutes, whatever the emails", async () => {
    const auth = await testAuth()
    const { password } = await joinShop(auth, 0)
    const here = { address: "198.51.100.9" }
    for (let n = 1; n <= 30; n++) expect(await login(auth, "a wrong one", here, shopper(n))).toMatchObject(wrong)
    expect(await login(auth, password, here)).toMatchObject(limited)
    auth.pass(minutes(5))
    expect((await login(auth, password, here)).status).toBe(200)
  })

  test("right passwords use up nothing", async () => {
    const auth = await testAuth()
    const { password } = await joinShop(auth)
    for (let times = 0; times < 40; times++) expect((await login(auth, password)).status).toBe(200)
  })

  test("a hundred wrong ones from everywhere close an email to strangers, not to a device that signed in before", async () => {
    const auth = await testAuth()
    const { password } = await joinShop(auth)
    const { accessToken } = (await login(auth, password)).body
    const known = { headers: { authorization: `Bearer ${accessToken}` } }
    const guess = () => login(auth, "not it at all", { address: elsewhere() })
    const answers = await Promise.all(Array.from({ length: 130 }, guess))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(policy.passwordCap.points)
    expect(await login(auth, password, { address: elsewhere() })).toMatchObject(limited)
    expect(await login(auth, password, { address: undefined })).toMatchObject(limited)
    expect((await login(auth, password, { address: elsewhere(), ...known })).status).toBe(200)
    auth.pass(days(1))
    expect((await login(auth, password, { address: elsewhere() })).status).toBe(200)
  })

  test("on a network that its owner used, an email at the cap is answered like one that nobody has", async () => {
    const auth = await testAuth()
    const { password } = await joinShop(auth)
    const address = "198.51.100.9"
    await login(auth, password, { address })
    for (const somebody of [shopper(), shopper(9)])
      await Promise.all(
        Array.from({ length: 100 }, () => login(auth, "not it at all", { address: elsewhere() }, somebody)),
      )
    const one = await login(auth, "not it at all", { address })
    const other = await login(auth, "not it at all", { address }, shopper(9))
    for (const answer of [one, other]) expect(answer).toMatchObject(limited)
    expect(one.headers.get("ratelimit-policy")).toBe(other.headers.get("ratelimit-policy"))
  })
})
