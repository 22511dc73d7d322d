import { describe, expect, test } from "vitest"
import type { Asked } from "@/lib/limits/limits"
import { policy } from "@/lib/limits/policy"
import type { Caller } from "@/lib/sign-in/core"
import { ownTurn, turn } from "@/lib/sign-in/steps/take-turn"
import { elsewhere, join, must } from "@/lib/testing/people"
import { joinShop, logIn, machines, postForm } from "@/lib/testing/shoppers"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { days, hours, minutes, seconds } from "@/lib/time"

const policyOf = (answer: { headers: Headers }) => answer.headers.get("ratelimit-policy")

/** Leaves so many in a budget that is kept in Postgres and that something was taken from before. */
async function leaveIn({ key, quota }: Asked, left = 0) {
  const db = await testDatabase({ empty: false })
  await db.limit.update({ where: { key }, data: { spent: quota.points - left } })
}
const network = { address: "203.0.113.7", realm: "commerce" } as Caller

describe("a session refreshes 3000 times in an hour, from wherever", () => {
  /** Somebody whose session has refreshed once, and may do so twice more. */
  async function nearlyDone() {
    const auth = await testAuth()
    const held = { ...(await join(auth)) }
    const refresh = (refreshToken = held.refreshToken) =>
      auth.call("refreshToken", { body: { refreshToken }, address: elsewhere() })
    const next = async () => {
      held.refreshToken = (await must(200, refresh())).body.refreshToken
    }
    await next()
    const [session] = await (await testDatabase({ empty: false })).session.findMany()
    await leaveIn(ownTurn(policy.refresh, session?.id ?? "", { realm: "handbid" } as Caller, auth.core), 2)
    return { auth, held, refresh, next }
  }

  test("beyond that it is told when to come back, nothing is written, and its token still holds then", async () => {
    const { auth, refresh, next } = await nearlyDone()
    for (const _ of [1, 2]) await next()
    const db = await testDatabase({ empty: false })
    const tokens = await db.token.count()
    const refused = await must(429, refresh())
    expect(policyOf(refused)).toBe('"refresh";q=3000;w=3600')
    expect(refused.headers.get("retry-after")).toBe("3600")
    for (const _ of [1, 2, 3]) await must(429, refresh())
    await auth.settled()
    expect(await db.token.count()).toBe(tokens)
    const about = { accountId: expect.any(String), sessionId: expect.any(String), client: "web", count: 4 }
    // Each came from a network of its own.
    expect(await db.event.findMany({ where: { kind: "refused" } })).toMatchObject(Array(4).fill({ ...about, count: 1 }))
    auth.pass(hours(1))
    await must(200, refresh())
  })

  test("and a token that was used before is seen for what it is all the same", async () => {
    const { held, refresh, next } = await nearlyDone()
    const stolen = held.refreshToken
    for (const _ of [1, 2]) await next()
    await must(429, refresh())
    await must(401, refresh(stolen))
    await must(401, refresh())
  })

  test("of many at once that share a budget no more are let in than there are", async () => {
    const auth = await testAuth()
    const { refreshToken, userId } = await joinShop(auth)
    const others = await Promise.all(Array.from({ length: 20 }, () => logIn(auth)))
    const refresh = (refreshToken: string) =>
      auth.callTo("commerce", "refresh", { body: { refreshToken }, address: elsewhere() })
    await must(200, refresh(refreshToken))
    await leaveIn(ownTurn(policy.accountRefresh, userId, network, auth.core), 7)
    const answers = await Promise.all(others.map(({ refreshToken }) => refresh(refreshToken)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(7)
    for (const refused of answers.filter(({ status }) => status !== 200)) expect(refused.status).toBe(429)
  })
})

test("all sessions of an account share a budget of refreshes, and so does a network, in Commerce's own 429", async () => {
  for (const name of ["account-refresh", "network-refresh"]) {
    const auth = await testAuth()
    const { refreshToken, userId } = await joinShop(auth)
    const refresh = (refreshToken: string) => auth.callTo("commerce", "refresh", { body: { refreshToken } })
    const next = (await must(200, refresh(refreshToken))).body.refreshToken
    await leaveIn(
      name === "account-refresh"
        ? ownTurn(policy.accountRefresh, userId, network, auth.core)
        : turn(policy.networkRefresh, network, auth.core),
    )
    const refused = await must(429, refresh(next))
    expect(policyOf(refused)).toContain(`"${name}"`)
    expect(refused.body.error.code).toBe("rate_limited")
  }
})

test("a session leaves one token for good at each refresh: of those that it replaced, those long dead go", async () => {
  const auth = await testAuth()
  let { refreshToken } = await join(auth)
  const db = await testDatabase({ empty: false })
  const refresh = async () => {
    refreshToken = (await must(200, auth.call("refreshToken", { body: { refreshToken }, address: elsewhere() }))).body
      .refreshToken
  }
  for (const _ of [1, 2, 3, 4]) await refresh()
  expect(await db.token.count({ where: { kind: "access" } })).toBe(5)
  auth.pass(days(1) + seconds(11))
  await refresh()
  // The one that it had by then, and the new one.
  expect(await db.token.count({ where: { kind: "access" } })).toBe(2)
  expect(await db.token.count({ where: { kind: "refresh" } })).toBe(6)
})

test("refreshes and a machine's tokens are counted in the record, one row a minute", async () => {
  const auth = await testAuth({ oauthClients: machines })
  let { refreshToken } = await join(auth)
  const [{ id: client_id, secret: client_secret }] = machines as [(typeof machines)[0]]
  const grant = { grant_type: "client_credentials", client_id, client_secret }
  auth.pass(minutes(1))
  for (const _ of [1, 2, 3]) {
    refreshToken = (await must(200, auth.call("refreshToken", { body: { refreshToken } }))).body.refreshToken
    await must(200, postForm(auth, "token", grant))
  }
  const db = await testDatabase({ empty: false })
  for (const kind of ["refreshed", "client-token"])
    expect(await db.event.findMany({ where: { kind } })).toMatchObject([{ count: 3 }])
})

test("a machine gets 100,000 tokens in an hour, and hears of it in OAuth's own 429", async () => {
  const auth = await testAuth({ oauthClients: machines })
  const [{ id: client_id, secret: client_secret }] = machines as [(typeof machines)[0]]
  const ask = () => postForm(auth, "token", { grant_type: "client_credentials", client_id, client_secret })
  await must(200, ask())
  await leaveIn(ownTurn(policy.clientTokens, client_id, network, auth.core))
  const db = await testDatabase({ empty: false })
  const before = await db.session.count()
  expect(policyOf(await must(429, ask()))).toBe('"client-tokens";q=100000;w=3600')
  expect(await db.session.count()).toBe(before)
})
