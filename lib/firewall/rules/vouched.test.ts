import { expect, test } from "vitest"
import { door, inTurn, kinds, us, withMoney } from "@/lib/testing/door"
import { hours } from "@/lib/time"

const anywhere = (index: number) => `+1${[201, 303, 415, 512][index % 4]}${300 + index * 3}${4000 + index}`

/** Somebody sends so many unverified messages without a token into one row of numbers. */
const usedUp = async () => {
  const asked = await door({ policy: withMoney })
  await inTurn(12, (index) => asked.ask(us(1000 + index), "US", { token: null }))
  expect(kinds([await asked.ask(us(1050), "US", { token: null })])).toEqual(["limited"])
  return asked
}

test("a row of numbers that others used up is passed with a good token from a clean network, and by bots only so often", async () => {
  const { ask } = await usedUp()
  const people = await inTurn(20, async (index) => {
    const answer = await ask(us(1100 + index), "US")
    await answer.verify?.()
    return answer
  })
  expect(kinds(people)).toEqual(Array(20).fill("sent"))
  const bots = kinds(await inTurn(60, (index) => ask(us(1200 + index), "US")))
  expect(bots.filter((kind) => kind === "sent").length).toBeLessThan(45)
  expect(bots.at(-1)).toBe("limited")
})

test("a carrier's address that others used up is passed by people whose numbers are clean, once more with each who verifies", async () => {
  const { auth, ask } = await door({ policy: withMoney })
  const nat = { address: "198.51.100.7" }
  const bots = kinds(await inTurn(75, (index) => ask(anywhere(index), "US", nat)))
  expect(bots.at(-1)).toBe("limited")
  auth.pass(hours(1))
  const people = await inTurn(20, async (index) => {
    const answer = await ask(anywhere(200 + index), "US", nat)
    await answer.verify?.()
    return answer
  })
  expect(kinds(people)).toEqual(Array(20).fill("sent"))
})
