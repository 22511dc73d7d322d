import { describe, expect, test } from "vitest"
import { dollars } from "@/lib/firewall/money"
import { firewallPolicy } from "@/lib/firewall/policy"
import { bd, door, inTurn, kinds, withMoney } from "@/lib/testing/door"
import { days, hours } from "@/lib/time"

const hk = (index: number) => `+8526${String(1_000_000 + index * 10_007).slice(-7)}`

describe("what one phone costs in a day", () => {
  test("is bounded by price, under however many emails it is verified; the next day it has money again", async () => {
    const { auth, ask, decisions } = await door()
    const again = async () => {
      auth.pass(hours(1))
      const answer = await ask(hk(1), "HK")
      await answer.verify?.()
      return answer
    }
    expect(kinds(await inTurn(5, again))).toEqual([...Array(3).fill("sent"), ...Array(2).fill("limited")])
    expect((await decisions()).at(-1)).toMatchObject({ refusedBy: "own-money" })
    auth.pass(days(1))
    expect(kinds([await again()])).toEqual(["sent"])
  })

  test("does not begin anew at midnight: two texts before it and two after are three", async () => {
    const { auth, ask } = await door()
    auth.pass(hours(11))
    const before = await inTurn(2, () => ask(hk(1), "HK"))
    auth.pass(hours(2))
    const after = await inTurn(2, () => ask(hk(1), "HK"))
    expect(kinds([...before, ...after])).toEqual(["sent", "sent", "sent", "limited"])
  })

  test("leaves the owner a text on a known device, whatever strangers asked for", async () => {
    const { auth, ask } = await door()
    const strangers = await inTurn(5, () => {
      auth.pass(hours(1))
      return ask(hk(1), "HK", { to: "known" })
    })
    expect(kinds(strangers)).toEqual([...Array(2).fill("sent"), ...Array(3).fill("limited")])
    expect(kinds([await ask(hk(1), "HK", { to: "known", whose: "home" })])).toEqual(["sent"])
  })
})

describe("what is spare beyond it", () => {
  const mine = (number: number) => ({ to: "known", whose: "home", subject: `pat${number}@example.com` }) as const
  const { owner } = firewallPolicy.own
  const spare = (texts: number) => ({
    own: { ...firewallPolicy.own, sparePart: 0, owner: { ...owner, spare: texts * dollars(0.0723) } },
  })
  const signIns = (count: number, verifies: boolean, { ask, auth }: Awaited<ReturnType<typeof door>>, number = 1) =>
    inTurn(count, async () => {
      auth.pass(hours(1))
      const answer = await ask(hk(number), "HK", mine(number))
      if (verifies) await answer.verify?.()
      return answer
    })
  const sent = (answers: Parameters<typeof kinds>[0]) => kinds(answers).filter((kind) => kind === "sent").length

  test("lets a known person on their own device sign in more often than their own money does", async () => {
    expect(sent(await signIns(5, true, await door({ policy: spare(2) })))).toBe(owner.texts + 2)
  })

  test("is one sum for all of a country's people, so that many accounts get no more of it than one", async () => {
    const asked = await door({ policy: spare(2) })
    expect(sent(await signIns(4, true, asked, 1))).toBe(4)
    expect(sent(await signIns(5, true, asked, 2))).toBe(4)
    expect(sent(await signIns(5, true, asked, 3))).toBe(3)
  })

  test("is for whoever verified the last one alone", async () => {
    const asked = await door({ policy: { ...spare(2), unread: { ...firewallPolicy.unread, free: 9 } } })
    expect(sent(await signIns(3, false, asked))).toBe(3)
    expect(sent(await signIns(1, false, asked))).toBe(0)
  })

  test("is there again where a text did not leave, and so is the phone's own", async () => {
    const asked = await door({ policy: spare(1) })
    await signIns(3, true, asked)
    for (let turn = 0; turn < 3; turn++) {
      const [answer] = await signIns(1, true, asked)
      expect(answer?.refusal).toBeUndefined()
      await answer?.admission?.withdraw()
    }
  })
})

describe("known people who verify nothing", () => {
  // Bangladesh's money for newcomers is used up, so that it shows who is judged like one.
  const closed = async () => {
    const asked = await door({ policy: { own: withMoney.own, growth: withMoney.growth } })
    await inTurn(4, (index) => asked.ask(bd(10 + index), "BD"))
    return asked
  }
  const known = { to: "known", subject: "pat@example.com", whose: "home" } as const

  test("are judged like newcomers after two texts in a row", async () => {
    const { auth, ask } = await closed()
    const answers = await inTurn(3, () => {
      auth.pass(hours(1))
      return ask(bd(1), "BD", known)
    })
    expect(kinds(answers)).toEqual(["sent", "sent", "limited"])
  })

  test("and are known again once they verify", async () => {
    const { auth, ask } = await closed()
    const answers = await inTurn(3, async () => {
      auth.pass(hours(1))
      const answer = await ask(bd(1), "BD", known)
      await answer.verify?.()
      return answer
    })
    expect(kinds(answers)).toEqual(["sent", "sent", "sent"])
  })

  test("not for what strangers asked for in their name", async () => {
    const { auth, ask } = await closed()
    await inTurn(3, () => ask(bd(1), "BD", { ...known, whose: "stranger" }))
    auth.pass(hours(1))
    expect(kinds([await ask(bd(1), "BD", known)])).toEqual(["sent"])
  })
})
