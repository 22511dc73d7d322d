import { describe, expect, test } from "vitest"
import type { Realm } from "@/lib/account/realm"
import type { Channel } from "@/lib/delivery/channel"
import { admit } from "@/lib/firewall/admit"
import { enter } from "@/lib/firewall/enter"
import { isToldOf } from "@/lib/firewall/opinions/told-of"
import type { Pass } from "@/lib/firewall/pass"
import { firewallPolicy } from "@/lib/firewall/policy"
import { isRefusal } from "@/lib/refusal"
import { withMoney } from "@/lib/testing/door"
import { keyFor } from "@/lib/testing/goodcity-people"
import { assessed, localEnterprise } from "@/lib/testing/local-enterprise"
import { elsewhere, must, person } from "@/lib/testing/people"
import { type TestOptions, testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"

const hongKong = (number = 0) => ({ mobile: `+8529${2_000_000 + number * 111_111}`, countryCode: "HK" })

/** A core whose captcha is reCAPTCHA Enterprise, which thinks this of every number. */
async function defended(risk: number, options: TestOptions = {}) {
  const phoneFraudAssessment = { smsTollFraudVerdict: { risk } }
  const google = await localEnterprise({ ...assessed, phoneFraudAssessment })
  const auth = await testAuth({ captcha: google.captcha, ...options })
  const register = (
    number: number,
    about: object = hongKong(number),
    captchaToken: string | undefined = `t${number}`,
  ) => auth.call("register", { body: { ...person(number).details, ...about, captchaToken }, address: elsewhere() })
  const numbers = () =>
    google.bodies().flatMap(({ body }) => (body.event ? [body.event.userInfo?.userIds[0].phoneNumber ?? null] : []))
  const annotations = () => google.bodies().flatMap(({ body }) => (body.event ? [] : [body.reasons]))
  const decisions = async () => (await testDatabase({ empty: false })).decision.findMany({ orderBy: { at: "asc" } })
  return { auth, google, register, numbers, annotations, decisions }
}

describe("a number is told to Google", () => {
  test("with the token of a newcomer whose text is dear, and else with none", async () => {
    const { auth, register, numbers } = await defended(0.1)
    await must(201, register(0))
    await must(201, register(1, {}))
    expect(numbers()).toEqual([hongKong(0).mobile, null])
    const { email } = person(2)
    await auth.call("emailCheck", { body: { email, captchaToken: "t2" }, address: elsewhere() })
    expect(numbers()).toEqual([hongKong(0).mobile, null, null])
  })

  test("not without a token, and not where the country gets no texts", async () => {
    const { register, numbers } = await defended(0.1, { countries: new Set(["US"]) })
    expect((await register(0)).status).toBe(400)
    expect(numbers()).toEqual([null])
    await register(1, hongKong(1), "")
    expect(numbers()).toEqual([null])
  })

  test("not by a realm that hides its accounts", async () => {
    const { auth, google } = await defended(0.1)
    await keyFor(auth, "sendPin")
    expect(google.google.seen).toEqual([])
    const number = { e164: hongKong().mobile, country: "HK" }
    const told = (realm: Realm, channel: Channel) => isToldOf({ number }, { realm, channel }, auth.core)
    expect(told("handbid", "sms")).toBe(true)
    expect(told("goodcity", "sms")).toBe(false)
    expect(told("handbid", "whatsapp")).toBe(false)
  })
})

test("what Google thinks of a number is in the ledger, costs nothing, and alone refuses nobody", async () => {
  const { register, decisions } = await defended(0.9)
  await must(201, register(0))
  const [{ opinion, verdicts, price, reserved, assessment } = {}] = await decisions()
  expect({ opinion, assessment }).toEqual({ opinion: 0.9, assessment: assessed.name })
  expect(verdicts).toContainEqual({
    rule: "outside-opinion",
    verdict: "admit",
    why: { source: "recaptcha", score: 0.9 },
  })
  expect(reserved).toBe(price)
})

test("a bad opinion of Google's weighs what stands open as Twilio's does, who is not asked any more", async () => {
  const asked: string[] = []
  const ask = async (e164: string) => {
    asked.push(e164)
    return 0
  }
  const policy = { ...firewallPolicy, ...withMoney, countryFree: { money: 0, least: 4, most: 4 } }
  // A network's good side would let people at home pass.
  const strangers = { ...policy, homeCountries: ["US"] }
  const { register, decisions } = await defended(0.9, {
    firewall: { policy: strangers },
    opinions: { source: "twilio", ask },
  })
  const statuses: number[] = []
  for (const number of [0, 1, 2]) statuses.push((await register(number)).status)
  expect(statuses).toEqual([201, 201, 429])
  expect(asked).toEqual([])
  expect((await decisions()).at(-1)).toMatchObject({ refusedBy: "conversion", opinion: 0.9 })
})

test("an opinion is good for the number that it is of, and no other", async () => {
  const { auth, google } = await defended(0.9)
  const number = { e164: hongKong(0).mobile, country: "HK" }
  const visit = { verb: "register", action: "signup", captchaToken: "t", number } as const
  const visiting = { realm: "handbid", client: "web", address: elsewhere() } as const
  const about = { subject: "a@example.com", to: "newcomer", whose: "stranger", whitelabelId: 1 } as const
  for (const phone of [number, { e164: hongKong(1).mobile, country: "HK" }]) {
    const pass = (await enter({ ...visit, captchaToken: phone.e164 }, visiting, auth.core)) as Pass
    expect(isRefusal(await admit({ ...about, pass, phone }, auth.core))).toBe(false)
  }
  expect(google.bodies()).toHaveLength(2)
  const rows = await (await testDatabase({ empty: false })).decision.findMany({ orderBy: { at: "asc" } })
  expect(rows.map(({ opinion }) => opinion)).toEqual([0.9, null])
})

test("Google is told that the text left, and that its PIN was typed; of other texts it is told nothing", async () => {
  const { auth, register, annotations } = await defended(0.1)
  const about = hongKong(0)
  await must(201, register(0))
  await auth.settled()
  expect(annotations()).toEqual([["INITIATED_TWO_FACTOR"]])
  const body = { email: person(0).email, pin: auth.pinFor(about.mobile) }
  await must(200, auth.call("verifyPin", { body, address: elsewhere() }))
  await auth.settled()
  expect(annotations()).toEqual([["INITIATED_TWO_FACTOR"], ["PASSED_TWO_FACTOR"]])
  await must(201, register(1, {}))
  await auth.settled()
  expect(annotations()).toHaveLength(2)
})
