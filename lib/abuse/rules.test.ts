import { describe, expect, test } from "vitest"
import { admit } from "@/lib/abuse/admit"
import type { Attempt } from "@/lib/abuse/attempt"
import { enter, type Pass } from "@/lib/abuse/enter"
import { type FirewallPolicy, firewallPolicy } from "@/lib/abuse/firewall-policy"
import { dollars } from "@/lib/abuse/money"
import { noteVerified } from "@/lib/abuse/settle"
import { isRefusal } from "@/lib/refusal"
import { goodToken, google } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { days, hours, minutes, seconds } from "@/lib/time"

type Options = { policy?: Partial<FirewallPolicy>; enforce?: boolean }

/** Asks for messages as newcomers do, each with an email of their own. */
async function door({ policy = {}, enforce = true }: Options = {}) {
  const firewall = { enforce, policy: { ...firewallPolicy, ...policy } }
  const auth = await testAuth({ captcha: google, countries: "all", firewall })
  let asked = 0
  const ask = async (
    e164: string,
    country: string,
    options: Partial<Attempt> & { address?: string; token?: null } = {},
  ) => {
    asked += 1
    auth.pass(1)
    const { address = `10.${asked % 250}.${asked >> 8}.1`, token, ...attempt } = options
    const visit = {
      verb: "register",
      action: "signup",
      captchaToken: token === null ? undefined : goodToken(),
    } as const
    const pass = (await enter(visit, { realm: "handbid", client: "web", address }, auth.core)) as Pass
    if (isRefusal(pass)) return { refusal: pass }
    const subject = attempt.subject ?? `person${asked}@example.com`
    const about = { pass, subject, phone: { e164, country }, to: "newcomer", whitelabelId: 1 } as const
    const answer = await admit({ ...about, ...attempt }, auth.core)
    const verify = () => noteVerified({ realm: "handbid", subject, phone: e164 }, auth.core)
    return isRefusal(answer) ? { refusal: answer, verify } : { refusal: undefined, admission: answer, verify }
  }
  const decisions = async () => (await testDatabase({ empty: false })).decision.findMany({ orderBy: { at: "asc" } })
  const mode = async () =>
    (await testDatabase({ empty: false })).modeChange
      .findFirst({ orderBy: { number: "desc" } })
      .then((row) => row?.level ?? 0)
  return { auth, ask, decisions, mode }
}

const us = (last: number) => `+1303555${String(last).padStart(4, "0")}`
const bd = (index: number) => `+88018${String(10_000_000 + index * 3_000_017).slice(-8)}`
const kinds = (answers: { refusal: { kind: string } | undefined }[]) =>
  answers.map(({ refusal }) => refusal?.kind ?? "sent")
const inTurn = async <T>(count: number, ask: (index: number) => Promise<T>): Promise<T[]> => {
  const answers: T[] = []
  for (let index = 0; index < count; index++) answers.push(await ask(index))
  return answers
}

describe("neighbourhood", () => {
  test("of a row of numbers 5 get a message, and everybody else is told when to come back", async () => {
    const { ask, decisions } = await door()
    const answers = await inTurn(20, (index) => ask(us(1000 + index), "US"))
    expect(kinds(answers)).toEqual([...Array(5).fill("sent"), ...Array(15).fill("limited")])
    expect(answers[19]?.refusal).toMatchObject({ retryAt: expect.any(Date) })
    expect((await decisions()).at(-1)).toMatchObject({ refusedBy: "neighbourhood", outcome: "refused", reserved: 0 })
  })

  test("a family whose members verify one after the other is never held up", async () => {
    const { ask } = await door()
    const answers = await inTurn(12, async (index) => {
      const answer = await ask(us(1000 + index), "US")
      await answer.verify?.()
      return answer
    })
    expect(kinds(answers)).toEqual(Array(12).fill("sent"))
  })

  test("whoever asks again for the same number is no new neighbour, and is still limited by the phone's own cap", async () => {
    const { auth, ask } = await door()
    await inTurn(4, (index) => ask(us(1001 + index), "US"))
    const answers = await inTurn(5, async () => {
      auth.pass(minutes(10))
      return ask(us(1000), "US", { subject: "pat@example.com" })
    })
    expect(kinds(answers)).toEqual(Array(5).fill("sent"))
    expect(kinds([await ask(us(1005), "US")])).toEqual(["limited"])
  })
})

describe("conversion", () => {
  test("a dear country where nobody verifies gets a handful of messages; after a pause it is probed, and verified probes reopen it", async () => {
    const { auth, ask } = await door({ policy: { strangers: { ...firewallPolicy.strangers, free: dollars(1000) } } })
    const flood = await inTurn(12, (index) => ask(bd(index), "BD"))
    expect(kinds(flood)).toEqual([...Array(4).fill("sent"), ...Array(8).fill("limited")])
    auth.pass(minutes(30))
    const probes = await inTurn(4, (index) => ask(bd(100 + index), "BD"))
    expect(kinds(probes)).toEqual([...Array(3).fill("sent"), "limited"])
    auth.pass(hours(1))
    const again = await inTurn(2, (index) => ask(bd(200 + index), "BD"))
    expect(kinds(again)).toEqual(["sent", "sent"])
    for (const { verify } of again) await verify?.()
    expect(kinds(await inTurn(3, (index) => ask(bd(300 + index), "BD")))).toEqual(Array(3).fill("sent"))
  })

  test("a network whose messages nobody verifies is shut, and others are not", async () => {
    const { ask } = await door({ policy: { network: { ...firewallPolicy.network, free: 4 } } })
    const from = (address: string) => (index: number) => ask(`+1303${200 + index * 10}4000`, "US", { address })
    const shut = await inTurn(6, from("198.51.100.7"))
    expect(kinds(shut)).toEqual([...Array(4).fill("sent"), ...Array(2).fill("limited")])
    expect(kinds([await from("192.0.2.7")(7)])).toEqual(["sent"])
  })

  test("strangers' countries share an allowance of money, whatever country comes next", async () => {
    const { ask, decisions } = await door({ policy: { countryFree: { money: dollars(100), least: 50, most: 50 } } })
    const answers = await inTurn(12, (index) => ask(bd(index), "BD"))
    expect(kinds(answers).filter((kind) => kind === "sent")).toHaveLength(8)
    expect((await ask("+221701234567", "SN")).refusal).toMatchObject({ kind: "limited" })
    expect((await decisions()).at(-1)).toMatchObject({ refusedBy: "conversion" })
  })
})

describe("attack mode", () => {
  /** Newcomers without a token, from everywhere to everywhere, whom nobody verifies. */
  const flood = (ask: Awaited<ReturnType<typeof door>>["ask"], count: number) =>
    inTurn(count, (index) =>
      ask(`+1${[201, 303, 415, 512][index % 4]}${200 + index * 3}${4000 + index}`, "US", { token: null }),
    )

  test("newcomers without a captcha token who never verify make a token compulsory, for new numbers alone", async () => {
    const { ask, mode } = await door()
    const answers = await flood(ask, 40)
    expect(kinds(answers).slice(0, 30)).toEqual(Array(30).fill("sent"))
    expect(kinds(answers).slice(30)).toEqual(Array(10).fill("captcha-failed"))
    expect(await mode()).toBe(1)
    expect(kinds([await ask("+12125550123", "US")])).toEqual(["sent"])
    expect(kinds([await ask("+12125550199", "US", { token: null, to: "known" })])).toEqual(["sent"])
  })

  test("it ends by itself once the probes are verified and it has stayed its time", async () => {
    const { auth, ask, mode } = await door()
    await flood(ask, 40)
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
    await flood(ask, 40)
    const unreachable = { check: async () => "unreachable" as const }
    const core = { ...auth.core, captcha: unreachable }
    const visit = { verb: "register", action: "signup", captchaToken: "any" } as const
    const pass = (await enter(visit, { realm: "handbid", client: "web", address: "172.16.9.1" }, core)) as Pass
    const about = { pass, subject: "new@example.com", to: "newcomer", whitelabelId: 1 } as const
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
    expect((await db.budget.findMany()).map(({ spent }) => Number(spent))).toEqual(Array(6).fill(0))
  })
})

describe("observing", () => {
  test("refuses nothing by these rules, and records the same verdicts", async () => {
    const run = async (enforce: boolean) => {
      const { ask, decisions } = await door({ enforce })
      const answers = await inTurn(20, (index) =>
        ask(index % 2 ? us(1000 + index) : bd(index), index % 2 ? "US" : "BD"),
      )
      const said = (await decisions()).map(({ refusedBy, country }) => ({ refusedBy, country }))
      return { kinds: kinds(answers), said }
    }
    const enforced = await run(true)
    const observed = await run(false)
    expect(new Set(observed.kinds)).toEqual(new Set(["sent"]))
    expect(enforced.kinds).toContain("limited")
    expect(observed.said).toEqual(enforced.said)
  })

  test("the contracts' own waits hold all the same", async () => {
    const { auth, ask } = await door({ enforce: false })
    const again = () => ask(us(1), "US", { subject: "pat@example.com" })
    expect(kinds([await again(), await again()])).toEqual(["sent", "wait"])
    auth.pass(seconds(30))
    expect(kinds([await again()])).toEqual(["sent"])
  })
})

describe("a person whose name others use", () => {
  test("gets a PIN at a network that they signed in from before, whatever strangers asked for; elsewhere the waits hold", async () => {
    const { auth, ask } = await door()
    const victim = { subject: "pat@example.com", to: "known" } as const
    const strangers = await inTurn(12, async () => {
      auth.pass(hours(2))
      return ask(us(1), "US", { ...victim, isHome: async () => false })
    })
    expect(kinds(strangers)).toContain("limited")
    expect(kinds([await ask(us(1), "US", { ...victim, isHome: async () => false })])).not.toEqual(["sent"])
    expect(kinds([await ask(us(1), "US", { ...victim, isHome: async () => true })])).toEqual(["sent"])
    expect(kinds([await ask(us(1), "US", { ...victim, isHome: async () => true })])).toEqual(["wait"])
  })
})
