import { expect, test } from "vitest"
import { type Exposure, unknownScope } from "@/lib/firewall/books/exposure"
import { scopesOf } from "@/lib/firewall/books/scope"
import type { Message } from "@/lib/firewall/message"
import { dollars } from "@/lib/firewall/money"
import { type FirewallPolicy, firewallPolicy } from "@/lib/firewall/policy"
import type { Case, Rule } from "@/lib/firewall/rule"
import { attackMode } from "@/lib/firewall/rules/attack-mode"
import { conversion } from "@/lib/firewall/rules/conversion"
import { neighbourhood } from "@/lib/firewall/rules/neighbourhood"
import { openMoney } from "@/lib/firewall/rules/open-money"
import { after, hours, minutes } from "@/lib/time"

const now = new Date("2026-03-01T12:00:00Z")

/** A newcomer of Hong Kong with a good token, on a network of their own. */
const message: Message = {
  ...{ at: now, to: "newcomer", asNewcomer: true, realm: "handbid", channel: "sms", lane: "trusted", captcha: "good" },
  ...{ country: "HK", prefix: "+852912", block: "b", phone: "p", whose: "stranger", network: "n", client: "web" },
  ...{ place: "203.0.113.0/24", whitelabelId: 1, isRepeat: false, price: dollars(0.0723), lookupPrice: 0 },
}

const open = (open: number, more: Partial<Exposure> = {}): Exposure => ({ ...unknownScope(now), open, ...more })
const tripped = (count: number) => open(count, { until: after(now, hours(1)), trippedAt: after(now, -minutes(30)) })

type World = {
  /** What the scopes of these names owe. */
  owed?: Record<string, Exposure>
  /** What is spent of these rows. */
  spent?: Record<string, number>
  level?: 0 | 1
  about?: Partial<Message>
  policy?: FirewallPolicy
}

function judged(rule: Rule, world: World, score: number | undefined) {
  const { owed = {}, spent = {}, level = 0, about = {}, policy = firewallPolicy } = world
  const asked: Message = { ...message, ...about, ...(score !== undefined && { opinion: { source: "twilio", score } }) }
  const scopes = scopesOf(asked, policy)
  const exposures = new Map(scopes.map(({ name, key }) => [key, owed[name]]))
  const books = {
    exposure: (key: string) => exposures.get(key),
    spent: (name: string) => dollars(spent[name] ?? 0),
    mode: { level, since: now, pinned: false },
    listed: [],
  } as unknown as Case["books"]
  return rule.judge({ message: asked, scopes, books, policy, countries: "all", now })
}

const day = "2026-03-01"
const strict = { lane: "strict", captcha: "none" } as const
const ways: [string, Rule, World][] = [
  ["numbers that others used up, from a clean network", neighbourhood, { owed: { block: tripped(12) } }],
  ["a network that others used up, to a clean number", conversion, { owed: { network: tripped(70) } }],
  ["a client's breaker, as clean on one side", conversion, { owed: { client: tripped(500) } }],
  ["a country's breaker at home, as clean on one side", conversion, { owed: { country: tripped(60) } }],
  ["a country's breaker, at the steady rate", conversion, { owed: { country: tripped(60) }, about: strict }],
  [
    "a country's breaker, as a probe",
    conversion,
    { owed: { country: open(60, { until: now }) }, about: { country: "BD" } },
  ],
  [
    "a compulsory token where Google is out of reach, from a clean side",
    attackMode,
    {
      ...{ level: 1, owed: { "strict-lane": tripped(60) } },
      about: { lane: "strict", captcha: "unreachable" },
    },
  ],
  ["open money of which half is left", openMoney, { spent: { [`open:HK:${day}`]: 2.2 } }],
  ["open money of all that is spent, by what its country keeps", openMoney, { spent: { [`open:home:${day}`]: 5 } }],
  [
    "open money that is spent, from a network where people verify",
    openMoney,
    {
      ...{ spent: { [`open:HK:${day}`]: 9, [`open:home:${day}`]: 9 } },
      owed: { network: open(0, { verified: 9 }) },
    },
  ],
]

test.each(ways)("a doubted number does not pass by %s", (_, rule, world) => {
  expect(judged(rule, world, undefined)).toBeUndefined()
  expect(judged(rule, world, 0.79)).toBeUndefined()
  const no = judged(rule, world, 0.8)
  expect(no).toBeDefined()
})

test.each(ways)("and where nothing stands open it passes, without %s", (_, rule, { about = {} }) => {
  expect(judged(rule, { about }, 1)).toBeUndefined()
})

test("a bad opinion alone refuses nobody however tight operators make it", () => {
  const { strangerBlock, open } = firewallPolicy
  const elsewhere = { country: "BD", price: dollars(0.5962) }
  const one = { ...firewallPolicy, strangerBlock: { ...strangerBlock, free: 1 } }
  expect(judged(neighbourhood, { policy: one, about: elsewhere }, 1)).toBeUndefined()
  const little = { ...open.elsewhere, each: dollars(0.8), all: dollars(0.8) }
  const tight = { ...firewallPolicy, open: { ...open, elsewhere: little } }
  expect(judged(openMoney, { policy: tight, about: elsewhere }, 1)).toBeUndefined()
  expect(
    judged(openMoney, { policy: tight, about: elsewhere, spent: { "open:BD:2026-03-01": 0.1 } }, 0),
  ).toBeUndefined()
  expect(judged(openMoney, { policy: tight, about: elsewhere, spent: { "open:BD:2026-03-01": 0.1 } }, 1)).toBeDefined()
})
