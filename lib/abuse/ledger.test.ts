import { expect, test } from "vitest"
import { elsewhere, goodToken, google, join, person } from "@/lib/testing/people"
import { shortlyBefore } from "@/lib/testing/shortly-before"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { minutes } from "@/lib/time"

const { email, phone, details } = person(1)
const register = (auth: TestAuth, address = elsewhere()) =>
  auth.call("register", { body: { ...details, captchaToken: goodToken() }, address })
const decisions = async () => (await testDatabase({ empty: false })).decision.findMany({ orderBy: { at: "asc" } })

test("a registration that is verified is written down with what it cost, why it passed, and that it paid off", async () => {
  const auth = await testAuth({ captcha: google })
  await register(auth, "198.51.100.7")
  auth.pass(minutes(1))
  await auth.call("verifyPin", { body: { email, pin: auth.pinFor(phone) }, address: "198.51.100.7" })
  await auth.settled()
  const [decision] = await decisions()
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
    "operator-list admit",
    "attack-mode admit",
    "neighbourhood admit",
    "conversion admit",
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
  const written = JSON.stringify(await decisions())
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
  const told = (await decisions()).map(({ outcome, refusedBy }) => `${outcome} ${refusedBy}`)
  expect(told.sort()).toEqual(["accepted null", "decoy null", "refused address-budget", "refused cool-down"])
})
