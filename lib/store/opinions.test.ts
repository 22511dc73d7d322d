import { expect, test } from "vitest"
import { type TestOptions, testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { days, minutes, seconds } from "@/lib/time"

const phone = "+85251234567"

/** A core that asks for opinions, and which numbers it asked about. */
async function asking(
  answer: (e164: string) => Promise<number | undefined> = async () => 0.9,
  options: TestOptions = {},
) {
  const asked: string[] = []
  const ask = (e164: string) => {
    asked.push(e164)
    return answer(e164)
  }
  const auth = await testAuth({ opinions: { source: "twilio", ask }, ...options })
  return { auth, asked, opinions: auth.core.firewall.opinions }
}

const bad = { source: "twilio", score: 0.9 }

test("an opinion is bought once, and believed for as long as the policy says", async () => {
  const { auth, asked, opinions } = await asking()
  expect(await opinions.recall(phone)).toEqual({ isAskable: true })
  expect(await opinions.ask(phone)).toEqual({ opinion: bad, asked: true })
  expect(await opinions.recall(phone)).toEqual({ opinion: bad, isAskable: false })
  expect(await opinions.ask(phone)).toEqual({ opinion: bad, asked: false })
  expect(asked).toEqual([phone])
  auth.pass(days(7))
  expect(await opinions.recall(phone)).toEqual({ isAskable: true })
  expect(await opinions.ask(phone)).toEqual({ opinion: bad, asked: true })
  expect(asked).toHaveLength(2)
})

test("where no answer came nobody is asked again for ten minutes", async () => {
  const { auth, asked, opinions } = await asking(async () => undefined)
  expect(await opinions.ask(phone)).toEqual({ opinion: undefined, asked: true })
  auth.pass(seconds(2))
  expect(await opinions.recall(phone)).toEqual({ isAskable: false })
  auth.pass(minutes(10))
  expect(await opinions.recall(phone)).toEqual({ isAskable: true })
  await opinions.ask(phone)
  expect(asked).toHaveLength(2)
})

test("of two who ask at once one pays, and both hear the answer", async () => {
  let answer = (_: number) => {}
  const { asked, opinions } = await asking(() => new Promise((resolve) => (answer = resolve)))
  const asking3 = Promise.all([1, 2, 3].map(() => opinions.ask(phone)))
  // Until all of them have had their turn at the database.
  for (let turn = 0; turn < 5 || asked.length === 0; turn++) await opinions.recall(phone)
  answer(0.9)
  const heard = await asking3
  expect(heard.map(({ opinion }) => opinion)).toEqual([bad, bad, bad])
  expect(heard.filter(({ asked }) => asked)).toHaveLength(1)
  expect(asked).toEqual([phone])
})

test("of two processes one pays, and the other hears the answer", async () => {
  let answer = (_: number) => {}
  const first = await asking(() => new Promise((resolve) => (answer = resolve)))
  const second = await asking(undefined, { sameData: true, keys: first.auth.core.keys })
  const waiting = first.opinions.ask(phone)
  while (first.asked.length === 0) await second.opinions.recall(phone)
  expect(await second.opinions.recall(phone)).toEqual({ isAskable: true })
  const alsoWaiting = second.opinions.ask(phone)
  answer(0.9)
  expect(await waiting).toEqual({ opinion: bad, asked: true })
  expect(await alsoWaiting).toEqual({ opinion: bad, asked: false })
  expect(await second.opinions.recall(phone)).toEqual({ opinion: bad, isAskable: false })
  expect(second.asked).toEqual([])
})

test("and where the first hears nothing, the other waits no longer than an answer may take", async () => {
  const first = await asking(() => new Promise(() => {}))
  const second = await asking(undefined, { sameData: true, keys: first.auth.core.keys })
  void first.opinions.ask(phone)
  while (first.asked.length === 0) await second.opinions.recall(phone)
  expect(await second.opinions.ask(phone)).toEqual({ opinion: undefined, asked: false })
  expect(second.asked).toEqual([])
})

test("a source that breaks its word and throws is no opinion either", async () => {
  const { auth, opinions } = await asking(async () => {
    throw new Error(`about ${phone}`)
  })
  expect(await opinions.ask(phone)).toEqual({ opinion: undefined, asked: true })
  expect(auth.warnings).toEqual(["opinion-not-asked"])
})

test("with what is remembered out of reach nobody is asked, and nobody refused", async () => {
  const { asked, opinions, auth } = await asking()
  const db = await testDatabase({ empty: false })
  await db.$executeRaw`ALTER TABLE "OpinionAnswer" RENAME TO "OpinionAnswerElsewhere"`
  try {
    expect(await opinions.recall(phone)).toEqual({ isAskable: false })
    expect(await opinions.ask(phone)).toEqual({ opinion: undefined, asked: false })
  } finally {
    await db.$executeRaw`ALTER TABLE "OpinionAnswerElsewhere" RENAME TO "OpinionAnswer"`
  }
  expect(asked).toEqual([])
  expect(auth.warnings).toEqual(["opinion-not-recalled", "opinion-not-asked"])
})

test("what is remembered names no number", async () => {
  const { opinions } = await asking()
  await opinions.ask(phone)
  const db = await testDatabase({ empty: false })
  expect(JSON.stringify(await db.opinionAnswer.findMany())).not.toContain("5123")
})
