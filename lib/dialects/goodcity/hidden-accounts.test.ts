import { expect, test } from "vitest"
import { admit } from "@/lib/firewall/admit"
import { pinMode } from "@/lib/firewall/books/pin-mode"
import { enter } from "@/lib/firewall/enter"
import { dollars } from "@/lib/firewall/money"
import { isRefusal } from "@/lib/refusal"
import { joinGoodCity, mobileOf } from "@/lib/testing/goodcity-people"
import { ask, neighbour, policy, target, tight } from "@/lib/testing/goodcity-strangers"
import { elsewhere, google, headersOf, person } from "@/lib/testing/people"
import { countingAuth } from "@/lib/testing/round-trips"
import { type TestAuth, type TestOptions, testAuth } from "@/lib/testing/test-auth"
import { days, hours, minutes } from "@/lib/time"

/** Whose number it is that a stranger asks about. */
const holders = ["known", "unknown", "pending"] as const

/** Other numbers that sign up, `apart` from each other, and never verify. */
const others = async (auth: TestAuth, count: number, apart: number, address?: string) => {
  for (let index = 0; index < count; index++) await ask(auth, "signup", 300 + apart * index, address)
}

const narrow = policy({ countryFree: { money: dollars(2), least: 3, most: 4 } })
const little = { hour: dollars(0.3), day: dollars(0.3) }

type State = { options?: TestOptions; prepare?: (auth: TestAuth) => Promise<unknown>; address?: string }

/** What strangers, operators and outages can bring about before somebody asks. */
const states: Record<string, State> = {
  "in peace": {},
  "after 15 signups in their block": { prepare: (auth) => others(auth, 15, 1) },
  "with little room in their block": { options: tight("block", 3), prepare: (auth) => others(auth, 1, 1) },
  "with their prefix full": { options: tight("prefix", 4), prepare: (auth) => others(auth, 5, 1000) },
  "from a network that owes": { options: tight("strictNetwork", 3), address: "192.0.2.1" },
  "from neighbours of one that owes": {
    options: tight("strictWideNetwork", 5),
    prepare: (auth) => others(auth, 5, 100_000, "192.0.2.2"),
    address: "192.0.2.1",
  },
  "through a client that owes": { options: tight("client", 4), prepare: (auth) => others(auth, 8, 100_000) },
  "after a handful of signups in the country": { options: narrow, prepare: (auth) => others(auth, 5, 100_000) },
  "where the country owes, from a network that does too": {
    options: narrow,
    prepare: (auth) => others(auth, 5, 100_000).then(() => others(auth, 3, 1_000_000, "192.0.2.1")),
    address: "192.0.2.1",
  },
  "where a captcha token is compulsory": {
    options: { captcha: google, ...tight("strictLane", 3) },
    prepare: (auth) => others(auth, 6, 100_000),
  },
  "in mode 1": { options: { captcha: google }, prepare: (auth) => pinMode(1, auth.core.firewall.books, auth.now()) },
  "in mode 2": { options: { captcha: google }, prepare: (auth) => pinMode(2, auth.core.firewall.books, auth.now()) },
  "in mode 3": { prepare: (auth) => pinMode(3, auth.core.firewall.books, auth.now()) },
  "with newcomers' share of the money spent": {
    options: policy({ budgets: { all: little, country: little, whitelabel: little } }),
    prepare: (auth) => others(auth, 3, 100_000),
  },
  "with their prefix blocked": {
    prepare: (auth) =>
      auth.core.firewall.lists.put({
        kind: "prefix",
        value: mobileOf(0).slice(0, 8),
        effect: "block",
        addedAt: auth.now(),
      }),
  },
  "with their country off the list": { options: { countries: new Set(["US"]) } },
  "with look-ups on": { options: { lookUp: async () => "voip" } },
  "with look-ups on and nobody answering": { options: { lookUp: () => Promise.reject(new Error("nobody there")) } },
  "with the sender down": { options: { sms: { send: async () => ({ fate: "not-accepted", sender: "test" }) } } },
  "after Handbid's strangers named the number": {
    prepare: async (auth) => {
      for (let number = 0; number < 5; number++) {
        const body = { ...person(number).details, mobile: mobileOf(target), countryCode: "HK" }
        await auth.call("register", { body, address: elsewhere() })
      }
    },
  },
}

/** What a stranger hears, call by call, and which statements answered. */
async function heard(holder: (typeof holders)[number], { options, prepare, address }: State) {
  // Somebody of the block has an account in every case: that it has people is no secret, who they are is.
  const begun = await testAuth()
  await joinGoodCity(begun, holder === "known" ? target : neighbour)
  await begun.settled()
  begun.pass(days(14))
  const auth = await countingAuth({ ...options, sameData: true, keys: begun.core.keys })
  const answers: unknown[] = []
  const listen = async (path: "sendPin" | "signup") => {
    let answer: Awaited<ReturnType<typeof ask>> | undefined
    const statements = await auth.tripsOf(async () => {
      answer = await ask(auth, path, target, address)
    })
    const { status, headers, body } = answer as NonNullable<typeof answer>
    answers.push({
      path,
      status,
      headers: headersOf({ headers }),
      errors: body.errors,
      form: body.otp_auth_key?.length,
      statements,
    })
  }
  await ask(auth, holder === "pending" ? "signup" : "sendPin", target, address)
  auth.pass(minutes(2))
  await prepare?.(auth)
  for (const pause of [0, minutes(9), hours(7), days(1)]) {
    auth.pass(pause)
    await listen("sendPin")
    auth.pass(minutes(5))
    await listen("signup")
    await others(auth, 2, 3, address)
  }
  return answers
}

test.each(Object.entries(states))("known, unknown and pending hear the same, %s", async (_, state) => {
  const known = await heard("known", state)
  expect(await heard("unknown", state)).toEqual(known)
  expect(await heard("pending", state)).toEqual(known)
})

test("with a block full a stranger is refused, whoever has the number, and its owner at home is not", async () => {
  const auth = await testAuth()
  await others(auth, 15, 1)
  const pass = await enter(
    { verb: "test", action: "login" },
    { realm: "goodcity", client: "app", address: elsewhere() },
    auth.core,
  )
  if (isRefusal(pass)) throw new Error(pass.kind)
  const phone = { e164: mobileOf(target), country: "HK" }
  const asks = (to: "known" | "decoy" | "newcomer", whose: "home" | "stranger") =>
    admit({ pass, subject: `${to} ${whose}`, phone, to, whose, whitelabelId: 1 }, auth.core)
  for (const to of ["known", "decoy", "newcomer"] as const)
    expect(await asks(to, "stranger")).toMatchObject({ kind: "limited", quota: { name: "block" } })
  expect(await asks("known", "home")).toHaveProperty("withdraw")
})
