import { describe, expect, test } from "vitest"
import { admit } from "@/lib/firewall/admit"
import type { Attempt } from "@/lib/firewall/attempt"
import { enter } from "@/lib/firewall/enter"
import type { Pass } from "@/lib/firewall/pass"
import { isRefusal } from "@/lib/refusal"
import { shortlyBefore } from "@/lib/testing/shortly-before"
import { testAuth } from "@/lib/testing/test-auth"
import { after, hours, seconds } from "@/lib/time"

const us = { e164: "+13035551234", country: "US" }

/** The door of a fresh core, for somebody who paid their way in. */
async function door() {
  const auth = await testAuth()
  const pass = (await enter(
    { verb: "test", action: "login" },
    { realm: "handbid", client: "web", address: "192.0.2.1" },
    auth.core,
  )) as Pass
  const about = {
    pass,
    subject: "a@example.com",
    phone: us,
    to: "newcomer",
    whose: "stranger",
    whitelabelId: 1,
  } as const
  const ask = (attempt: Partial<Attempt> = {}) => admit({ ...about, ...attempt }, auth.core)
  return { auth, ask }
}
const reason = (answer: Awaited<ReturnType<typeof admit>>) => (isRefusal(answer) ? answer.kind : "admitted")

test("an admission tells when the next message may be asked for", async () => {
  const { auth, ask } = await door()
  const admission = await ask()
  expect(admission).toMatchObject({ resendAt: shortlyBefore(after(auth.now(), seconds(30))) })
  expect(reason(await ask())).toBe("wait")
})

test("a withdrawn admission gives back everything that it took", async () => {
  const { ask } = await door()
  for (let times = 0; times < 20; times++) {
    const admission = await ask()
    expect(reason(admission)).toBe("admitted")
    if (!isRefusal(admission)) await admission.withdraw()
  }
  expect(reason(await ask())).toBe("admitted")
})

test("a country outside the list is refused before anything is taken", async () => {
  const { ask } = await door()
  expect(reason(await ask({ phone: { e164: "+18765551234", country: "JM" } }))).toBe("registration-blocked")
  expect(reason(await ask())).toBe("admitted")
})

describe("a refusal takes nothing", () => {
  test("when the phone's cap refuses, the subject keeps its wait and its budget", async () => {
    const { ask } = await door()
    for (let number = 0; number < 4; number++)
      expect(reason(await ask({ subject: `${number}@example.com` }))).toBe("admitted")
    for (let times = 0; times < 12; times++) expect(reason(await ask({ subject: "new@example.com" }))).toBe("limited")
    const other = { e164: "+13035551235", country: "US" }
    expect(await ask({ subject: "new@example.com", phone: other })).toMatchObject({ withdraw: expect.any(Function) })
    expect(await ask({ subject: "new@example.com", phone: other })).toMatchObject({ kind: "wait" })
  })

  test("when the day's budget refuses, the hour's is given back", async () => {
    const { auth, ask } = await door()
    for (let number = 0; number < 8; number++) {
      if (number === 4) auth.pass(hours(1))
      await ask({ subject: `${number}@example.com` })
    }
    auth.pass(hours(1))
    for (let times = 0; times < 8; times++)
      expect(await ask({ subject: `${10 + times}@example.com` })).toMatchObject({ quota: { name: "strangers-day" } })
    auth.pass(hours(22))
    for (let number = 30; number < 34; number++)
      expect(reason(await ask({ subject: `${number}@example.com` }))).toBe("admitted")
  })
})

describe("fails closed", () => {
  test("the door of an endpoint: with its budget or the captcha's memory out of reach nobody gets in", async () => {
    const { auth } = await door()
    const visit = { verb: "x", action: "login", captchaToken: "t" } as const
    const visiting = { realm: "handbid", client: "web", address: "203.0.113.9" } as const
    const captcha = { check: async () => "good" as const }
    const limits = { take: () => Promise.reject(new Error()), giveBack: async () => undefined }
    expect(await enter(visit, visiting, { ...auth.core, captcha, limits })).toMatchObject({ kind: "sms-unavailable" })
    const throwing = { check: () => Promise.reject(new Error()) }
    expect(await enter(visit, visiting, { ...auth.core, captcha: throwing })).toMatchObject({ kind: "sms-unavailable" })
  })
})
