import { expect, test } from "vitest"
import { anywhereIn, flood, noToken, proxies } from "@/bench/simulate/attacks"
import { drive } from "@/bench/simulate/drive"
import { measure } from "@/bench/simulate/measure"
import { peopleOf } from "@/bench/simulate/people"
import { driveQuickly } from "@/bench/simulate/quickly"
import { randomFrom } from "@/bench/simulate/random"
import { scenario } from "@/bench/simulate/scenarios"
import { inOrder, type Trace, type TraceLine } from "@/bench/simulate/trace"
import { testDatabase } from "@/lib/testing/test-database"
import { hours, minutes } from "@/lib/time"

const emptied = async () => ({ db: await testDatabase({ empty: true }), close: async () => undefined })

/** So many bots without a token, and a few people, one after the other. */
function trace(change: (line: TraceLine) => TraceLine, about: Partial<Trace> = {}): Trace {
  const random = randomFrom("other ways")
  const people = peopleOf(random)
  const attack = { attempts: 120, from: minutes(1), to: hours(1), captcha: noToken }
  const bots = flood({ ...attack, ip: proxies(120, random), phone: anywhereIn(["US"], random) })
  const lines = inOrder([...people.ordinary(200, 0, hours(2)), ...bots])
  return { name: "other ways", lines: lines.map(change), ...about }
}

const both = async (trace: Trace) => ({
  quick: measure(trace, await driveQuickly(trace)),
  whole: measure(trace, await drive(trace, { database: await emptied() })),
})

test("whoever works gets as much as with a token, once a puzzle, in both drivers alike", async () => {
  const works = trace((line) => (line.label === "bot" ? { ...line, works: true } : line))
  const idle = trace((line) => line)
  const { quick, whole } = await both(works)
  expect(quick).toEqual(whole)
  expect(quick.bot.puzzles).toBeGreaterThan(10)
  expect(quick.bot.sent).toBeGreaterThan(measure(idle, await driveQuickly(idle)).bot.sent)
})

test("a channel that the line names is used and paid for at its price, in both drivers alike", async () => {
  const channelPrices = { whatsapp: { "*": 0.02 } }
  const about = { channels: ["sms", "whatsapp"], channelPrices } satisfies Partial<Trace>
  const { quick, whole } = await both(
    trace((line) => (line.label === "bot" ? { ...line, captcha: 0.9, channel: "whatsapp" } : line), about),
  )
  expect(quick).toEqual(whole)
  expect(quick.bot.sent).toBeGreaterThan(50)
  expect(quick.bot.spend).toBeCloseTo(0.02 * quick.bot.sent, 5)
  expect(quick.bot.undefendedSpend).toBeCloseTo(0.02 * quick.bot.attempts, 5)
})

test("people whose texts are held up take the channel that the page offers with the refusal, in both drivers alike", async () => {
  const person = { ip: "203.0.113.7", email: "pat@example.com", phone: "+13035551234", country: "US" } as const
  const about = { ...person, label: "human", otherwise: "whatsapp" } as const
  const crowd = flood({
    ...{ attempts: 20, from: 0, to: minutes(10), captcha: () => 0.9 },
    ...{
      ip: proxies(20, randomFrom("row")),
      phone: (index: number) => ({ phone: `+8801711${100_000 + index}`, country: "BD" }),
    },
  })
  const bangla = { ...about, phone: "+8801711100999", country: "BD" } as const
  const lines: TraceLine[] = [
    ...crowd,
    { ...bangla, at: minutes(11), op: "register", captcha: 0.9 },
    { ...bangla, at: minutes(12), op: "verify", captcha: null, pin: "right" },
  ]
  const channels = ["sms", "whatsapp"] as const
  const { quick, whole } = await both({ name: "held up", lines, channels })
  expect(quick).toEqual(whole)
  expect(quick.people).toEqual({ all: 1, served: 1, delayed: 0, refused: 0 })
  const without = { name: "no other", lines }
  expect(measure(without, await driveQuickly(without)).people.served).toBe(0)
})

const run = async (name: string) => {
  const trace = scenario(name)
  return measure(trace, await driveQuickly(trace))
}

test("a carrier that loses every text to a country for two hours loses nobody who takes WhatsApp", async () => {
  const { people, known } = await run("texts-lost")
  expect(people.served).toBe(people.all)
  expect(known.served).toBe(known.all)
})
