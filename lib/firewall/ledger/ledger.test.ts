import { expect, test } from "vitest"
import { elsewhere, goodToken, google, join, person } from "@/lib/testing/people"
import { shortlyBefore } from "@/lib/testing/shortly-before"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { minutes, seconds } from "@/lib/time"

const { email, phone, details } = person(1)
const register = (auth: TestAuth, address = elsewhere()) =>
  auth.call("register", { body: { ...details, captchaToken: goodToken() }, address })
const decisions = async (auth: TestAuth) => {
  await auth.settled()
  return (await testDatabase({ empty: false })).decision.findMany({ orderBy: { at: "asc" } })
}

test("a registration that is verified is written down with what it cost, why it passed, and that it paid off", async () => {
  const auth = await testAuth({ captcha: google })
  await register(auth, "198.51.100.7")
  auth.pass(minutes(1))
  await auth.call("verifyPin", { body: { email, pin: auth.pinFor(phone) }, address: "198.51.100.7" })
  const [decision] = await decisions(auth)
  expect(decision).toMatchObject({
    realm: "handbid",
    verb: "register",
    client: "web",
    to: "newcomer",
    lane: "trusted",
    captcha: "good",
    country: "US",
    place: "198.51.100.0/24",
    level: 0,
    refusedBy: null,
    outcome: "accepted",
    price: 8300,
    reserved: 8300,
    sender: "outbox",
    verifiedAt: shortlyBefore(auth.now()),
  })
  const verdicts = (decision?.verdicts ?? []) as { rule: string; verdict: string }[]
  const rules = verdicts.map(({ rule, verdict }) => `${rule} ${verdict}`)
  expect(rules).toEqual([
    "country-allow-list admit",
    "cool-down admit",
    "subject-cap admit",
    "phone-cap admit",
    "stranger-texts admit",
    "own-money admit",
    "operator-list admit",
    "attack-mode admit",
    "neighbourhood admit",
    "conversion admit",
    "open-money admit",
    "growth admit",
    "money-budget admit",
    "line-type admit",
  ])
})

test("neither a phone nor an address nor an email nor a PIN can be read in it", async () => {
  const auth = await testAuth({ captcha: google })
  await register(auth, "198.51.100.7")
  await register(auth, "198.51.100.7")
  for (let times = 0; times < 12; times++)
    await auth.call("register", { body: details, address: "2001:db8:1:2:3:4:5:6" })
  await join(auth, 2)
  const written = JSON.stringify(await decisions(auth))
  for (const secret of [phone, phone.slice(1), email, "198.51.100.7", "2001:db8:1:2", auth.pinFor(phone)])
    expect(written).not.toContain(secret)
  expect(written).toContain("2001:db8:1::/48")
})

test("every request for a message is one decision: who was sent one, who waits, who did not get past the door", async () => {
  const auth = await testAuth({ captcha: google })
  await register(auth)
  await register(auth)
  for (let times = 0; times < 11; times++)
    await auth.call("emailCheck", { body: { email: "nobody@example.com" }, address: "192.0.2.1" })
  auth.pass(1)
  await auth.call("resendPin", {
    body: { email: "nobody@example.com", captchaToken: goodToken() },
    address: elsewhere(),
  })
  const told = (await decisions(auth)).map(({ outcome, refusedBy }) => `${outcome} ${refusedBy}`)
  expect(told.sort()).toEqual(["accepted null", "decoy null", "refused address-budget", "refused cool-down"])
})

test("a flood at the door is one row a network and a minute, whatever emails, phones and apps it names", async () => {
  const auth = await testAuth({ captcha: google })
  const ask = (index: number, address: string) =>
    auth.call("register", {
      body: { ...person(index).details, mobile: `+1303555${3000 + index}` },
      headers: { "x-client-id": index % 2 ? "ios" : "web", "user-agent": `agent ${index}` },
      address,
    })
  for (const address of ["198.51.100.7", "192.0.2.7"]) {
    for (let index = 0; index < 40; index++) await ask(index, address)
    auth.pass(1)
  }
  auth.pass(minutes(1))
  await ask(41, "192.0.2.7")
  const refused = (await decisions(auth)).filter(({ refusedBy }) => refusedBy === "address-budget")
  expect(refused.map(({ place, count }) => `${place} ${count}`)).toEqual([
    "198.51.100.0/24 30",
    "192.0.2.0/24 30",
    "192.0.2.0/24 1",
  ])
})

test("who asks again and again for one recipient is one row of a minute and a wait; who asks for two is two", async () => {
  const auth = await testAuth({ captcha: google })
  const ask = (body: object, address = "198.51.100.7") =>
    auth.call("register", { body: { ...body, captchaToken: goodToken() }, address })
  await ask(details)
  for (const _ of [1, 2, 3]) await ask(details)
  await ask(person(2).details)
  for (const _ of [1, 2]) await ask(person(2).details)
  await ask(details, elsewhere())
  const told = (await decisions(auth)).map(({ refusedBy, count }) => `${refusedBy} ${count}`)
  expect(told.sort()).toEqual(["cool-down 1", "cool-down 2", "cool-down 3", "null 1", "null 1"])
})

test("a refusal after another message left is another row, though it falls into the minute of the one before", async () => {
  const auth = await testAuth({ captcha: google, startAt: new Date("2026-03-01T12:00:00Z") })
  const address = "198.51.100.7"
  await register(auth, address)
  auth.pass(seconds(5))
  await register(auth, address)
  auth.pass(seconds(25))
  await register(auth, address)
  auth.pass(seconds(5))
  await register(auth, address)
  const told = (await decisions(auth)).map(({ outcome, count }) => `${outcome} ${count}`)
  expect(told).toEqual(["accepted 1", "refused 1", "accepted 1", "refused 1"])
})
