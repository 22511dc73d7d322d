import { describe, expect, test } from "vitest"
import { dollars } from "@/lib/firewall/money"
import { atConsole } from "@/lib/testing/operators"
import { elsewhere, goodToken, google, must, person } from "@/lib/testing/people"
import { testDatabase } from "@/lib/testing/test-database"
import { hours, minutes } from "@/lib/time"
import * as forms from "@/lib/web/console/forms"

const me = person(0)

/** Where a captcha is configured. */
const begin = () => atConsole({ captcha: google })
type There = Awaited<ReturnType<typeof begin>>

const ask = ({ auth }: There, phone: string, email: string) =>
  auth.call("register", {
    body: { ...me.details, email, mobile: phone, captchaToken: goodToken() },
    address: elsewhere(),
  })

describe("the list", () => {
  test.each([
    ["a prefix", "+1 (720) 555", "+17205557777"],
    ["a prefix that is finer than the ledger's", "+172055577", "+17205557777"],
    ["a prefix in Arabic-Indic digits", "+١ ٧٢٠–٥٥٥", "+17205557777"],
    ["a country", "hk", "+85291234567"],
  ])("%s that is blocked gets no message, and does once it is off the list", async (_, numbers, phone) => {
    const there = await begin()
    expect(await there.post(forms.listNumbersForm, { numbers, effect: "block" })).toEqual({ go: "/admin?done=block" })
    const before = there.auth.outbox.length
    const refused = await ask(there, phone, "one@example.com")
    expect([refused.status, refused.body.error ?? refused.body.code]).toContain("registration_blocked")
    expect(there.auth.outbox).toHaveLength(before)
    const [entry] = await there.auth.core.firewall.lists.read()
    await there.post(forms.unlistNumbersForm, { kind: entry?.kind ?? "", value: entry?.value ?? "" })
    await must(201, ask(there, phone, "two@example.com"))
    expect((await there.deeds()).map(({ kind }) => kind)).toEqual(["console-entry-removed", "console-blocked"])
  })

  test("what no entry is called is taken off no list, and leaves no words in the record", async () => {
    const there = await begin()
    for (const value of ["\0", "+1\u202e720", "+1 (720)", "", "hk", "HKG", "\ud800"])
      expect(await there.post(forms.unlistNumbersForm, { kind: "prefix", value })).toHaveProperty("problems")
    expect(await there.deeds()).toEqual([])
  })

  test("what is allowed passes the rule on numbers in a row, which holds everybody else up", async () => {
    const there = await begin()
    const row = (from: number) => Array.from({ length: 18 }, (_, place) => `+1720555${from + place}`)
    const statuses = async (numbers: string[]) => {
      const found = []
      for (const phone of numbers) found.push((await ask(there, phone, `${phone.slice(1)}@example.com`)).status)
      return found
    }
    expect(await statuses(row(7000))).toContain(429)
    await there.post(forms.listNumbersForm, { numbers: "+1720555", effect: "allow" })
    expect(new Set(await statuses(row(8000)))).toEqual(new Set([201]))
  })

  test("what is allowed is held to the budget of money all the same", async () => {
    const there = await begin()
    await there.post(forms.listNumbersForm, { numbers: "US", effect: "allow" })
    const db = await testDatabase({ empty: false })
    await db.budget.updateMany({ where: { name: { startsWith: "all:" } }, data: { spent: dollars(1000) } })
    expect((await ask(there, "+17205557777", "one@example.com")).status).toBe(503)
  })

  test.each(["", "X", "ZZ", "USA", "+1", "+12345678901", "1303", "+1303x", "constructor"])(
    "%j is refused",
    async (numbers) => {
      const { post, auth, deeds } = await begin()
      const answer = await post(forms.listNumbersForm, { numbers, effect: "block" })
      expect(answer).toMatchObject({ problems: [{ message: expect.stringContaining("Enter a country") }] })
      expect(await auth.core.firewall.lists.read()).toEqual([])
      expect(await deeds()).toEqual([])
    },
  )

  test("an operator does not lock themselves out", async () => {
    const { post, auth } = await begin()
    for (const numbers of ["US", me.phone.slice(0, 6)])
      expect(await post(forms.listNumbersForm, { numbers, effect: "block" })).toMatchObject({
        problems: [{ field: "numbers" }],
      })
    expect(await auth.core.firewall.lists.read()).toEqual([])
  })

  test("the record of it holds no more of a number than was typed, and names who did it", async () => {
    const { post, deeds, id } = await begin()
    await post(forms.listNumbersForm, { numbers: "+1720", effect: "block" })
    expect(await deeds()).toMatchObject([{ kind: "console-blocked", reason: "prefix +1720" }])
    const db = await testDatabase({ empty: false })
    expect(await db.event.count({ where: { kind: "console-blocked", accountId: id } })).toBe(1)
  })
})

describe("the mode", () => {
  test("pinned at 3 only known people get messages, and let go it works by itself again", async () => {
    const there = await begin()
    expect(await there.post(forms.pinModeForm, { level: "3" })).toEqual({ go: "/admin?done=pinned" })
    there.auth.pass(hours(5))
    expect((await ask(there, "+17205557777", "one@example.com")).status).toBe(429)
    await must(200, there.auth.call("emailCheck", { body: { email: me.email }, address: elsewhere() }))
    await there.post(forms.unpinModeForm, {})
    for (let steps = 0; steps < 4; steps++) {
      there.auth.pass(minutes(16))
      await ask(there, `+1720555777${steps}`, `${steps}@example.com`)
    }
    await must(201, ask(there, "+17205556666", "last@example.com"))
    const modes = await there.auth.core.console.modes(20)
    expect(modes.map(({ level, pinned }) => [level, pinned]).reverse()).toEqual([
      [3, true],
      [3, false],
      [2, false],
      [1, false],
      [0, false],
    ])
    expect(modes.at(-1)?.evidence).toEqual({ by: "operator" })
  })

  test.each(["", "4", "-1", "1.5", "two"])("level %j is refused", async (level) => {
    const { post, auth } = await begin()
    expect(await post(forms.pinModeForm, { level })).toMatchObject({ problems: [{ message: "Choose a level" }] })
    expect(await auth.core.console.modes(20)).toEqual([])
  })

  test("pins and automatic changes at once come one after the other, and the pin stands", async () => {
    const there = await begin()
    const crowd = Array.from({ length: 6 }, (_, place) => ask(there, `+1720${555 + place}4321`, `${place}@example.com`))
    await Promise.all([...crowd, there.post(forms.pinModeForm, { level: "2" })])
    expect((await there.auth.core.console.modes(20))[0]).toMatchObject({ level: 2, pinned: true })
  })
})
