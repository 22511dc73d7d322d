import { describe, expect, test } from "vitest"
import { admit } from "@/lib/firewall/admit"
import { enter } from "@/lib/firewall/enter"
import { dollars } from "@/lib/firewall/money"
import type { Pass } from "@/lib/firewall/pass"
import { firewallPolicy } from "@/lib/firewall/policy"
import { noCaptcha } from "@/lib/outside/recaptcha"
import { bd, door, inTurn, kinds } from "@/lib/testing/door"
import { testDatabase } from "@/lib/testing/test-database"
import { days, hours, minutes } from "@/lib/time"

describe("attack mode", () => {
  /** Newcomers without a token, from everywhere to everywhere, whom nobody verifies. */
  const flood = (ask: Awaited<ReturnType<typeof door>>["ask"], count: number) =>
    inTurn(count, (index) =>
      ask(`+1${[201, 303, 415, 512][index % 4]}${200 + index * 3}${4000 + index}`, "US", { token: null }),
    )

  test("newcomers without a captcha token who never verify make a token compulsory, for new numbers alone", async () => {
    const { ask, mode } = await door()
    const answers = await flood(ask, 60)
    expect(kinds(answers).slice(0, 50)).toEqual(Array(50).fill("sent"))
    expect(kinds(answers).slice(50)).toEqual(Array(10).fill("captcha-failed"))
    expect(await mode()).toBe(1)
    expect(kinds([await ask("+12125550123", "US")])).toEqual(["sent"])
    expect(kinds([await ask("+12125550199", "US", { token: null, to: "known" })])).toEqual(["sent"])
  })

  test("where there is no captcha none is asked for", async () => {
    const { ask, mode } = await door({ captcha: noCaptcha })
    expect(kinds(await flood(ask, 60))).toEqual(Array(60).fill("sent"))
    expect(await mode()).toBe(0)
  })

  test("it ends by itself once the probes are verified and it has stayed its time", async () => {
    const { auth, ask, mode } = await door()
    await flood(ask, 60)
    auth.pass(minutes(11))
    const probes = await inTurn(2, (index) => ask(`+1917${300 + index}4444`, "US", { token: null }))
    expect(kinds(probes)).toEqual(["sent", "sent"])
    for (const { verify } of probes) await verify?.()
    auth.pass(minutes(5))
    await ask("+12125550123", "US")
    expect(await mode()).toBe(0)
  })

  test("much unverified money leaves home countries alone open, and more of it known people alone", async () => {
    const policy = {
      modes: { ...firewallPolicy.modes, 2: { money: dollars(1), share: 0.5 }, 3: { money: dollars(3), share: 0.8 } },
      countryFree: { money: dollars(100), least: 50, most: 50 },
    }
    const { auth, ask, mode } = await door({ policy })
    expect(kinds(await inTurn(2, (index) => ask(bd(index), "BD")))).toEqual(["sent", "sent"])
    expect(kinds([await ask(bd(2), "BD")])).toEqual(["limited"])
    expect(await mode()).toBe(2)
    expect(kinds([await ask("+12125550123", "US")])).toEqual(["sent"])
    auth.pass(hours(3))
    await ask("+12125550124", "US")
    expect(await mode()).toBe(1)
  })

  test("a pinned mode stays whatever the evidence, and lets known people pass", async () => {
    const { auth, ask, mode } = await door()
    const db = await testDatabase({ empty: false })
    await db.modeChange.create({ data: { level: 3, since: auth.now(), pinned: true, evidence: {} } })
    auth.pass(days(1))
    expect(kinds([await ask("+12125550123", "US")])).toEqual(["limited"])
    expect(kinds([await ask("+12125550123", "US", { to: "known" })])).toEqual(["sent"])
    expect(await mode()).toBe(3)
  })

  test("with Google out of reach a newcomer with clean surroundings passes where a token is compulsory", async () => {
    const { auth, ask } = await door()
    await flood(ask, 60)
    const unreachable = { check: async () => "unreachable" as const }
    const core = { ...auth.core, captcha: unreachable }
    const visit = { verb: "register", action: "signup", captchaToken: "any" } as const
    const pass = (await enter(visit, { realm: "handbid", client: "web", address: "172.16.9.1" }, core)) as Pass
    const about = { pass, subject: "new@example.com", to: "newcomer", whose: "stranger", whitelabelId: 1 } as const
    expect(await admit({ ...about, phone: { e164: "+12125550123", country: "US" } }, core)).toHaveProperty("withdraw")
  })
})

describe("money", () => {
  const little = { hour: dollars(0.1), day: dollars(0.1) }
  const budgets = {
    all: little,
    country: firewallPolicy.budgets.country,
    whitelabel: firewallPolicy.budgets.whitelabel,
  }
  const gb = (index: number) => `+4474${String(10_000_000 + index * 1_111_111).slice(-8)}`

  test("newcomers leave a share of the budget to known people; nobody gets beyond it", async () => {
    const { ask } = await door({ policy: { budgets, knownShare: 0.4 } })
    expect(kinds(await inTurn(3, (index) => ask(gb(index), "GB")))).toEqual([
      "sent",
      "sms-unavailable",
      "sms-unavailable",
    ])
    expect(kinds([await ask("+12125550123", "US", { to: "known" })])).toEqual(["sent"])
    expect(kinds([await ask(gb(5), "GB", { to: "known" })])).toEqual(["sms-unavailable"])
  })

  test("the next hour has money again, and Retry-After says when", async () => {
    const hourly = { ...budgets, all: { hour: dollars(0.1), day: dollars(10) } }
    const { auth, ask } = await door({ policy: { budgets: hourly, knownShare: 0 } })
    expect(kinds(await inTurn(2, (index) => ask(gb(index), "GB")))).toEqual(["sent", "sms-unavailable"])
    const { refusal } = await ask(gb(3), "GB")
    expect(refusal).toMatchObject({ retryAt: new Date("2026-03-01T13:00:00Z") })
    auth.pass(hours(1))
    expect(kinds([await ask(gb(4), "GB")])).toEqual(["sent"])
  })

  test("what was not sent is given back to the cent", async () => {
    const { ask } = await door({ policy: { budgets, knownShare: 0 } })
    const answers = await inTurn(5, async (index) => {
      const answer = await ask(gb(index), "GB")
      await answer.admission?.withdraw()
      return answer
    })
    expect(kinds(answers)).toEqual(Array(5).fill("sent"))
    const db = await testDatabase({ empty: false })
    const spent = (await db.budget.findMany()).map((row) => Number(row.spent))
    expect(spent.length).toBeGreaterThan(6)
    expect(new Set(spent)).toEqual(new Set([0]))
  })
})
