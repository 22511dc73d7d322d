import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { bad, good, type Post } from "@/lib/testing/malformed"
import { elsewhere, join } from "@/lib/testing/people"
import { type CallAnswer, type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"

const runs = { numRuns: 500, seed: 20260301 }

function expectRefusal(answer: CallAnswer, auth: TestAuth) {
  expect(auth.surprises).toEqual([])
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expect(answer.headers.get("content-type")).toBe("application/json")
  expect(answer.body).toMatchObject({ error: expect.any(String), message: expect.any(String) })
  // What went wrong is told in our words, not in those of a parser or a validator.
  expect(answer.text).not.toMatch(/invalid input|expected|Too (big|small)|unexpected token|at position|\n\s+at /i)
}

async function rowsIn(): Promise<number> {
  const db = await testDatabase({ empty: false })
  const counts = [
    db.account.count(),
    db.identity.count(),
    db.challenge.count(),
    db.cooldown.count(),
    db.failureCount.count(),
    db.limit.count(),
    db.session.count(),
    db.token.count(),
    db.event.count(),
    db.favorite.count(),
    db.decision.count(),
    db.exposure.count(),
    db.budget.count(),
  ]
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
}

describe("500 malformed bodies of all kinds get only 4xx, only JSON, and leave no trace", () => {
  test.each(Object.keys(good) as Post[])("%s", async (path) => {
    const auth = await testAuth()
    const property = fc.asyncProperty(bad(path), async ({ body, type }) => {
      expectRefusal(
        await auth.call(path, { method: "POST", body, headers: { "content-type": type }, address: elsewhere() }),
        auth,
      )
    })
    await fc.assert(property, runs)
    expect(auth.outbox).toEqual([])
    expect(await rowsIn()).toBe(0)
  })

  test("logout, by somebody signed in: an object with whatever in it is fine, anything else 4xx", async () => {
    const auth = await testAuth()
    const { accessToken } = await join(auth)
    const noObject = fc
      .jsonValue()
      .filter((value) => typeof value !== "object" || Array.isArray(value) || value === null)
    const headers = { authorization: `Bearer ${accessToken}`, "content-type": "application/json" }
    const property = fc.asyncProperty(
      noObject.map((value) => JSON.stringify([value])),
      async (body) => {
        expectRefusal(await auth.call("logout", { body, headers }), auth)
      },
    )
    await fc.assert(property, { ...runs, numRuns: 100 })
  })
})

describe("500 malformed queries, ids and headers", () => {
  const chars = fc.string({ unit: "binary", maxLength: 40 })

  test("a query of the list is taken or refused, and breaks nothing", async () => {
    const auth = await testAuth()
    const key = fc.oneof(fc.constantFrom("limit", "offset", "limit[]", "__proto__", "constructor", "id"), chars)
    const pairs = fc.array(fc.tuple(key, fc.oneof(chars, fc.integer().map(String), fc.double().map(String))))
    const text = fc.oneof(
      pairs.map((all) =>
        all.map((pair) => pair.map((part) => encodeURIComponent(part.toWellFormed())).join("=")).join("&"),
      ),
      fc.string({ maxLength: 60 }),
    )
    const property = fc.asyncProperty(text, async (query) => {
      const answer = await auth.call("auctions", { query: `?${query}`, address: elsewhere() })
      if (answer.status !== 200) expectRefusal(answer, auth)
      else expect(Object.keys(answer.body)).toEqual(["data", "totalCount", "limit", "offset"])
    })
    await fc.assert(property, runs)
  })

  test("an id that is no number is 404 everywhere", async () => {
    const auth = await testAuth()
    const headers = { authorization: `Bearer ${(await join(auth)).accessToken}` }
    const id = fc
      .oneof(chars, fc.double().map(String), fc.bigInt().map(String))
      .filter((text) => !/^\d{1,9}$/.test(text))
    const property = fc.asyncProperty(id, async (id) => {
      const asked = { params: { id }, address: elsewhere() }
      for (const path of ["auction", "item"] as const) expect((await auth.call(path, asked)).status).toBe(404)
      for (const method of ["PUT", "DELETE"]) {
        const answer = await auth.call("itemFavorite", { ...asked, method, headers })
        expect(answer.status).toBe(404)
        expectRefusal(answer, auth)
      }
    })
    await fc.assert(property, { ...runs, numRuns: 150 })
  })

  test("an Authorization that is no token of ours is 401", async () => {
    const auth = await testAuth()
    const printable = fc.string({ unit: fc.integer({ min: 0x21, max: 0xff }).map((code) => String.fromCharCode(code)) })
    const property = fc.asyncProperty(printable, fc.constantFrom("", "Bearer ", "Basic "), async (text, scheme) => {
      const answer = await auth.call("item", { params: { id: "101" }, headers: { authorization: scheme + text } })
      expect(answer.status).toBe(401)
      expectRefusal(answer, auth)
    })
    await fc.assert(property, runs)
  })
})
