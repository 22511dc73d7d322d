import { expect, test } from "vitest"
import { recaptchaEnterprise } from "@/lib/outside/recaptcha-enterprise"
import { assessed, localEnterprise } from "@/lib/testing/local-enterprise"
import { localServer } from "@/lib/testing/local-server"

const phone = "+85251234567"
const event = { token: "the-token", siteKey: "the-site-key", expectedAction: "signup", userIpAddress: "203.0.113.7" }

test("a token, and a number with it, are assessed once, and the key is in no address", async () => {
  const { captcha, google, bodies } = await localEnterprise()
  expect(await captcha.assess?.("the-token", "signup", "203.0.113.7", phone)).toEqual({
    verdict: "good",
    assessment: assessed.name,
    opinion: { source: "recaptcha", score: 0.1, of: phone },
  })
  const userInfo = { userIds: [{ phoneNumber: phone }] }
  expect(bodies()).toEqual([{ path: "/v1/projects/the-project/assessments", body: { event: { ...event, userInfo } } }])
  expect(google.seen[0]).toMatchObject({ method: "POST", headers: { "x-goog-api-key": "the-key" } })
  expect(google.seen[0]?.headers["content-type"]).toContain("application/json")
})

test("a token alone is assessed without a number. Where SMS defense is off there is no way to tell one", async () => {
  const { captcha, bodies } = await localEnterprise()
  expect(await captcha.check("the-token", "signup", "203.0.113.7")).toBe("good")
  expect(bodies()[0]?.body).toEqual({ event })
  const { captcha: plain } = await localEnterprise(assessed, 200, { tellsNumbers: false })
  expect(plain).not.toHaveProperty("assess")
  expect(plain).not.toHaveProperty("annotate")
})

const token = assessed.tokenProperties
test.each([
  ["the score is low", { ...assessed, riskAnalysis: { score: 0.4 } }, "bad"],
  ["there is no score, which is zero", { ...assessed, riskAnalysis: {} }, "bad"],
  ["it was made for another action", { ...assessed, tokenProperties: { ...token, action: "login" } }, "bad"],
  ["it was made on another site", { ...assessed, tokenProperties: { ...token, hostname: "elsewhere.example" } }, "bad"],
  ["Google says for another action", { ...assessed, tokenProperties: { invalidReason: "UNEXPECTED_ACTION" } }, "bad"],
  ["Google says by another key", { ...assessed, tokenProperties: { invalidReason: "KEY_MISMATCH" } }, "bad"],
  ["it has expired", { ...assessed, tokenProperties: { invalidReason: "EXPIRED" } }, "none"],
  ["it was used before", { ...assessed, tokenProperties: { valid: false, invalidReason: "DUPE" } }, "none"],
  ["it is malformed", { ...assessed, tokenProperties: { invalidReason: "MALFORMED" } }, "none"],
  ["the answer has no name", { ...assessed, name: undefined }, "unreachable"],
  ["the answer's name leads elsewhere", { ...assessed, name: "projects/1/assessments/2?key=3" }, "unreachable"],
])("a token is judged as by siteverify where %s", async (_, answer, verdict) => {
  expect(await (await localEnterprise(answer)).captcha.check("the-token", "signup", undefined)).toBe(verdict)
})

const told = (smsTollFraudVerdict: unknown) => ({ ...assessed, phoneFraudAssessment: { smsTollFraudVerdict } })
test.each([
  ["a high risk", told({ risk: 0.9, reasons: [] }), 0.9],
  ["a risk of zero, which is left out", told({}), 0],
  ["no assessment of the number", { ...assessed, phoneFraudAssessment: undefined }, undefined],
  ["a number that is none there", told({ risk: 1, reasons: ["INVALID_PHONE_NUMBER"] }), undefined],
  ["a reason that came later than this", told({ risk: 0.3, reasons: ["SOMETHING_NEW"] }), 0.3],
  ["a risk beyond its bounds", told({ risk: 7 }), undefined],
  ["a risk that is none", told({ risk: "high" }), undefined],
])("of %s the token's verdict stays what it is", async (_, answer, score) => {
  const { captcha } = await localEnterprise(answer)
  const heard = await captcha.assess?.("the-token", "signup", undefined, phone)
  expect(heard?.verdict).toBe("good")
  expect(heard?.opinion?.score).toBe(score)
})

test.each([
  [400, ["recaptcha-key-refused", "recaptcha-unreachable"]],
  [403, ["recaptcha-key-refused", "recaptcha-unreachable"]],
  [429, ["recaptcha-unreachable"]],
  [503, ["recaptcha-unreachable"]],
])("with status %i Google is out of reach, blocks nobody, and has no opinion", async (status, events) => {
  const error = { code: status, message: `no ${phone}`, status: "PERMISSION_DENIED" }
  const { captcha, warnings } = await localEnterprise({ error }, status)
  expect(await captcha.assess?.("the-token", "signup", undefined, phone)).toEqual({ verdict: "unreachable" })
  expect(warnings).toEqual(events)
})

test("a token too long to be one is not sent to Google", async () => {
  const { captcha, google } = await localEnterprise()
  expect(await captcha.assess?.("x".repeat(8193), "signup", undefined, phone)).toEqual({ verdict: "none" })
  expect(google.seen).toEqual([])
})

test("Google is told that a text left, and that its PIN was typed", async () => {
  const { captcha, bodies, warnings } = await localEnterprise()
  const at = new Date("2026-03-01T12:00:00Z")
  await captcha.annotate?.(assessed.name, "sent", phone, at)
  await captcha.annotate?.(assessed.name, "verified", phone, at)
  const path = `/v1/${assessed.name}:annotate`
  const phoneAuthenticationEvent = { phoneNumber: phone, eventTime: "2026-03-01T12:00:00.000Z" }
  expect(bodies()).toEqual([
    { path, body: { reasons: ["INITIATED_TWO_FACTOR"], phoneAuthenticationEvent } },
    { path, body: { annotation: "LEGITIMATE", reasons: ["PASSED_TWO_FACTOR"], phoneAuthenticationEvent } },
  ])
  expect(warnings).toEqual([])
})

test("what Google does not want to hear, or cannot, fails nothing and is told without the number", async () => {
  const silent = await localServer(() => undefined)
  const { settings } = await localEnterprise()
  const warnings: string[] = []
  for (const url of [silent.url, "http://127.0.0.1:1"]) {
    const captcha = recaptchaEnterprise({ ...settings, url, timeout: 100 }, (event) => warnings.push(event))
    await captcha.annotate?.(assessed.name, "sent", phone, new Date(0))
  }
  expect(warnings).toEqual(["recaptcha-not-told", "recaptcha-not-told"])
})
