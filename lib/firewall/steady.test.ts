import { expect, test } from "vitest"
import { dollars } from "@/lib/firewall/money"
import { firewallPolicy } from "@/lib/firewall/policy"
import { door, inTurn, kinds } from "@/lib/testing/door"
import { joinGoodCity, mobileOf, signUpBody } from "@/lib/testing/goodcity-people"
import { elsewhere, person } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { hours, minutes } from "@/lib/time"

const signUp = (auth: TestAuth, number: number, address = elsewhere()) =>
  auth.callTo("goodcity", "signup", { body: signUpBody(number), address })

test("28 anonymous signups and three a day shut no clean newcomer of Hong Kong out, in either realm, for a week", async () => {
  const auth = await testAuth()
  for (let index = 0; index < 28; index++) {
    auth.pass(minutes(1))
    expect((await signUp(auth, 10_000 * index)).status).toBe(200)
  }
  for (let day = 0; day < 7; day++) {
    for (let request = 0; request < 3; request++) {
      auth.pass(hours(6))
      await signUp(auth, 5_000_000 + 1000 * (3 * day + request))
    }
    auth.pass(hours(6))
    expect((await signUp(auth, 3_000_000 + 10_000 * day)).status).toBe(200)
    const body = { ...person(day).details, mobile: mobileOf(4_000_000 + 10_000 * day), countryCode: "HK" }
    expect((await auth.call("register", { body, address: elsewhere() })).status).toBe(201)
  }
})

test("once a few of those newcomers verified, everybody gets in again", async () => {
  const auth = await testAuth()
  for (let index = 0; index < 28; index++) await signUp(auth, 10_000 * index)
  const dirty = (number: number) => signUp(auth, number, "192.0.2.1")
  expect(await inTurn(3, async (index) => (await dirty(6_000_000 + 1000 * index)).status)).toEqual([200, 200, 429])
  await joinGoodCity(auth, 7_000_000)
  await joinGoodCity(auth, 7_100_000)
  await auth.settled()
  expect((await dirty(6_500_000)).status).toBe(200)
})

const country = { countryFree: { money: dollars(2), least: 3, most: 3 } }
const us = (index: number) => `+1${[201, 303, 415, 512][index % 4]}${300 + index * 3}${4000 + index}`

test("no network, and none with its neighbours, uses the rate up", async () => {
  const { ask } = await door({ policy: country })
  const from = (host: number, index: number) => ask(us(index), "US", { token: null, address: `198.51.100.${host}` })
  const answers = await inTurn(12, (index) => from(1 + index, index))
  // Three that are free in the country, then what is left of what one neighbourhood may owe, which is nothing.
  expect(kinds(answers)).toEqual([...Array(3).fill("sent"), ...Array(9).fill("limited")])
  expect(kinds([await ask(us(40), "US", { token: null })])).toEqual(["sent"])
})

test("many clean networks pass no faster than the rate", async () => {
  const { auth, ask } = await door({ policy: country })
  const { free } = firewallPolicy.steady.rate
  const sent = async (from: number, count: number) =>
    kinds(await inTurn(count, (index) => ask(us(from + index), "US", { token: null }))).filter(
      (kind) => kind === "sent",
    )
  expect(await sent(0, 40)).toHaveLength(3 + free)
  let more = 0
  for (let hour = 0; hour < 12; hour++) {
    auth.pass(hours(1))
    more += (await sent(40 + 10 * hour, 10)).length
  }
  expect(more).toBeGreaterThanOrEqual(10)
  expect(more).toBeLessThanOrEqual(14 + 3)
})

test("what passes steadily in one realm leaves the other realm's rate alone", async () => {
  const auth = await testAuth({ firewall: { policy: { ...firewallPolicy, ...country } } })
  const statuses = await inTurn(12, async (index) => (await signUp(auth, 10_000 * index)).status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(8)
  const body = { ...person().details, mobile: mobileOf(4_000_000), countryCode: "HK" }
  expect((await auth.call("register", { body, address: elsewhere() })).status).toBe(201)
})

test("where a token is compulsory, newcomers who can bring none pass at the rate once the first pause is over", async () => {
  const strictLane = { ...firewallPolicy.strictLane, free: 4 }
  const { auth, ask } = await door({ policy: { strictLane } })
  const without = (index: number) => ask(us(index), "US", { token: null })
  expect(kinds(await inTurn(6, without))).toEqual([...Array(4).fill("sent"), "captcha-failed", "captcha-failed"])
  auth.pass(minutes(10))
  const after = kinds(await inTurn(20, (index) => without(20 + index)))
  expect(after.filter((kind) => kind === "sent")).toHaveLength(strictLane.probes + firewallPolicy.steady.rate.free)
  auth.pass(hours(3))
  expect(kinds([await without(60)])).toEqual(["sent"])
})
