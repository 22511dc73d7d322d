import { afterAll, describe, expect, test } from "vitest"
import { readEnv } from "@/lib/env"
import { newId } from "@/lib/outside/chance"
import { limitsInPostgres } from "@/lib/store/limits-in-postgres"
import { limitsInRedis } from "@/lib/store/limits-in-redis"
import { testDatabase } from "@/lib/testing/test-database"
import { after, minutes, seconds } from "@/lib/time"

const { REDIS_URL } = readEnv()
const redis = REDIS_URL ? limitsInRedis(REDIS_URL, () => undefined) : undefined
afterAll(() => redis?.close())

const stores = {
  Postgres: async () => limitsInPostgres(await testDatabase({ empty: true })),
  ...(redis && { Redis: async () => redis }),
}
const quota = { name: "pin", points: 3, window: minutes(5) } as const
const now = new Date("2026-03-01T12:00:00Z")

describe.each(Object.entries(stores))("limits in %s", (_, open) => {
  test("a budget is spent, says when it will be whole again, and is", async () => {
    const limits = await open()
    const key = newId()
    for (let n = 0; n < quota.points; n += 1) expect(await limits.take([{ key, quota }], now)).toEqual({ taken: true })
    expect(await limits.take([{ key, quota }], after(now, minutes(1)))).toEqual({
      taken: false,
      quota,
      retryAt: after(now, minutes(5)),
    })
    expect(await limits.take([{ key, quota }], after(now, minutes(5)))).toEqual({ taken: true })
  })

  test("of 50 at once exactly so many as the budget has get one", async () => {
    const limits = await open()
    const key = newId()
    const answers = await Promise.all(Array.from({ length: 50 }, () => limits.take([{ key, quota }], now)))
    expect(answers.filter((answer) => answer.taken)).toHaveLength(quota.points)
  })

  test("what is given back can be taken again, and never more than was taken", async () => {
    const limits = await open()
    const key = newId()
    await limits.take([{ key, quota }], now)
    await limits.giveBack([key], now)
    await limits.giveBack([key], now)
    const answers = await Promise.all(Array.from({ length: 4 }, () => limits.take([{ key, quota }], now)))
    expect(answers.filter((answer) => answer.taken)).toHaveLength(quota.points)
  })

  test("of several budgets one of each is taken, or of none, and the first that is used up is named", async () => {
    const limits = await open()
    const [roomy, narrow] = [newId(), newId()]
    const one = { name: "hour", points: 1, window: minutes(1) } as const
    const both = [
      { key: roomy, quota },
      { key: narrow, quota: one },
    ]
    expect(await limits.take(both, now)).toEqual({ taken: true })
    const refused = { taken: false, quota: one, retryAt: after(now, minutes(1)) }
    for (let n = 0; n < 5; n += 1) expect(await limits.take(both, now)).toEqual(refused)
    // What was refused took nothing of the other: two of its three are left.
    const rest = await Promise.all(Array.from({ length: 5 }, () => limits.take([{ key: roomy, quota }], now)))
    expect(rest.filter((answer) => answer.taken)).toHaveLength(2)
  })

  test("of 50 at once that want of two budgets no more get one than the narrower has, and the other keeps its rest", async () => {
    const limits = await open()
    const [roomy, narrow] = [newId(), newId()]
    const wide = { name: "strict-place", points: 20, window: minutes(5) } as const
    const both = [
      { key: roomy, quota: wide },
      { key: narrow, quota },
    ]
    const answers = await Promise.all(Array.from({ length: 50 }, () => limits.take(both, now)))
    expect(answers.filter((answer) => answer.taken)).toHaveLength(quota.points)
    const rest = await Promise.all(Array.from({ length: 30 }, () => limits.take([{ key: roomy, quota: wide }], now)))
    expect(rest.filter((answer) => answer.taken)).toHaveLength(wide.points - quota.points)
  })

  test("keys do not share", async () => {
    const limits = await open()
    const one = { ...quota, points: 1 }
    const [first, second] = [newId(), newId()]
    expect(await limits.take([{ key: first, quota: one }], now)).toEqual({ taken: true })
    expect(await limits.take([{ key: second, quota: one }], now)).toEqual({ taken: true })
    expect(await limits.take([{ key: first, quota: one }], now)).toMatchObject({ taken: false })
  })
})

test("Redis out of reach is an error within two seconds, never a yes", async () => {
  const gone = limitsInRedis("redis://127.0.0.1:1", () => undefined)
  const answer = Promise.race([
    gone.take([{ key: "key", quota }], now).then(
      () => "yes",
      () => "error",
    ),
    new Promise((resolve) => setTimeout(resolve, seconds(2), "hung")),
  ])
  expect(await answer).toBe("error")
  await gone.close()
})
