import { expect, test } from "vitest"
import { cooldowns } from "@/lib/store/cooldowns"
import { testDatabase } from "@/lib/testing/test-database"
import { after, hours, seconds } from "@/lib/time"

const start = new Date("2026-03-01T12:00:00Z")
const open = async () => cooldowns(await testDatabase({ empty: true }))

test("the wait doubles with each message: 30 s, 1 min, 2 min, …, an hour at most", async () => {
  const waits = await open()
  let now = start
  const lengths: number[] = []
  for (let n = 0; n < 9; n += 1) {
    const { won, until } = await waits.start("someone", "phone", now)
    expect(won).toBe(true)
    lengths.push((until.getTime() - now.getTime()) / 1000)
    now = until
  }
  expect(lengths).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600])
})

test("while it runs nobody wins, and all are told the same end", async () => {
  const waits = await open()
  const { until } = await waits.start("someone", "phone", start)
  expect(await waits.start("someone", "phone", after(start, seconds(29)))).toEqual({ won: false, until })
})

test("of 50 at once one wins", async () => {
  const waits = await open()
  const answers = await Promise.all(Array.from({ length: 50 }, () => waits.start("someone", "phone", start)))
  expect(answers.filter(({ won }) => won)).toHaveLength(1)
})

test("a corrected phone need not wait, and does not free the first one from its wait", async () => {
  const waits = await open()
  const first = await waits.start("someone", "wrong phone", start)
  expect(await waits.start("someone", "right phone", start)).toEqual({ won: true, until: after(start, seconds(30)) })
  expect(await waits.start("someone", "wrong phone", start)).toEqual({ won: false, until: first.until })
})

test("after an hour's rest it begins anew", async () => {
  const waits = await open()
  const { until } = await waits.start("someone", "phone", start)
  const rested = after(until, hours(1))
  expect(await waits.start("someone", "phone", rested)).toEqual({ won: true, until: after(rested, seconds(30)) })
})

test("a start that is taken back was never made", async () => {
  const waits = await open()
  const { until } = await waits.start("someone", "phone", start)
  await waits.release("someone", "phone", until, start)
  expect(await waits.start("someone", "phone", start)).toEqual({ won: true, until: after(start, seconds(30)) })
})

test("taking back an older start leaves the one that runs now", async () => {
  const waits = await open()
  const first = await waits.start("someone", "phone", start)
  const second = await waits.start("someone", "phone", first.until)
  await waits.release("someone", "phone", first.until, first.until)
  expect(await waits.start("someone", "phone", first.until)).toEqual({ won: false, until: second.until })
})
