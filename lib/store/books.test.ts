import { expect, test } from "vitest"
import type { Issue } from "@/lib/challenge/challenge"
import type { Books, Names, OpenBooks } from "@/lib/firewall/books/books"
import { unknownScope } from "@/lib/firewall/books/exposure"
import { pinMode } from "@/lib/firewall/books/pin-mode"
import type { DrainingCharge } from "@/lib/limits/draining-budgets"
import { books } from "@/lib/store/books"
import { statementsDuring, testDatabase } from "@/lib/testing/test-database"
import { after, days, hours } from "@/lib/time"

const now = new Date("2026-03-01T12:00:00Z")
const budget = { name: "all:2026-03-01", endsAt: after(now, days(1)) }

/** So many machines on one database, each with books of its own. */
async function machines(count: number): Promise<Books[]> {
  const db = await testDatabase({ empty: true })
  return Array.from({ length: count }, () => books(db))
}

/** Every machine does the same so many times, all at once. */
const allAtOnce = <T>(all: Books[], times: number, names: Names, work: (open: OpenBooks) => T): Promise<T[]> =>
  Promise.all(all.flatMap((one) => Array.from({ length: times }, () => one.within(names, now, work))))

test("what several machines spend from one budget at once never exceeds it, and none of it is lost", async () => {
  const all = await machines(3)
  const taken = await allAtOnce(all, 20, { budgets: [budget] }, (open) => {
    if (open.spent(budget.name) + 3 > 50) return false
    open.spend(budget, 3, 50)
    return true
  })
  expect(taken.filter(Boolean)).toHaveLength(16)
  const [row] = await (await testDatabase({ empty: false })).budget.findMany()
  expect(Number(row?.spent)).toBe(48)
})

test("rows that every machine changes at once count each change, however often one forestalls another", async () => {
  const all = await machines(4)
  const names = {
    exposures: ["country:BD", "everyone"],
    waits: [{ subject: "s", target: "t" }],
    caps: ["hour:p"],
    drains: ["d"],
  }
  const counts = await allAtOnce(all, 15, names, (open) => {
    for (const scope of names.exposures) {
      const found = open.exposure(scope) ?? unknownScope(now)
      open.putExposure(scope, { ...found, open: found.open + 1 })
    }
    const wait = { subject: "s", target: "t" }
    open.putWait(wait, { sends: (open.wait(wait)?.sends ?? 0) + 1, until: now })
    open.putCap("hour:p", { spent: (open.cap("hour:p")?.spent ?? 0) + 1, resetsAt: after(now, hours(1)) })
    open.putDrain("d", { open: (open.drain("d")?.open ?? 0) + 1, verified: 0, at: now })
    return open.exposure("country:BD")?.open
  })
  expect(new Set(counts).size).toBe(60)
  const db = await testDatabase({ empty: false })
  expect((await db.exposure.findMany()).map((row) => row.open)).toEqual([60, 60])
  expect((await db.cooldown.findMany()).map((row) => row.sends)).toEqual([60])
  expect((await db.limit.findMany()).map((row) => row.spent)).toEqual([60])
  expect((await db.drainingBudget.findMany()).map((row) => row.open)).toEqual([60])
})

test("what is added to a draining budget drains first, on every machine alike", async () => {
  const all = await machines(2)
  const policy = { capacity: 300, drains: hours(1), perVerified: 1, halfLife: hours(1) }
  const charge: DrainingCharge = { name: "realm", key: "r", policy, weight: 1 }
  const add = (at: Date) => (open: OpenBooks) => open.addToDrain(charge, { open: 1, verified: 1 }, at)
  await allAtOnce(all, 10, { drains: ["r"] }, add(now))
  const later = after(now, hours(1))
  await Promise.all(all.map((one) => one.within({ drains: ["r"] }, later, add(later))))
  const [row] = await (await testDatabase({ empty: false })).drainingBudget.findMany()
  expect(row).toMatchObject({ open: 21, verified: 12 })
})

test("a change of mode and a message to a newcomer at once are one after the other", async () => {
  const [one, other] = (await machines(2)) as [Books, Books]
  const levels: number[] = []
  const judge = (open: OpenBooks) => {
    open.putExposure("everyone", open.exposure("everyone") ?? unknownScope(now))
    return open.mode.level
  }
  await Promise.all([
    pinMode(2, one, now),
    other.within({ exposures: ["everyone"] }, now, judge).then((level) => levels.push(level)),
  ])
  levels.push(await other.within({ exposures: ["everyone"] }, now, judge))
  expect(levels.at(-1)).toBe(2)
})

test("work that throws keeps nothing, and harms nothing that was done beside it", async () => {
  const [one] = (await machines(1)) as [Books]
  const spend = (amount: number) => one.within({ budgets: [budget] }, now, (open) => open.spend(budget, amount))
  const failing = one.within({ budgets: [budget] }, now, (open) => {
    open.spend(budget, 1000)
    throw new Error("a bug")
  })
  const results = await Promise.allSettled([spend(1), failing, spend(2), spend(3)])
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"])
  const [row] = await (await testDatabase({ empty: false })).budget.findMany()
  expect(Number(row?.spent)).toBe(6)
})

test("what the database refuses of one harms nothing that was written beside it", async () => {
  const [one] = (await machines(1)) as [Books]
  const spend = (amount: number, name = budget.name) =>
    one.within({ budgets: [budget] }, now, (open) => open.spend({ ...budget, name }, amount))
  const results = await Promise.allSettled([spend(1), spend(2), spend(4, "no text may hold \u0000"), spend(8)])
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"])
  const [row] = await (await testDatabase({ empty: false })).budget.findMany()
  expect(Number(row?.spent)).toBe(11)
})

test("a hundred that wait in one process are read and written together", async () => {
  const [one] = (await machines(1)) as [Books]
  const statements = await statementsDuring(() =>
    Promise.all(
      Array.from({ length: 100 }, () => one.within({ budgets: [budget] }, now, (open) => open.spend(budget, 1))),
    ),
  )
  expect(statements.length).toBeLessThanOrEqual(8)
})

test("what nobody waits for any more when its turn comes is not done, and what stands beside it is", async () => {
  const [one] = (await machines(1)) as [Books]
  let isWaiting = true
  const spend = (open: OpenBooks) => open.spend(budget, 1)
  const answers = await Promise.allSettled([
    // While the first is being written, the others stand in line.
    one.within({ budgets: [budget] }, now, spend, () => true).then(() => {}),
    one.within({ budgets: [budget] }, now, spend, () => isWaiting),
    one.within({ budgets: [budget] }, now, spend, () => {
      isWaiting = false
      return true
    }),
    one.within({ budgets: [budget] }, now, spend, () => isWaiting),
  ])
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected"])
  const [row] = await (await testDatabase({ empty: false })).budget.findMany()
  expect(Number(row?.spent)).toBe(3)
})

test("a line that is too long takes nobody else who waits, and still takes what must be put right", async () => {
  const [one] = (await machines(1)) as [Books]
  const all = await Promise.allSettled(
    Array.from({ length: 1200 }, () =>
      one.within(
        {},
        now,
        () => 1,
        () => true,
      ),
    ),
  )
  const refused = all.filter(({ status }) => status === "rejected")
  expect(refused.length).toBeGreaterThan(100)
  expect(refused.length).toBeLessThanOrEqual(200)
  const put = Array.from({ length: 1200 }, () => one.within({}, now, () => 1))
  expect(await Promise.all(put)).toHaveLength(1200)
})

const issue = (subject: string, id = subject): Issue => ({
  challenge: {
    ...{ id, realm: "handbid", subject, purpose: "sign-in", accountId: null, applicant: null, phone: "+13035550100" },
    ...{ whitelabelId: 1, keyId: "k", keyHash: null, asker: "home", issuedAt: now, expiresAt: after(now, hours(1)) },
  },
  worth: undefined,
})

test("a message's challenge and what it takes are there together, or neither is", async () => {
  const [one] = (await machines(1)) as [Books]
  const send = (subject: string, name = budget.name) =>
    one.within({ budgets: [budget] }, now, (open) => {
      open.spend({ ...budget, name }, 1)
      return open.issue(issue(subject))
    })
  const all = [send("a@example.com"), send("b@example.com", "no text may hold \u0000"), send("c@example.com")]
  const results = await Promise.allSettled(all)
  const issued = results.map((result) => (result.status === "fulfilled" ? result.value.challenge?.subject : "nothing"))
  expect(issued).toEqual(["a@example.com", "nothing", "c@example.com"])
  const db = await testDatabase({ empty: false })
  expect((await db.challenge.findMany()).map(({ subject }) => subject).sort()).toEqual([
    "a@example.com",
    "c@example.com",
  ])
  expect(Number((await db.budget.findMany())[0]?.spent)).toBe(2)
})

test("of two challenges for one subject that wait together the second is told that it is yet to be issued", async () => {
  const [one] = (await machines(1)) as [Books]
  const send = (id: string) =>
    one.within({ budgets: [budget] }, now, (open) => {
      open.spend(budget, 1)
      return open.issue(issue("a@example.com", id))
    })
  // What is asked for while the first of all is under way waits together.
  const busy = one.within({ budgets: [budget] }, now, () => undefined)
  const [first, second] = await Promise.all([send("first"), send("second"), busy])
  expect(first.challenge?.id).toBe("first")
  expect(second.challenge).toBeUndefined()
})
