import { expect, test } from "vitest"
import { cleanUp } from "@/lib/store/clean-up"
import { elsewhere, join, must, person } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { after, days, hours, minutes } from "@/lib/time"

/** A core, its database, and the clean-up on it. */
async function house() {
  const auth = await testAuth()
  const db = await testDatabase({ empty: false })
  return { auth, db, now: auth.now(), ago: (age: number) => after(auth.now(), -age), clean: cleanUp(db) }
}

test("what is past its time goes, what is not stays, and a second call finds nothing", async () => {
  const { db, clean, now, ago } = await house()
  await db.limit.createMany({
    data: [
      { key: "old", spent: 1, resetsAt: ago(hours(2)) },
      { key: "running", spent: 1, resetsAt: after(now, 1) },
    ],
  })
  await db.cooldown.createMany({
    data: [
      { subject: "old", target: "", sends: 3, until: ago(hours(3)) },
      { subject: "still doubling", target: "", sends: 3, until: ago(minutes(59)) },
    ],
  })
  await db.budget.createMany({
    data: [
      { name: "old", spent: 1, endsAt: ago(days(91)) },
      { name: "shown", spent: 1, endsAt: ago(days(89)) },
    ],
  })
  const scope = { open: 1, verified: 0, trips: 0, probes: 0, wins: 0 }
  await db.exposure.createMany({
    data: [
      { scope: "faded", at: ago(days(31)), ...scope },
      { scope: "fading", at: ago(days(29)), ...scope },
      { scope: "closed", at: ago(days(31)), until: after(now, days(1)), ...scope },
    ],
  })
  await db.lineTypeAnswer.createMany({
    data: [
      { phone: "old", line: "mobile", askedAt: ago(days(31)) },
      { phone: "believed", line: "mobile", askedAt: ago(days(29)) },
    ],
  })
  await db.opinionAnswer.createMany({
    data: [
      { phone: "old", source: "twilio", score: 0.5, askedAt: ago(days(8)) },
      { phone: "believed", source: "twilio", score: 0.5, askedAt: ago(days(6)) },
    ],
  })
  await db.phoneCredit.createMany({
    data: [
      { phone: "faded", at: ago(days(301)) },
      { phone: "counts", at: ago(days(299)) },
    ],
  })
  const message = { to: "+13035551212", body: "", pin: "" }
  await db.inboxMessage.createMany({
    data: [
      { id: "old", sentAt: ago(days(8)), ...message },
      { id: "recent", sentAt: ago(days(6)), ...message },
    ],
  })
  const { removed, more } = await clean(now)
  expect(removed).toMatchObject({
    Limit: 1,
    Cooldown: 1,
    Budget: 1,
    Exposure: 1,
    PhoneCredit: 1,
    LineTypeAnswer: 1,
    OpinionAnswer: 1,
    InboxMessage: 1,
  })
  expect(more).toBe(false)
  expect(await db.exposure.findMany({ select: { scope: true }, orderBy: { scope: "asc" } })).toEqual([
    { scope: "closed" },
    { scope: "fading" },
  ])
  expect(await db.cooldown.findMany({ select: { subject: true } })).toEqual([{ subject: "still doubling" }])
  expect(Object.values((await clean(now)).removed).reduce((sum, count) => sum + count)).toBe(0)
})

test("decisions are kept for 90 days, and challenges until nobody can take them up again", async () => {
  const { auth, db, clean } = await house()
  await must(201, auth.call("register", { body: person().details, address: elsewhere() }))
  auth.pass(days(6))
  await clean(auth.now())
  expect(await db.challenge.count()).toBe(1)
  auth.pass(days(2))
  await clean(auth.now())
  expect(await db.challenge.count()).toBe(0)
  expect(await db.decision.count()).toBe(1)
  auth.pass(days(83))
  await clean(auth.now())
  expect(await db.decision.count()).toBe(0)
})

test("a person who is signed in stays so, and what happened is kept", async () => {
  const { auth, db, clean } = await house()
  const { accessToken } = await join(auth)
  const before = await db.event.count()
  await clean(auth.now())
  const headers = { authorization: `Bearer ${accessToken}` }
  expect((await auth.call("auctions", { headers })).status).toBe(200)
  auth.pass(days(365 + 181))
  expect((await clean(auth.now())).removed.Session).toBe(1)
  expect(await db.token.count()).toBe(0)
  expect(await db.account.count()).toBe(1)
  expect(await db.event.count()).toBe(before)
})

test("refusals and refreshes are kept for 90 days, a machine's tokens for a year, and what people and operators did for good", async () => {
  const { db, clean, now, ago } = await house()
  const event = (kind: string, age: number) => ({ id: `${kind} ${age}`, kind, realm: "handbid", at: ago(days(age)) })
  const kinds = [
    "refused",
    "refreshed",
    "client-token",
    "signed-in",
    "refresh-reused",
    "console-blocked",
    "pins-capped",
  ]
  await db.event.createMany({ data: kinds.flatMap((kind) => [89, 91, 364, 366].map((age) => event(kind, age))) })
  expect((await clean(now)).removed.Event).toBe(7)
  const left = (await db.event.findMany({ select: { id: true } })).map(({ id }) => id)
  expect(left.filter((id) => /^ref(used|reshed)/.test(id)).sort()).toEqual(["refreshed 89", "refused 89"])
  expect(left.filter((id) => id.startsWith("client-token"))).toHaveLength(3)
  expect(left).toHaveLength(21)
})

test("the mode in force stays, however old", async () => {
  const { db, clean, now, ago } = await house()
  const mode = { pinned: false, evidence: {} }
  await db.modeChange.create({ data: { level: 1, since: ago(days(200)), ...mode } })
  const { number } = await db.modeChange.create({ data: { level: 2, since: ago(days(100)), ...mode } })
  expect((await clean(now)).removed.ModeChange).toBe(1)
  expect(await db.modeChange.findMany({ select: { number: true } })).toEqual([{ number }])
})

test("one call does so much and says that there is more; several at once share the work", async () => {
  const { db, now, ago } = await house()
  const data = Array.from({ length: 25 }, (_, index) => ({ key: `${index}`, spent: 1, resetsAt: ago(days(1)) }))
  await db.limit.createMany({ data })
  const clean = cleanUp(db, { rows: 5, most: 3 })
  expect(await clean(now)).toMatchObject({ removed: { Limit: 15 }, more: true })
  const answers = await Promise.all([clean(now), clean(now), clean(now)])
  expect(answers.reduce((sum, { removed }) => sum + (removed.Limit ?? 0), 0)).toBe(10)
  expect(await clean(now)).toMatchObject({ removed: { Limit: 0 }, more: false })
})

test("a message that nobody heard of again an hour after it left has a fate that is not known, and stays paid for", async () => {
  const { auth, db, clean } = await house()
  await auth.call("register", { body: person(7).details })
  await auth.settled()
  await db.decision.updateMany({ data: { outcome: "admitted" } })
  const outcomes = async () => (await db.decision.findMany()).map(({ outcome }) => outcome)
  const spent = async () => (await db.budget.findMany()).map(({ spent }) => spent)
  const before = await spent()
  await clean(after(auth.now(), minutes(59)))
  expect(await outcomes()).toEqual(["admitted"])
  await clean(after(auth.now(), minutes(61)))
  expect(await outcomes()).toEqual(["unknown"])
  expect(await spent()).toEqual(before)
})
