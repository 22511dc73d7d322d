import { expect, test } from "vitest"
import { recaptcha } from "@/lib/outside/recaptcha"
import { json, localServer } from "@/lib/testing/local-server"

const vouched = {
  success: true,
  score: 0.9,
  action: "login",
  hostname: "latchkey.example",
  challenge_ts: "2026-03-01T12:00:00Z",
}

async function asking(answer: unknown, status = 200) {
  const google = await localServer((_, response) => json(response, status, answer))
  const warnings: string[] = []
  const settings = {
    secret: "the-secret",
    verifyUrl: google.url,
    minScore: 0.5,
    hostname: "latchkey.example",
    timeout: 1000,
  }
  return { captcha: recaptcha(settings, (event) => warnings.push(event)), warnings, google }
}

test("the token, the secret and the caller's address go to siteverify as a form", async () => {
  const { captcha, google } = await asking(vouched)
  expect(await captcha.check("the-token", "login", "203.0.113.7")).toBe("good")
  const sent = Object.fromEntries(google.seen[0]?.form ?? [])
  expect(sent).toEqual({ secret: "the-secret", response: "the-token", remoteip: "203.0.113.7" })
})

test.each([
  ["the score is low", { ...vouched, score: 0.4 }],
  ["there is no score", { ...vouched, score: undefined }],
  ["it was made for another action", { ...vouched, action: "signup" }],
  ["it was made on another site", { ...vouched, hostname: "elsewhere.example" }],
])("a token is bad when %s", async (_, answer) => {
  expect(await (await asking(answer)).captcha.check("t", "login", undefined)).toBe("bad")
})

test.each([
  ["malformed", ["invalid-input-response"]],
  ["expired or already used", ["timeout-or-duplicate"]],
])("a token that is %s counts as none", async (_, codes) => {
  const { captcha } = await asking({ success: false, "error-codes": codes })
  expect(await captcha.check("t", "login", undefined)).toBe("none")
})

test("with a wrong secret Google is as good as unreachable, and the operator is told", async () => {
  const { captcha, warnings } = await asking({ success: false, "error-codes": ["invalid-input-secret"] })
  expect(await captcha.check("t", "login", undefined)).toBe("unreachable")
  expect(warnings).toEqual(["recaptcha-secret-refused"])
})

test.each([
  ["answers an error", "oops", 500],
  ["answers something else", { hello: "there" }, 200],
])("Google blocks nobody when it %s", async (_, answer, status) => {
  const { captcha, warnings } = await asking(answer, status)
  expect(await captcha.check("t", "login", undefined)).toBe("unreachable")
  expect(warnings).toEqual(["recaptcha-unreachable"])
})

test("Google blocks nobody when it is silent", async () => {
  const google = await localServer(() => undefined)
  const settings = { secret: "s", verifyUrl: google.url, minScore: 0.5, hostname: "latchkey.example", timeout: 100 }
  expect(await recaptcha(settings, () => undefined).check("t", "login", undefined)).toBe("unreachable")
})

test("a token too long to be one is not sent to Google", async () => {
  const { captcha, google } = await asking(vouched)
  expect(await captcha.check("x".repeat(8193), "login", undefined)).toBe("none")
  expect(google.seen).toEqual([])
})
