import { describe, expect, test } from "vitest"

import { unknownScope } from "@/lib/firewall/books/exposure"
import { scopesOf } from "@/lib/firewall/books/scope"
import type { Message } from "@/lib/firewall/message"
import { type ListEntry, listedAs, listedFor } from "@/lib/firewall/operator-list"
import { firewallPolicy } from "@/lib/firewall/policy"
import type { Case } from "@/lib/firewall/rule"
import { attackMode } from "@/lib/firewall/rules/attack-mode"
import { conversion } from "@/lib/firewall/rules/conversion"
import { neighbourhood } from "@/lib/firewall/rules/neighbourhood"
import { operatorList } from "@/lib/firewall/rules/operator-list"

const now = new Date("2026-03-01T12:00:00Z")
const entry = (kind: ListEntry["kind"], value: string, effect: ListEntry["effect"]): ListEntry => ({
  ...{ kind, value, effect },
  addedAt: now,
})

const message: Message = {
  ...{
    at: now,
    to: "newcomer",
    asNewcomer: true,
    realm: "goodcity",
    channel: "sms",
    lane: "strict",
    captcha: "none",
    country: "HK",
    prefix: "+852912",
    block: "b",
  },
  ...{ network: "n", place: "203.0.113.0/24", client: "web", whitelabelId: 1, isRepeat: false, price: 56_000 },
  ...{ lookupPrice: 0, phone: "phone", whose: "stranger", number: "+85291234567" },
}

/** Books in which everything is full of unverified messages. */
const full = (listed: ListEntry[], about: Partial<Message> = {}) => {
  const asked = { ...message, ...about }
  const exposure = () => ({ ...unknownScope(now), open: 1e6 })
  const books = { exposure, listed, mode: { level: 1, since: now, pinned: true } } as unknown as Case["books"]
  const thresholds = { policy: firewallPolicy, countries: "all", now } as const
  return { message: asked, scopes: scopesOf(asked, firewallPolicy), books, ...thresholds }
}

describe("what an operator allowed", () => {
  const allowed = [entry("prefix", "+85291234", "allow")]

  test.each([neighbourhood, conversion])("$name asks everybody else, and not them", ({ judge }) => {
    expect(judge(full([]))).toMatchObject({ verdict: "refuse" })
    expect(judge(full(allowed))).toBeUndefined()
    expect(judge(full(allowed, { number: "+85299999999" }))).toMatchObject({ verdict: "refuse" })
  })

  test("the attack mode asks them too", () => {
    expect(attackMode.judge(full(allowed))).toMatchObject({ verdict: "ask" })
  })
})

test("the longest prefix stands, and a prefix stands over its country", () => {
  const list = [entry("country", "HK", "block"), entry("prefix", "+852", "allow"), entry("prefix", "+85291", "block")]
  expect(listedAs(list, "HK", "+85291234567")?.effect).toBe("block")
  expect(listedAs(list, "HK", "+85261234567")?.effect).toBe("allow")
  expect(listedAs(list.slice(0, 1), "HK", "+85261234567")?.effect).toBe("block")
  expect(listedAs(list, "GB", "+447700900123")).toBeUndefined()
})

test("a prefix is held against the number while it is known, and against its coarse prefix afterwards", () => {
  const list = [entry("prefix", "+85291234", "block")]
  expect(listedFor(message, list)?.effect).toBe("block")
  expect(operatorList.judge(full(list))).toMatchObject({ why: { blocked: "prefix +85291234" } })
  expect(listedFor({ ...message, number: undefined }, list)).toBeUndefined()
  expect(listedFor({ ...message, number: undefined }, [entry("prefix", "+8529", "block")])?.effect).toBe("block")
})
