import { describe, expect, test } from "vitest"
import { sealedName } from "@/lib/keys/key-ring"
import { policy } from "@/lib/limits/policy"
import { door, inTurn, kinds, us } from "@/lib/testing/door"
import { testDatabase } from "@/lib/testing/test-database"
import { hours, minutes } from "@/lib/time"

const address = "198.51.100.7"
/** A stranger at one address asks for a text to one known person after another, without a captcha token. */
const known = (index: number) => ({ to: "known", subject: `known${index}@example.com`, address, token: null }) as const
const { network, place } = policy.strangerTexts.strict

describe("texts to known people that a stranger asks for and nobody verifies", () => {
  test("are few from one network, whoever they are for, and then one in six hours", async () => {
    const { auth, ask } = await door()
    const asked = () =>
      inTurn(network.capacity + 3, async (index) => {
        auth.pass(minutes(1))
        return ask(us(index), "US", known(index))
      })
    const answers = kinds(await asked())
    expect(answers.filter((kind) => kind === "sent")).toHaveLength(network.capacity)
    expect(answers.slice(network.capacity)).toEqual(["limited", "limited", "limited"])
    auth.pass(hours(6))
    expect(kinds([await ask(us(900), "US", known(900)), await ask(us(901), "US", known(901))])).toEqual([
      "sent",
      "limited",
    ])
  })

  test("hold up neither a stranger elsewhere nor the owner on a known device behind that address", async () => {
    const { auth, ask } = await door()
    await inTurn(network.capacity + 1, async (index) => {
      auth.pass(minutes(1))
      return ask(us(index), "US", known(index))
    })
    const owner = await ask(us(901), "US", { ...known(901), whose: "home" })
    const elsewhere = await ask(us(902), "US", { ...known(902), address: "203.0.113.9" })
    expect(kinds([owner, elsewhere])).toEqual(["sent", "sent"])
  })

  test("count for nothing once they are verified", async () => {
    const { auth, ask } = await door()
    const answers = await inTurn(network.capacity + 20, async (index) => {
      auth.pass(minutes(1))
      const answer = await ask(us(index), "US", known(index))
      await answer.verify?.()
      return answer
    })
    expect(new Set(kinds(answers))).toEqual(new Set(["sent"]))
  })

  test("stay owed, though the people whom they were for sign in every day on networks of their own", async () => {
    const { auth, ask } = await door()
    for (let index = 0; index < network.capacity; index++) {
      auth.pass(minutes(1))
      expect((await ask(us(index), "US", known(index))).refusal).toBeUndefined()
      for (const whose of ["home", "stranger"] as const) {
        auth.pass(minutes(1))
        const own = await ask(us(index), "US", { ...known(index), whose, address: `203.0.113.${index}` })
        expect(own.refusal).toBeUndefined()
        await own.verify?.()
      }
    }
    expect(kinds([await ask(us(900), "US", known(900))])).toEqual(["limited"])
  })

  test("are made good where the PIN is typed on the move: the one that it was sent for", async () => {
    const { auth, ask, decisions } = await door()
    const first = await ask(us(1), "US", { ...known(1), address: "203.0.113.1" })
    auth.pass(minutes(2))
    await ask(us(1), "US", known(1))
    await first.verify?.("a network of a train")
    expect((await decisions()).map(({ verifiedAt }) => verifiedAt !== null)).toEqual([true, false])
  })

  test("may be more from a network where people sign in: some of them give up", async () => {
    const { auth, ask } = await door()
    await inTurn(10, async (index) => {
      auth.pass(minutes(1))
      await (await ask(us(index), "US", known(index))).verify?.()
    })
    const abandoned = await inTurn(network.capacity + 15, async (index) => {
      auth.pass(minutes(1))
      return ask(us(100 + index), "US", known(100 + index))
    })
    expect(new Set(kinds(abandoned))).toEqual(new Set(["sent"]))
  })

  test("leave a phone eight, however they are spread over networks and names", async () => {
    const { auth, ask } = await door()
    const answers = await inTurn(14, async (index) => {
      auth.pass(minutes(61))
      return ask(us(1), "US", { to: "known", subject: `known${index}@example.com`, token: null })
    })
    expect(kinds(answers).filter((kind) => kind === "sent").length).toBeLessThanOrEqual(9)
  })

  test("are asked for by clean networks alone while the realm's are over", async () => {
    const { auth, ask } = await door()
    for (const index of [0, 1, 2]) {
      auth.pass(minutes(1))
      await ask(us(index), "US", known(index))
    }
    const db = await testDatabase({ empty: false })
    const key = sealedName(auth.core.keys, "stranger-texts", "realm", "handbid")
    const open = policy.strangerTexts.realm.capacity + 10
    await db.drainingBudget.update({ where: { key }, data: { open } })
    expect(kinds([await ask(us(9), "US", known(9))])).toEqual(["limited"])
    expect(kinds([await ask(us(10), "US", { ...known(10), address: "203.0.113.9" })])).toEqual(["sent"])
  })

  test("are refused to nobody while the firewall only observes, and the ledger says what it would have done", async () => {
    const { auth, ask, decisions } = await door({ enforce: false })
    const answers = await inTurn(network.capacity + 1, async (index) => {
      auth.pass(minutes(1))
      return ask(us(index), "US", known(index))
    })
    expect(new Set(kinds(answers))).toEqual(new Set(["sent"]))
    expect((await decisions()).at(-1)).toMatchObject({
      refusedBy: "stranger-texts",
      outcome: "admitted",
      whose: "stranger",
    })
  })
})

test("the budget of the networks around one is larger than one network's, so that a neighbour is held up late", () => {
  expect(place.capacity).toBeGreaterThan(network.capacity * 2)
})
