import { describe, expect, test } from "vitest"
import { mountAll } from "@/lib/dialects/all"
import type { Handlers } from "@/lib/dialects/mount"
import { patience } from "@/lib/http/in-time"
import { keyRing } from "@/lib/keys/key-ring"
import type { Asked, Limits } from "@/lib/limits/limits"
import { policy } from "@/lib/limits/policy"
import { isOutage } from "@/lib/outside/outage"
import { describeAll, everyOperation, type Placed } from "@/lib/reference/openapi"
import { holdToReference, witnessing } from "@/lib/testing/documented"
import { joinGoodCity } from "@/lib/testing/goodcity-people"
import { bearer, elsewhere, google, join, must } from "@/lib/testing/people"
import { joinShop } from "@/lib/testing/shoppers"
import { type CallOptions, type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { tours } from "@/lib/testing/tours"
import { after } from "@/lib/time"

// testAuth holds every answer to the reference. Here every operation is asked for every status that it is said to have.

const witnessed = witnessing()
const operations = everyOperation().map((operation) => [operation.operationId, operation] as const)

/** The request that the reference gives as an example. */
function ask(auth: TestAuth, { dialectName, pathName, method, docs, headers, url }: Placed, changes: CallOptions = {}) {
  const needed = headers.flatMap(({ name, required, example = "" }) => (required ? [[name, example]] : []))
  const params = Object.fromEntries([...url.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, "1"]))
  const options = {
    method,
    params,
    address: elsewhere(),
    ...(method === "POST" && { body: docs.example ?? {} }),
    ...changes,
    headers: { ...Object.fromEntries(needed), ...changes.headers },
  }
  return auth.callTo(dialectName as "handbid", pathName as "item", options)
}

describe("what the frame refuses", () => {
  test.each(operations)("%s", async (_, operation) => {
    const auth = await testAuth({ captcha: google })
    const { method, docs, headers } = operation
    const { token } = operation.operation
    // Whoever is asked for a token is refused for its want before the body is read.
    if (method === "POST" && token !== "required") {
      expect((await ask(auth, operation, { body: "{" })).status).toBe(400)
      expect((await ask(auth, operation, { body: "x".repeat(65537) })).status).toBe(413)
    }
    if (method !== "GET") {
      const foreign = { headers: { origin: "https://elsewhere.example" } }
      expect((await ask(auth, operation, foreign)).status).toBe(403)
    }
    if (token) expect((await ask(auth, operation, { headers: bearer("nobody-s") })).status).toBe(401)
    if (token === "required") expect((await ask(auth, operation)).status).toBe(401)
    for (const { name, wrong } of headers)
      if (wrong) expect((await ask(auth, operation, { headers: { [name]: wrong } })).status).toBeGreaterThanOrEqual(400)
    for (const body of method === "POST" && !token ? [{}, ...(docs.wrong ?? [])] : [])
      expect((await ask(auth, operation, { body })).status).toBeLessThan(500)
    expect((await ask(auth, operation, { method: "PATCH", body: {} })).status).toBe(405)
  })
})

test("a core that cannot be had is 500 in the dialect's shape, everywhere", async () => {
  const api = mountAll(async () => Promise.reject(new Error("no database")))
  for (const { dialectName: dialect, pathName: path, method } of everyOperation()) {
    const { [path]: handlers } = api[dialect as keyof typeof api] as Record<string, Handlers>
    const request = new Request("https://latchkey.example/", { method })
    const answer = await (handlers as Handlers)[method as "GET"](request, { params: Promise.resolve({}) })
    expect(answer.status).toBe(500)
    const { status, headers } = answer
    holdToReference({ dialect, path, method, status, headers, body: await answer.json() })
  }
})

test("what is out of reach is 503 in the dialect's shape, and when to ask again, everywhere but at GoodCity's, which knows none", async () => {
  const { core } = await testAuth()
  const addressOf = () => {
    throw Object.assign(new Error("gone"), { code: "ECONNREFUSED" })
  }
  const around = { core, addressOf, origins: new Set<string>(), report: expect.unreachable, patience, isOutage }
  const api = mountAll(async () => around)
  for (const { dialectName: dialect, pathName: path, method } of everyOperation()) {
    const { [path]: handlers } = api[dialect as keyof typeof api] as Record<string, Handlers>
    const request = new Request("https://latchkey.example/", { method })
    const { status, headers, ...rest } = await (handlers as Handlers)
      [method as "GET"](request, {
        params: Promise.resolve({}),
      })
      .then(async (answer) => ({ status: answer.status, headers: answer.headers, body: await answer.json() }))
    expect(status).toBe(dialect === "goodcity" ? 500 : 503)
    expect(headers.get("retry-after")).toBe("5")
    holdToReference({ dialect, path, method, status, headers, ...rest })
  }
})

const spent: Limits = {
  take: async ([asked], now) => {
    const { quota } = asked as Asked
    return { taken: false, quota, retryAt: after(now, quota.window) }
  },
  giveBack: async () => undefined,
}
const outOfReach: Limits = {
  take: async () => Promise.reject(new Error("unreachable")),
  giveBack: async () => undefined,
}

test("limits that are spent, and limits that are out of reach", async () => {
  for (const limits of [spent, outOfReach]) {
    const auth = await testAuth({ limits })
    for (const [, operation] of operations) await ask(auth, operation)
  }
})

test("limits that are spent, for people who are signed in too", async () => {
  const keys = keyRing(["a secret of this test, long enough to be one"])
  const before = await testAuth({ keys })
  const { accessToken, refreshToken } = await join(before)
  const shopper = await joinShop(before)
  const handbid = bearer(accessToken)
  const goodcity = bearer((await joinGoodCity(before, 1)).token)
  const auth = await testAuth({ keys, limits: spent, sameData: true })
  for (const [, operation] of operations) {
    const headers = { handbid, goodcity }[operation.dialectName as string]
    // Whoever signs out is not signed in any more.
    if (headers && operation.pathName !== "logout") await ask(auth, operation, { headers })
  }
  // What never was a token is no business of a limit's. Refreshes have budgets that always lie in Postgres.
  const refresh = (token: string) => auth.call("refreshToken", { body: { refreshToken: token } })
  const refreshShopper = (token: string) => auth.callTo("commerce", "refresh", { body: { refreshToken: token } })
  const held = [await must(200, refresh(refreshToken)), await must(200, refreshShopper(shopper.refreshToken))] as const
  await (await testDatabase({ empty: false })).limit.updateMany({ data: { spent: policy.networkRefresh.points } })
  await must(429, refresh(held[0].body.refreshToken))
  await must(429, refreshShopper(held[1].body.refreshToken))
})

describe("what goes well, and what the verbs refuse", () => {
  test.each(Object.entries(tours))("%s", (_, tour) => tour())
})

test("every status that the reference tells of was given, but for what only a race can bring about", async () => {
  const told = Object.values(describeAll().paths).flatMap((path) =>
    Object.values(path).flatMap(({ operationId, responses }) =>
      Object.keys(responses).map((status) => `${operationId} ${status}`),
    ),
  )
  expect(told.filter((one) => !witnessed.has(one))).toEqual(["handbidVerifyPin 409"])
})
