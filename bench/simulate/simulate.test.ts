import { describe, expect, test } from "vitest"
import { changed } from "@/bench/policy-file"
import { drive } from "@/bench/simulate/drive"
import { measure } from "@/bench/simulate/measure"
import { scenario, scenarioNames } from "@/bench/simulate/scenarios"
import { readTrace } from "@/bench/simulate/trace"
import { firewallPolicy } from "@/lib/abuse/firewall-policy"
import { dollars } from "@/lib/abuse/money"
import { hours } from "@/lib/time"

const person = { ip: "203.0.113.7", email: "pat@example.com", phone: "+13035551234", country: "US", label: "human" }
const bot = (index: number) => ({
  ...{ at: 1000 * index, ip: "198.51.100.9", op: "register", email: `bot${index}@mail.example`, label: "bot" },
  phone: `+1303556${1000 + index}`,
  country: "US",
  captcha: 0.9,
})
const lines = (...all: object[]) => all.map((line) => JSON.stringify(line)).join("\n")

describe("an outside trace", () => {
  test("is run as it is written, and measured as bench/README.md says", async () => {
    const text = lines(
      { ...person, at: 0, op: "register", captcha: 0.9 },
      { ...person, at: 20_000, op: "verify", captcha: null, pin: "wrong" },
      { ...person, at: 30_000, op: "verify", captcha: null, pin: "right" },
      ...Array.from({ length: 20 }, (_, index) => bot(index)),
      { ...person, at: 90_000_000, op: "check-email", captcha: "invalid" },
      { ...person, at: 90_010_000, op: "verify", captcha: null, pin: "right" },
    )
    const { outcomes, maxMode } = await drive(readTrace("outside", text))
    expect(measure("outside", outcomes, maxMode)).toEqual({
      scenario: "outside",
      bot: { attempts: 20, sent: 5, spend: 0.0415, undefendedSpend: 0.166, baselineSpend: 0.166 },
      people: { all: 1, served: 1, delayed: 0, refused: 0 },
      known: { all: 1, served: 1 },
      maxMode: 0,
    })
  })

  test("a person who never got a message cannot type its PIN, and counts as refused", async () => {
    const text = lines({ ...person, at: 0, op: "verify", captcha: null, pin: "right" })
    const { outcomes } = await drive(readTrace("unsent", text))
    expect(measure("unsent", outcomes, 0).people).toEqual({ all: 1, served: 0, delayed: 0, refused: 1 })
  })

  test("the baseline lets good tokens through, and 10 in 5 minutes of an address without", () => {
    const without = Array.from({ length: 30 }, (_, index) => ({ ...bot(index), captcha: null }))
    const outcomes = readTrace("baseline", lines(...without)).lines.map((line) => ({
      line,
      refusal: undefined,
      sent: [],
    }))
    const { undefendedSpend, baselineSpend } = measure("baseline", outcomes, 0).bot
    expect([undefendedSpend, baselineSpend]).toEqual([0.249, 0.083])
  })

  test.each([
    ["not JSON", "{", "line 1: it is not JSON"],
    ["an unknown op", lines({ ...person, at: 0, op: "dance" }), "line 1"],
    ["a line after good ones", lines({ ...person, at: 0, op: "resend" }, { ...person, op: "resend" }), "line 2"],
  ])("with %s is refused, and the line is named", (_, text, words) => {
    expect(() => readTrace("bad.jsonl", text)).toThrow(words)
  })
})

test("a scenario is the same for the same seed, and another for another", () => {
  expect(scenario("gala", "one")).toEqual(scenario("gala", "one"))
  expect(scenario("gala", "one")).not.toEqual(scenario("gala", "two"))
  expect(scenarioNames).toContain("slow-and-low-week")
})

describe("a file of thresholds", () => {
  test("changes what it names, in words for money and time, and nothing else", () => {
    const policy = changed(firewallPolicy, { block: { free: 3, cool: "12h" }, countryFree: { money: "$1.50" } }, "")
    expect(policy.block).toEqual({ ...firewallPolicy.block, free: 3, cool: hours(12) })
    expect(policy.countryFree.money).toBe(dollars(1.5))
    expect({ ...policy, block: 0, countryFree: 0 }).toEqual({ ...firewallPolicy, block: 0, countryFree: 0 })
  })

  test("may price any country, and otherwise names no threshold that does not exist", () => {
    expect(changed(firewallPolicy, { prices: { BD: 0.1 } }, "").prices).toEqual({ BD: 0.1 })
    expect(() => changed(firewallPolicy, { block: { fre: 3 } }, "")).toThrow("there is no threshold block.fre")
    expect(() => changed(firewallPolicy, { block: { free: "many" } }, "")).toThrow("block.free must be a number")
  })
})
