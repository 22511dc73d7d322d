import { describe, expect, test } from "vitest"
import {
  allowance,
  asOf,
  charge,
  judge,
  release,
  type ScopePolicy,
  settle,
  trip,
  unknownScope,
} from "@/lib/firewall/books/exposure"
import { after, hours, minutes } from "@/lib/time"

const start = new Date("2026-03-02T12:00:00Z")
const policy: ScopePolicy = {
  free: 4,
  perVerified: 1,
  halfLife: hours(1),
  cool: minutes(10),
  longestCool: hours(1),
  probes: 2,
  closeAfter: 2,
}
const at = (minutesLater: number) => after(start, minutes(minutesLater))

/** A scope with so many open messages, sent one after the other at the start. */
const withOpen = (count: number) =>
  Array.from({ length: count }).reduce<ReturnType<typeof unknownScope>>(
    (scope) => charge(scope, 1),
    unknownScope(start),
  )

/** A scope that has just tripped. */
const tripped = () => trip(withOpen(4), policy, start)

describe("before the breaker trips", () => {
  test("as many may stand open as are free, and the next one trips it", () => {
    expect(judge(withOpen(3), policy, 1, start)).toEqual({ pass: true, probing: false })
    expect(judge(withOpen(4), policy, 1, start)).toEqual({ pass: false, retryAt: at(10), trips: true })
  })

  test("each message that was verified makes room for one more than it gives back", () => {
    const verified = settle(withOpen(4), policy, 1, start)
    expect([verified.open, verified.verified]).toEqual([3, 1])
    expect(allowance(verified, policy)).toBe(5)
  })

  test("what is open and what was verified count half after the half-life", () => {
    const scope = asOf({ ...withOpen(4), verified: 2 }, policy, at(60))
    expect([scope.open, scope.verified]).toEqual([2, 1])
  })

  test("a message that was not sent leaves nothing behind, however late that is known", () => {
    expect(release(asOf(withOpen(1), policy, at(60)), policy, 1, start).open).toBe(0)
  })

  test("a clock that runs behind fades nothing and gives nothing back twice", () => {
    const scope = asOf(withOpen(2), policy, at(-30))
    expect([scope.open, scope.at]).toEqual([2, start])
  })
})

describe("after it tripped", () => {
  test("nothing passes before the pause is over, and no attempt lengthens it", () => {
    expect(judge(tripped(), policy, 1, at(9))).toEqual({ pass: false, retryAt: at(10), trips: false })
  })

  test("then a few probes pass, and without an answer to them it trips for twice as long", () => {
    const first = asOf(tripped(), policy, at(10))
    expect(judge(first, policy, 1, at(10))).toEqual({ pass: true, probing: true })
    const probed = charge(charge(first, 1), 1)
    expect(judge(probed, policy, 1, at(11))).toEqual({ pass: false, retryAt: at(31), trips: true })
    const again = trip(probed, policy, at(11))
    expect([again.trips, again.until]).toEqual([2, at(31)])
  })

  test("the pause never grows beyond the longest", () => {
    const often = { ...tripped(), trips: 30 }
    expect(trip(often, policy, start).until).toEqual(at(60))
  })

  test("probes that are verified close it, with half of the room free", () => {
    const probing = charge(charge(asOf(tripped(), policy, at(10)), 1), 1)
    const one = settle(probing, policy, 1, at(10))
    expect(one.until).not.toBeNull()
    const closed = settle(one, policy, 1, at(10))
    expect([closed.until, closed.probes, closed.wins]).toEqual([null, 0, 0])
    expect(closed.open).toBeLessThanOrEqual(allowance(closed, policy) / 2)
  })

  test("verified messages from before it tripped are no probes", () => {
    const scope = { ...tripped(), open: 40 }
    const settled = [1, 2, 3].reduce((sum) => settle(sum, policy, 1, at(-1)), scope)
    expect(settled.until).not.toBeNull()
  })

  test("it closes by itself only once half of the room is free again", () => {
    expect(asOf(tripped(), policy, at(59)).until).not.toBeNull()
    expect(asOf(tripped(), policy, at(61)).until).toBeNull()
  })
})
