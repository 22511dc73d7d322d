import { expect, test } from "@playwright/test"
import { pinsFor, post } from "./client"
import { type Cluster, startCluster } from "./cluster"
import { movingClock } from "./server"

// Two processes on one Postgres, the second an hour ahead. Without DATABASE_URL there is none to share.
test.skip(!process.env.DATABASE_URL, "needs DATABASE_URL")

let cluster: Cluster
test.beforeAll(async () => {
  cluster = await startCluster("clocks", {}, 2, { ...movingClock, CLOCK_AHEAD: "3600000" })
})
test.afterAll(() => cluster?.stop())

test("what either sends opens at the other, no second text leaves within the wait, and an hour has one budget", async () => {
  for (const [from, to] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const email = `clock${from}@example.com`
    const person = { firstname: "Two", lastname: "Clocks", email, mobile: `303555131${from}`, countryCode: "US" }
    const ask = (n: number) => post(`${cluster.url(n)}/v3/auth/register`, person, `198.51.100.${n + 1}`)
    expect((await ask(from)).status).toBe(201)
    await ask(to)
    const pins = await pinsFor(cluster.url(0), `+1303555131${from}`)
    expect(pins).toHaveLength(1)
    const verified = await post(`${cluster.url(to)}/v3/auth/verify-pin`, { email, pin: pins[0] }, "198.51.100.9")
    expect(verified.status).toBe(200)
  }
  const spans = await cluster.statement(`SELECT FROM "Decision" WHERE "at" > now() + interval '1 minute'`)
  expect(spans).toEqual([])
})
