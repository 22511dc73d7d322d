import { expect, test } from "vitest"
import type { Wait } from "@/lib/firewall/books/books"
import { nextWait } from "@/lib/firewall/rules/cool-down"
import { isRefusal } from "@/lib/refusal"
import { books } from "@/lib/store/books"
import { door, inTurn, kinds, us } from "@/lib/testing/door"
import { shortlyBefore } from "@/lib/testing/shortly-before"
import { testDatabase } from "@/lib/testing/test-database"
import { after, hours, seconds } from "@/lib/time"

const start = new Date("2026-03-01T12:00:00Z")
const someone = { subject: "someone@example.com", to: "known", whose: "home" } as const

test("the wait doubles with each message: 30 s, 1 min, 2 min, …, an hour at most", () => {
  let wait: Wait | undefined
  let now = start
  const lengths: number[] = []
  for (let n = 0; n < 9; n += 1) {
    wait = nextWait(wait, now)
    lengths.push((wait.until.getTime() - now.getTime()) / 1000)
    now = wait.until
  }
  expect(lengths).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600])
})

test("after an hour's rest it begins anew", () => {
  const { until } = nextWait({ sends: 5, until: start }, start)
  const rested = after(until, hours(1))
  expect(nextWait({ sends: 6, until }, rested)).toEqual({ sends: 1, until: after(rested, seconds(30)) })
})

test("while it runs nobody is sent anything, and all are told the same end", async () => {
  const { ask } = await door()
  const first = await ask(us(1), "US", someone)
  const until = first.admission?.resendAt
  const others = await inTurn(3, () => ask(us(1), "US", someone))
  for (const { refusal } of others) expect(refusal).toMatchObject({ kind: "wait", retryAt: until })
})

test("of 50 at once one is sent, and so it is where two machines ask", async () => {
  const { auth, ask } = await door()
  const other = { ...auth.core.firewall, books: books(await testDatabase({ empty: false })) }
  const mine = auth.core.firewall
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => {
      Object.assign(auth.core, { firewall: index % 2 ? mine : other })
      return ask(us(1), "US", someone)
    }),
  )
  expect(kinds(answers).filter((kind) => kind === "sent")).toHaveLength(1)
})

test("a corrected phone need not wait, and does not free the first one from its wait", async () => {
  const { auth, ask } = await door()
  const wrong = await ask(us(1), "US", someone)
  const right = await ask(us(2), "US", someone)
  expect(right.admission?.resendAt).toEqual(shortlyBefore(after(auth.now(), seconds(30))))
  expect((await ask(us(1), "US", someone)).refusal).toMatchObject({ retryAt: wrong.admission?.resendAt })
})

test("a wait that is taken back never began", async () => {
  const { auth, ask } = await door()
  await (await ask(us(1), "US", someone)).admission?.withdraw()
  const again = await ask(us(1), "US", someone)
  expect(isRefusal(again.refusal)).toBe(false)
  expect(again.admission?.resendAt).toEqual(shortlyBefore(after(auth.now(), seconds(30))))
})

test("taking back an older message leaves the wait that runs now", async () => {
  const { auth, ask } = await door()
  const first = await ask(us(1), "US", someone)
  auth.pass(seconds(31))
  const second = await ask(us(1), "US", someone)
  await first.admission?.withdraw()
  expect((await ask(us(1), "US", someone)).refusal).toMatchObject({ retryAt: second.admission?.resendAt })
})
