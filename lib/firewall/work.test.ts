import { type Challenge, solveChallenge } from "altcha-lib"
import { deriveKey } from "altcha-lib/algorithms/scrypt"
import { describe, expect, test } from "vitest"
import { strangerTextCharges } from "@/lib/firewall/rules/stranger-texts"
import { keyRing } from "@/lib/keys/key-ring"
import { policy } from "@/lib/limits/policy"
import { isRefusal, type Refusal } from "@/lib/refusal"
import { register } from "@/lib/sign-in/register"
import { door } from "@/lib/testing/door"
import { person } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { minutes, seconds } from "@/lib/time"

const address = "203.0.113.7"
const browser = { realm: "handbid", audience: "browser", client: "browser", address, userAgent: undefined } as const

/** Someone else of the same address asks, or the same person with what they worked for. */
function ask(auth: TestAuth, number: number, answer?: string, from = address) {
  const { details, email, phone } = person(number)
  const request = { firstName: details.firstname, lastName: details.lastname, email, phone, country: "US" }
  return register(request, { ...browser, address: from, work: { answer } }, auth.core)
}

/** The address has asked for all that it may without a token. Answers the puzzle that the next one gets. */
async function puzzled(auth: TestAuth, number = 50): Promise<string> {
  for (let index = 0; index < 10; index++) await ask(auth, index)
  return puzzleIn(await ask(auth, number))
}

const puzzleIn = (answer: object) => (isRefusal(answer) && "puzzle" in answer ? answer.puzzle : undefined) ?? "none"

async function solve(puzzle: string): Promise<string> {
  const challenge: Challenge = JSON.parse(puzzle)
  const solution = await solveChallenge({ challenge, deriveKey })
  return JSON.stringify({ challenge, solution })
}

const refused = (kind: Refusal["kind"]) => expect.objectContaining({ refused: true, kind })
const limited = refused("limited")

describe("whoever is refused for want of a token", () => {
  test("is sent a PIN once their browser has worked", async () => {
    const auth = await testAuth()
    const answer = await solve(await puzzled(auth))
    expect(await ask(auth, 50, answer)).toMatchObject({ email: person(50).email })
    expect(auth.pinFor(person(50).phone)).toMatch(/^\d{6}$/)
  })

  test("passes with one solution once, however many send it at once", async () => {
    const auth = await testAuth()
    const answer = await solve(await puzzled(auth))
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(auth, 50, answer)))
    expect(answers.filter((one) => !isRefusal(one))).toHaveLength(1)
  })

  test("cannot take the solution elsewhere: to another person, another network or another time", async () => {
    const auth = await testAuth()
    const answer = await solve(await puzzled(auth))
    expect(await ask(auth, 51, answer)).toEqual(limited)
    for (let index = 0; index < 10; index++) await ask(auth, 60 + index, undefined, "198.51.100.1")
    expect(await ask(auth, 50, answer, "198.51.100.1")).toEqual(limited)
    auth.pass(minutes(5) - seconds(30))
    for (let index = 0; index < 10; index++) await ask(auth, 70 + index)
    const late = await solve(puzzleIn(await ask(auth, 50)))
    auth.pass(minutes(5))
    for (let index = 0; index < 10; index++) await ask(auth, 80 + index)
    expect(await ask(auth, 50, late)).toEqual(limited)
  })

  test("cannot make the puzzle easier, nor name any answer", async () => {
    const auth = await testAuth()
    const { challenge, solution } = JSON.parse(await solve(await puzzled(auth)))
    const easier = { ...challenge, parameters: { ...challenge.parameters, cost: 1024 } }
    const forged = [
      await solve(JSON.stringify(easier)),
      JSON.stringify({ challenge, solution: { ...solution, counter: solution.counter + 1 } }),
      JSON.stringify({ challenge, solution: null }),
      JSON.stringify({ challenge: { parameters: null }, solution }),
      "[]",
      "{",
      "x".repeat(100_000),
    ]
    for (const answer of forged) expect(await ask(auth, 50, answer)).toEqual(limited)
  })

  test("is offered none where it would change nothing: in a wait, for a country that gets no texts", async () => {
    const auth = await testAuth({ countries: new Set(["HK"]) })
    expect(puzzleIn(await ask(auth, 50))).toBe("none")
    const open = await testAuth({ sameData: true, countries: "all", keys: auth.core.keys })
    await ask(open, 50)
    const again = await register(
      { firstName: "Pat", lastName: "Lee", email: "other@example.com", phone: person(50).phone, country: "US" },
      { ...browser, work: { answer: undefined } },
      open.core,
    )
    expect(puzzleIn(again)).toBe("none")
  })

  test("is offered none by the published APIs", async () => {
    const auth = await testAuth()
    for (let index = 0; index < 10; index++) await auth.call("register", { body: person(index).details, address })
    const { status, text } = await auth.call("register", { body: person(50).details, address })
    expect(status).toBe(429)
    expect(text).not.toContain("puzzle")
  })
})

/** Bots without a token have made one compulsory. */
async function underAttack(): Promise<TestAuth> {
  const { auth, ask: flood, mode } = await door()
  for (let index = 0; index < 60; index++) {
    const number = `+1${[201, 415, 512][index % 3]}${200 + index * 3}${4000 + index}`
    await flood(number, "US", { token: null })
  }
  expect(await mode()).toBe(1)
  return auth
}

test("under attack the puzzle is dearer, and opens what a token would open", async () => {
  const auth = await underAttack()
  const refusal = await ask(auth, 50)
  expect(refusal).toEqual(refused("captcha-failed"))
  const atPeace = await puzzled(await testAuth())
  expect(costOf(puzzleIn(refusal))).toBe(2 * costOf(atPeace))
})

test("under attack whoever has worked is sent a PIN", async () => {
  const auth = await underAttack()
  const answer = await solve(puzzleIn(await ask(auth, 50)))
  expect(await ask(auth, 50, answer)).toMatchObject({ email: person(50).email })
})

test("work buys no more texts to people whom strangers name than no work does", async () => {
  const { strict } = policy.strangerTexts
  const decision = { realm: "handbid", network: "n", place: "p" } as const
  const keys = keyRing(["a secret"])
  const worked = strangerTextCharges({ ...decision, lane: "trusted", captcha: "worked" }, "phone", keys)
  expect(worked).toEqual(strangerTextCharges({ ...decision, lane: "strict", captcha: "none" }, "phone", keys))
  expect(worked.find(({ name }) => name === "network")?.policy).toEqual(strict.network)
})

const costOf = (puzzle: string): number => JSON.parse(puzzle).parameters.cost
