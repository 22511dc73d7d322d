import { Webhook } from "standardwebhooks"
import { expect, test } from "vitest"
import { charge, type Exposure, trip, unknownScope } from "@/lib/firewall/books/exposure"
import { type BooksNews, noNews } from "@/lib/firewall/books/news"
import { dollars } from "@/lib/firewall/money"
import { firewallPolicy } from "@/lib/firewall/policy"
import { alertReceiver, alertSecret } from "@/lib/testing/alert-receiver"
import { testAuth } from "@/lib/testing/test-auth"
import { testLedger } from "@/lib/testing/test-ledger"
import { after, days, hours, minutes } from "@/lib/time"

const spent = (amount: number): BooksNews => ({
  ...noNews,
  budgets: [{ name: "country:GB:2026-03-10T12", spent: dollars(amount) }],
})

test("an alert is signed as Standard Webhooks has it, and links to the console", async () => {
  const { process, seen } = await alertReceiver()
  const one = process()
  one.hear(spent(75))
  await one.settled()
  const [{ body, headers } = { body: "", headers: {} }] = seen
  const signed = headers as Record<string, string>
  // It checks how old the signature is, too.
  expect(new Webhook(alertSecret).verify(body, signed)).toEqual({
    type: "budget",
    timestamp: "2026-03-10T12:30:00.000Z",
    data: {
      budget: "country:GB",
      window: "hour",
      percent: 50,
      spentDollars: 75,
      limitDollars: 150,
      why: "https://latchkey.example/admin#spend",
    },
  })
  expect(() => new Webhook(alertSecret).verify(body.replace("75", "76"), signed)).toThrow()
})

test("two processes that see the same at once send one alert, and neither sends it again", async () => {
  const { process, bodies } = await alertReceiver()
  const [one, other] = [process(), process()]
  for (let times = 0; times < 3; times++) for (const each of [one, other]) each.hear(spent(80))
  await Promise.all([one.settled(), other.settled()])
  expect(bodies()).toHaveLength(1)
  one.hear(spent(151))
  other.hear(spent(151))
  await Promise.all([one.settled(), other.settled()])
  expect(bodies().map(({ data }) => data.percent)).toEqual(expect.arrayContaining([50, 80, 100]))
  expect(bodies()).toHaveLength(3)
})

test("what is not answered 2xx is tried again under the same id, and a redirect is not followed", async () => {
  const { process, seen, warned } = await alertReceiver({ answers: [500, 302, 429] })
  const one = process()
  one.hear(spent(80))
  await one.settled()
  expect(seen).toHaveLength(4)
  expect(new Set(seen.map(({ headers }) => headers["webhook-id"])).size).toBe(1)
  expect(warned).toEqual([])
})

test("after four tries it is given up, and the log says so", async () => {
  const { process, seen, warned } = await alertReceiver({ answers: [500, 500, 500, 500, 500] })
  const one = process()
  one.hear(spent(80))
  await one.settled()
  expect([seen.length, warned]).toEqual([4, ["alert-not-sent"]])
})

test("breakers and modes are told as they turn; of networks and numbers one of a kind in an hour, without the network", async () => {
  const { process, bodies } = await alertReceiver()
  const one = process()
  const trippedAt = new Date("2026-03-10T12:29:00Z")
  const until = new Date("2026-03-10T13:29:00Z")
  const mode = { level: 2, since: trippedAt, pinned: false, evidence: { unverifiedDollars: 120 } } as const
  const breakers = [
    { scope: "country:GB", trippedAt, until },
    { scope: "country:GB", trippedAt, until: null },
    { scope: "network:strict:a-hash", trippedAt, until },
    { scope: "network:strict:another", trippedAt, until },
  ]
  one.hear({ ...noNews, breakers, modes: [mode] })
  await one.settled()
  const told = bodies().map(({ type, data }) => [type, data.scope ?? data.level, data.change])
  expect(told).toHaveLength(4)
  expect(told).toEqual(
    expect.arrayContaining([
      ["breaker", "country:GB", "tripped"],
      ["breaker", "country:GB", "closed"],
      ["breaker", "network", "tripped"],
      ["mode", 2, undefined],
    ]),
  )
})

test("the books tell of a breaker as it trips and as it closes, and of no other change", async () => {
  const heard: BooksNews[] = []
  const auth = await testAuth({ hear: (news) => heard.push(news) })
  const at = auth.now()
  const change = (to: (found: Exposure) => Exposure) =>
    auth.core.firewall.books.within({ exposures: ["country:GB"] }, at, (books) =>
      books.putExposure("country:GB", to(books.exposure("country:GB") ?? unknownScope(at))),
    )
  const { country } = firewallPolicy
  await change((found) => charge(found, 1))
  await change((found) => trip(found, { ...country, free: 3 }, at))
  await change((found) => charge(found, 1))
  await change((found) => ({ ...found, until: null, trippedAt: null }))
  expect(heard.flatMap(({ breakers }) => breakers)).toEqual([
    { scope: "country:GB", trippedAt: at, until: after(at, country.cool) },
    { scope: "country:GB", trippedAt: at, until: null },
  ])
})

test("a day on which a verified sign-in costs twice as much as before is told, once", async () => {
  const { auth, write } = await testLedger()
  const { process, bodies } = await alertReceiver({ now: auth.now })
  const one = process()
  const verifiedAt = auth.now()
  for (let times = 0; times < 20; times++) await write(days(2), { verifiedAt })
  for (let times = 0; times < 20; times++) await write(hours(2), { verifiedAt })
  await one.look()
  await one.settled()
  expect(bodies()).toEqual([])
  for (let times = 0; times < 25; times++) await write(hours(1))
  for (const wait of [5, 5]) {
    auth.pass(minutes(wait))
    await Promise.all([one.look(), process().look()])
    await one.settled()
  }
  expect(bodies().map(({ type, data }) => [type, data.dollars, data.dollarsBefore])).toEqual([["cost", 0.018, 0.008]])
})

test("a sender that told of its texts yesterday and tells nothing now is named", async () => {
  const { auth, write } = await testLedger()
  const { process, bodies } = await alertReceiver({ now: auth.now })
  const one = process()
  await write(hours(5), { sender: "twilio", outcome: "delivered" })
  for (let times = 0; times < 9; times++) await write(minutes(30), { sender: "twilio" })
  for (let times = 0; times < 20; times++) await write(minutes(30), { sender: "inbox" })
  await one.look()
  await one.settled()
  expect(bodies()).toEqual([])
  await write(minutes(30), { sender: "twilio" })
  auth.pass(minutes(6))
  await one.look()
  await one.settled()
  expect(bodies().map(({ type, data }) => [type, data.sender])).toEqual([["receipts", "twilio"]])
})
