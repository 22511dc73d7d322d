import { describe, expect, test } from "vitest"
import { sealedName } from "@/lib/keys/key-ring"
import { changePhone, resendChangePin } from "@/lib/my-account/change-phone"
import { provePhone } from "@/lib/my-account/prove-phone"
import { goodCityGuess } from "@/lib/testing/goodcity-people"
import { member } from "@/lib/testing/members"
import { elsewhere, join, must, person, wrong } from "@/lib/testing/people"
import { joinShop, machines, postForm, shopper } from "@/lib/testing/shoppers"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { hours, minutes } from "@/lib/time"

const here = "198.51.100.9"
const enter = (auth: TestAuth, email: string, pin: string, address = here) =>
  auth.call("verifyPin", { body: { email, pin }, address })
const ask = (auth: TestAuth, email: string, address = elsewhere()) =>
  auth.call("emailCheck", { body: { email }, address })
/** What this network owes for wrong PINs. */
const owed = async ({ core }: TestAuth) => {
  const key = sealedName(core.keys, "guesses", "network", `handbid\n${here}`)
  const row = await (await testDatabase({ empty: false })).drainingBudget.findUnique({ where: { key } })
  return Math.round(row?.open ?? 0)
}

/** Wrong guesses from here at the live PINs of so many people. */
async function spray(auth: TestAuth, from: number, victims: number) {
  for (let number = from; number < from + victims; number++) {
    const { email, phone } = await join(auth, number)
    auth.pass(hours(1))
    await ask(auth, email)
    for (let tries = 0; tries < 4; tries++) await enter(auth, email, wrong(auth.pinFor(phone)))
  }
}

/** Somebody who guessed at others' PINs, then at that of another's phone, and now has the right one of a phone of their own. */
async function thiefWithOwnPin() {
  const auth = await testAuth()
  await spray(auth, 1, 2)
  const { caller } = await member(auth, 0)
  const thief = { ...caller, address: here }
  await changePhone({ phone: person(7).phone, country: "US" }, thief, auth.core)
  const guess = wrong(auth.pinFor(person(7).phone))
  for (let tries = 0; tries < 4; tries++) await provePhone({ which: "new", pin: guess }, thief, auth.core)
  auth.pass(hours(1))
  await changePhone({ phone: person(8).phone, country: "US" }, thief, auth.core)
  auth.pass(minutes(10))
  await resendChangePin({ which: "new" }, thief, auth.core)
  return { auth, thief, pin: auth.pinFor(person(8).phone) }
}

describe("an attacker's own accounts give nothing back of what he guessed at others", () => {
  test("wrong PINs for an email before it had an account", async () => {
    const auth = await testAuth()
    await spray(auth, 1, 2)
    const { email, details } = person(0)
    for (let tries = 0; tries < 4; tries++) await enter(auth, email, "000000")
    expect(await owed(auth)).toBe(8)
    await must(201, auth.call("register", { body: details, address: elsewhere() }))
    await must(200, enter(auth, email, auth.pinFor(person(0).phone), elsewhere()))
    auth.pass(hours(1))
    await ask(auth, email, here)
    await must(200, enter(auth, email, auth.pinFor(person(0).phone)))
    await auth.settled()
    expect(await owed(auth)).toBe(8)
  })

  test("wrong PINs for another's phone in a change of one's own, several right proofs at once", async () => {
    const { auth, thief, pin } = await thiefWithOwnPin()
    expect(await owed(auth)).toBe(12)
    await Promise.all([1, 2, 3, 4, 5].map(() => provePhone({ which: "new", pin }, thief, auth.core)))
    expect(await owed(auth)).toBe(12)
  })

  test("and where the right one that counts comes last, those before it were no wrong ones", async () => {
    const { auth, thief, pin } = await thiefWithOwnPin()
    // Four others spent their tries and are not done yet.
    const db = await testDatabase({ empty: false })
    await db.challenge.updateMany({ where: { phone: person(8).phone }, data: { tries: { home: 4 } } })
    await provePhone({ which: "new", pin }, thief, auth.core)
    expect(await owed(auth)).toBe(12)
  })

  test("right passwords at once for one's own account, after some wrong ones", async () => {
    const auth = await testAuth()
    const own = await joinShop(auth, 0)
    const logIn = (password: string, { email } = shopper()) =>
      auth.callTo("commerce", "login", { body: { email, password }, address: here })
    for (let victim = 1; victim <= 20; victim++) await logIn("not it at all", shopper(victim))
    for (let tries = 0; tries < 4; tries++) await logIn("not it at all")
    await Promise.all(Array.from({ length: 6 }, () => logIn(own.password)))
    let heard = 0
    for (let victim = 30; victim < 60; victim++)
      if ((await logIn("not it at all", shopper(victim))).status === 401) heard += 1
    expect(heard).toBe(10)
  })
})

test("a password that was not looked at gives back its own try and no other", async () => {
  const { email } = await joinShop(await testAuth())
  let isBusy = false
  const auth = await testAuth({
    sameData: true,
    passwords: {
      hash: async () => "busy",
      matches: async () => (isBusy ? "busy" : false),
      isCommon: async () => false,
    },
  })
  const logIn = () => auth.callTo("commerce", "login", { body: { email, password: "not it at all" }, address: here })
  for (let tries = 0; tries < 4; tries++) await must(401, logIn())
  isBusy = true
  for (let tries = 0; tries < 5; tries++) await must(503, logIn())
  const db = await testDatabase({ empty: false })
  expect(await db.limit.findFirst({ where: { key: { startsWith: "password:" } } })).toMatchObject({ spent: 4 })
})

test("a machine's right secret is heard whatever others on its network got wrong", async () => {
  const auth = await testAuth({ oauthClients: machines })
  const [{ id: client_id, secret: client_secret }] = machines as [(typeof machines)[0]]
  const wanted = { grant_type: "client_credentials", client_id }
  for (let tries = 0; tries < 12; tries++) await postForm(auth, "token", { ...wanted, client_secret: "x".repeat(16) })
  await must(200, postForm(auth, "token", { ...wanted, client_secret }))
})

test("whoever joins behind an address is let in, whatever was guessed from there in another realm", async () => {
  const auth = await testAuth()
  for (let number = 0; number < 8; number++) await goodCityGuess(auth, number, here)
  const { email, phone, details } = person(0)
  await must(201, auth.call("register", { body: details, address: here }))
  await must(200, enter(auth, email, auth.pinFor(phone)))
  auth.pass(hours(1))
  await ask(auth, email)
  await must(200, enter(auth, email, auth.pinFor(phone)))
})
