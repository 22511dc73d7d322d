import { describe, expect, test } from "vitest"
import { firewallPolicy } from "@/lib/firewall/policy"
import { bd, door, inTurn, kinds, us, withMoney } from "@/lib/testing/door"
import { hours, minutes, seconds } from "@/lib/time"

describe("neighbourhood", () => {
  test("of a row of numbers 15 get a message, and everybody else is told when to come back", async () => {
    const { ask, decisions } = await door()
    const answers = await inTurn(20, (index) => ask(us(1000 + index), "US"))
    expect(kinds(answers)).toEqual([...Array(15).fill("sent"), ...Array(5).fill("limited")])
    expect(answers[19]?.refusal).toMatchObject({ retryAt: expect.any(Date) })
    expect((await decisions()).at(-1)).toMatchObject({ refusedBy: "neighbourhood", outcome: "refused", reserved: 0 })
  })

  test("a family whose members verify one after the other is never held up", async () => {
    const { ask } = await door()
    const answers = await inTurn(30, async (index) => {
      const answer = await ask(us(1000 + index), "US")
      await answer.verify?.()
      return answer
    })
    expect(kinds(answers)).toEqual(Array(30).fill("sent"))
  })

  test("whoever asks again for the same number is no new neighbour, and is still limited by the phone's own cap", async () => {
    const { block, vouched } = firewallPolicy
    const { auth, ask } = await door({
      policy: { block: { ...block, free: 15 }, vouched: { ...vouched, numbers: { ...vouched.numbers, free: 0 } } },
    })
    await inTurn(14, (index) => ask(us(1001 + index), "US"))
    const answers = await inTurn(4, async () => {
      auth.pass(minutes(10))
      return ask(us(1000), "US", { subject: "pat@example.com" })
    })
    expect(kinds(answers)).toEqual(Array(4).fill("sent"))
    expect(kinds([await ask(us(1016), "US")])).toEqual(["limited"])
  })
})

describe("conversion", () => {
  test("a dear country where nobody verifies gets a handful of messages; after a pause it is probed, and verified probes reopen it", async () => {
    const { auth, ask } = await door({ policy: withMoney })
    const flood = await inTurn(12, (index) => ask(bd(index), "BD"))
    expect(kinds(flood)).toEqual([...Array(3).fill("sent"), ...Array(9).fill("limited")])
    auth.pass(hours(1))
    const probes = await inTurn(3, (index) => ask(bd(100 + index), "BD"))
    expect(kinds(probes)).toEqual([...Array(2).fill("sent"), "limited"])
    auth.pass(hours(2))
    const again = await inTurn(2, (index) => ask(bd(200 + index), "BD"))
    expect(kinds(again)).toEqual(["sent", "sent"])
    for (const { verify } of again) await verify?.()
    expect(kinds(await inTurn(2, (index) => ask(bd(300 + index), "BD")))).toEqual(Array(2).fill("sent"))
  })

  test("a network whose messages nobody verifies is shut, and others are not", async () => {
    const { network, vouched } = firewallPolicy
    const { ask } = await door({
      policy: { network: { ...network, free: 4 }, vouched: { ...vouched, networks: { ...vouched.networks, free: 2 } } },
    })
    const from = (address: string) => (index: number) => ask(`+1303${200 + index * 10}4000`, "US", { address })
    // Four that are free, and two that clean numbers vouch for.
    const shut = await inTurn(8, from("198.51.100.7"))
    expect(kinds(shut)).toEqual([...Array(6).fill("sent"), ...Array(2).fill("limited")])
    expect(kinds([await from("192.0.2.7")(9)])).toEqual(["sent"])
  })

  test("strangers' countries share an allowance of money, whatever country comes next", async () => {
    const { ask, decisions } = await door()
    expect(kinds(await inTurn(4, (index) => ask(bd(index), "BD")))).toEqual([...Array(3).fill("sent"), "limited"])
    expect((await ask("+94712345678", "LK")).refusal).toMatchObject({ kind: "limited" })
    expect((await decisions()).at(-1)).toMatchObject({ refusedBy: "open-money" })
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
  test("gets a PIN on a device that signed in before, whatever strangers asked for; elsewhere the waits hold", async () => {
    const { auth, ask } = await door()
    const victim = { subject: "pat@example.com", to: "known" } as const
    const strangers = await inTurn(12, async () => {
      auth.pass(hours(2))
      return ask(us(1), "US", { ...victim, whose: "stranger" })
    })
    expect(kinds(strangers)).toContain("limited")
    expect(kinds([await ask(us(1), "US", { ...victim, whose: "stranger" })])).not.toEqual(["sent"])
    expect(kinds([await ask(us(1), "US", { ...victim, whose: "home" })])).toEqual(["sent"])
    expect(kinds([await ask(us(1), "US", { ...victim, whose: "home" })])).toEqual(["wait"])
  })
})
