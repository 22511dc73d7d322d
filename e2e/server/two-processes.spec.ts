import { expect, test } from "@playwright/test"
import { byStatus, pinsFor, post } from "./client"
import { type Cluster, startCluster } from "./cluster"

// Two processes on one Postgres. Without DATABASE_URL there is none to share.
test.skip(!process.env.DATABASE_URL, "needs DATABASE_URL")

let cluster: Cluster
test.beforeAll(async () => {
  cluster = await startCluster("pins")
})
test.afterAll(() => cluster?.stop())

/** Fifty calls at once, turn and turn about to the two processes, each from its own address. */
const fifty = (path: string, body: unknown, network: number) =>
  Promise.all(
    Array.from({ length: 50 }, (_, n) => post(`${cluster.url(n)}${path}`, body, `198.51.${network}.${n + 1}`)),
  )

async function register(email: string, mobile: string) {
  const person = { firstname: "Two", lastname: "Gates", email, mobile, countryCode: "US" }
  expect((await post(`${cluster.url(0)}/v3/auth/register`, person, "198.51.100.200")).status).toBe(201)
}

test("of 50 simultaneous verify-pin calls with the right PIN one succeeds, and the others are no failures of ours", async () => {
  await register("verify@example.com", "3035551301")
  const [pin] = await pinsFor(cluster.url(1), "+13035551301")
  const counts = byStatus(await fifty("/v3/auth/verify-pin", { email: "verify@example.com", pin }, 101))
  expect(counts[200]).toBe(1)
  expect((counts[401] ?? 0) + (counts[429] ?? 0)).toBe(49)
})

test("of 50 simultaneous resends one text message leaves", async () => {
  await register("resend@example.com", "3035551302")
  // Waits are named by keyed hashes, so that all of this database's are ended.
  await cluster.statement(`UPDATE "Cooldown" SET "until" = now() - interval '1 second'`)
  const counts = byStatus(await fifty("/v3/auth/resend-pin", { email: "resend@example.com" }, 102))
  expect(counts).toEqual({ 202: 1, 429: 49 })
  const pins = await pinsFor(cluster.url(0), "+13035551302")
  expect(pins).toHaveLength(2)
  expect(new Set(pins).size).toBe(1)
})

test("50 simultaneous refreshes of one token all get the same successor", async () => {
  await register("refresh@example.com", "3035551303")
  const [pin] = await pinsFor(cluster.url(0), "+13035551303")
  const { body } = await post(
    `${cluster.url(1)}/v3/auth/verify-pin`,
    { email: "refresh@example.com", pin },
    "198.51.100.201",
  )
  const answers = await fifty("/auth/refresh-token", { refreshToken: body.refreshToken }, 103)
  expect(byStatus(answers)).toEqual({ 200: 50 })
  expect(new Set(answers.map((answer) => answer.body.refreshToken)).size).toBe(1)
})

test("of 50 simultaneous email-checks of somebody known one text message leaves, and all get the same answer", async () => {
  await register("check@example.com", "3035551304")
  const [pin] = await pinsFor(cluster.url(0), "+13035551304")
  await post(`${cluster.url(0)}/v3/auth/verify-pin`, { email: "check@example.com", pin }, "198.51.100.202")
  const answers = await fifty("/v3/auth/email-check", { email: "check@example.com" }, 104)
  expect(byStatus(answers)).toEqual({ 200: 50 })
  expect(await pinsFor(cluster.url(0), "+13035551304")).toHaveLength(2)
})
