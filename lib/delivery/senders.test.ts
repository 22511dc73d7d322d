import { expect, test } from "vitest"
import { breaker, senders } from "@/lib/delivery/senders"
import type { Delivery } from "@/lib/delivery/sms"
import { message } from "@/lib/testing/text-message"
import { after, type Duration } from "@/lib/time"

type Answer = Omit<Delivery, "sender">

/** Two senders whose answers a test sets, and how often each was asked. */
function pair(first: Answer, second: Answer = { fate: "accepted" }) {
  let time = new Date("2026-03-01T12:00:00Z")
  const answers: Record<string, Answer | Promise<Answer>> = { first, second }
  const asked: string[] = []
  const sender = (name: string) => ({
    name,
    sms: {
      async send() {
        asked.push(name)
        return { ...(await answers[name]), sender: name } as Delivery
      },
    },
  })
  const told: unknown[] = []
  const list = [sender("first"), sender("second")] as const
  const sms = senders(
    list,
    () => time,
    (event, detail) => told.push([event, detail.sender]),
  )
  const pass = (duration: Duration) => {
    time = after(time, duration)
  }
  return { sms, asked, answers, pass, told, send: () => sms.send(message, "decision") }
}

/** Fails the first sender until it is passed over. */
async function tripped(answer: Answer, second?: Answer) {
  const both = pair(answer, second)
  for (let count = 0; count < breaker.failures; count++) await both.send()
  both.asked.length = 0
  return both
}

test("a message that the first sender certainly did not take leaves by the second", async () => {
  const { send, asked } = pair({ fate: "not-accepted" })
  expect(await send()).toMatchObject({ fate: "accepted", sender: "second" })
  expect(asked).toEqual(["first", "second"])
})

test.each(["accepted", "unknown", "bad-number"] as const)("after %s nobody else is asked", async (fate) => {
  const { send, asked } = pair({ fate })
  expect(await send()).toMatchObject({ fate, sender: "first" })
  expect(asked).toEqual(["first"])
})

test("a message that nobody took was taken by nobody", async () => {
  const { send } = pair({ fate: "not-accepted" }, { fate: "not-accepted" })
  expect(await send()).toMatchObject({ fate: "not-accepted", sender: "second" })
})

test("both names of a message reach the sender", async () => {
  const heard: unknown[] = []
  const send = async (...told: unknown[]): Promise<Delivery> => {
    heard.push(told)
    return { fate: "accepted", sender: "only" }
  }
  const sms = senders(
    [{ name: "only", sms: { send } }],
    () => new Date(0),
    () => undefined,
  )
  await sms.send(message, "decision")
  expect(heard).toEqual([[message, "decision"]])
})

test.each(["unknown", "not-accepted"] as const)(
  "whoever failed in a row with %s is passed over at once",
  async (fate) => {
    const { send, asked } = await tripped({ fate })
    expect(await send()).toMatchObject({ fate: "accepted", sender: "second" })
    expect(asked).toEqual(["second"])
  },
)

test("a success between failures keeps a sender in line", async () => {
  const { send, asked, answers } = pair({ fate: "unknown" })
  for (let count = 0; count < breaker.failures * 3; count++) {
    answers.first = { fate: count % 2 ? "unknown" : "accepted" }
    await send()
  }
  expect(asked).toHaveLength(breaker.failures * 3)
})

test.each([{ fate: "bad-number" }, { fate: "not-accepted", works: true }] as const)(
  "no stranger closes a sender with messages that it refuses: %o",
  async (answer) => {
    const { send, asked } = await tripped(answer as Answer)
    await send()
    expect(asked[0]).toBe("first")
  },
)

test("when the rest is over one message tries the sender, and the others do not wait for it", async () => {
  const { send, asked, answers, pass } = await tripped({ fate: "unknown" })
  let answer = (_: Answer) => {}
  answers.first = new Promise<Answer>((resolve) => {
    answer = resolve
  })
  pass(breaker.cool)
  const probe = send()
  expect(await send()).toMatchObject({ sender: "second" })
  expect(asked).toEqual(["first", "second"])
  answer({ fate: "accepted" })
  expect(await probe).toMatchObject({ fate: "accepted", sender: "first" })
  expect(await send()).toMatchObject({ fate: "accepted", sender: "first" })
})

test("a trial that fails begins another rest", async () => {
  const { send, asked, pass } = await tripped({ fate: "not-accepted" })
  pass(breaker.cool)
  await send()
  await send()
  pass(breaker.cool - 1)
  await send()
  expect(asked).toEqual(["first", "second", "second", "second"])
})

test("a trial that never ends is not the last: another follows when the next rest is over", async () => {
  const { send, asked, answers, pass } = await tripped({ fate: "unknown" })
  answers.first = new Promise<Answer>(() => {})
  pass(breaker.cool)
  void send()
  answers.first = { fate: "accepted" }
  pass(breaker.cool)
  expect(await send()).toMatchObject({ fate: "accepted", sender: "first" })
  expect(asked).toEqual(["first", "first"])
})

test("where nobody else is left to ask, a sender is tried again after two seconds", async () => {
  const { send, answers, pass } = await tripped({ fate: "not-accepted" }, { fate: "not-accepted" })
  answers.first = { fate: "accepted" }
  pass(breaker.alone - 1)
  expect(await send()).toMatchObject({ fate: "not-accepted" })
  pass(1)
  expect(await send()).toMatchObject({ fate: "accepted", sender: "first" })
})

test("that a sender rests, and that it is back, is told once each", async () => {
  const { send, answers, pass, told } = await tripped({ fate: "unknown" })
  pass(breaker.cool)
  await send()
  expect(told).toEqual([["sender-rests", "first"]])
  answers.first = { fate: "accepted" }
  pass(breaker.cool)
  await send()
  await send()
  expect(told).toEqual([
    ["sender-rests", "first"],
    ["sender-is-back", "first"],
  ])
})

test("with every sender at rest the answer comes at once, and nobody is asked", async () => {
  const { send, asked } = await tripped({ fate: "not-accepted" }, { fate: "not-accepted" })
  expect(await send()).toEqual({ fate: "not-accepted", sender: "first" })
  expect(asked).toEqual([])
})
