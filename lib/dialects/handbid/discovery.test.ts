import { describe, expect, test } from "vitest"
import type { Limits } from "@/lib/limits/limits"
import { bearer, elsewhere, join } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"

const list = (auth: TestAuth, query: string) => auth.call("auctions", { query })

describe("lists are {data, totalCount, limit, offset}", () => {
  test("and an auction is this", async () => {
    const auth = await testAuth()
    const { status, body } = await auth.call("auctions")
    expect(status).toBe(200)
    expect(Object.keys(body)).toEqual(["data", "totalCount", "limit", "offset"])
    expect(body).toMatchObject({ totalCount: 3, limit: 25, offset: 0 })
    expect(body.data[2]).toEqual({
      id: 1,
      name: "Harbour Lights Gala",
      startsAt: "2026-02-28T12:00:00.000Z",
      endsAt: "2026-03-31T12:00:00.000Z",
      itemCount: 3,
    })
  })

  test.each([
    ["?limit=2", 2, [3, 2]],
    ["?limit=2&offset=2", 2, [1]],
    ["?limit=100", 100, [3, 2, 1]],
    ["?offset=1", 25, [2, 1]],
    ["?limit=1&offset=1&colour=blue", 1, [2]],
  ])("%s", async (query, limit, ids) => {
    const auth = await testAuth()
    const { body } = await list(auth, query)
    expect(body.data.map(({ id }: { id: number }) => id)).toEqual(ids)
    expect(body).toMatchObject({ totalCount: 3, limit })
  })

  test("past the end is 200 with an empty list", async () => {
    const auth = await testAuth()
    for (const offset of [3, 4, 999_999_999])
      expect(await list(auth, `?offset=${offset}`)).toMatchObject({
        status: 200,
        body: { data: [], totalCount: 3, offset },
      })
  })

  test("limit=0 counts only", async () => {
    const auth = await testAuth()
    const { status, body } = await list(auth, "?limit=0")
    expect(status).toBe(200)
    expect(body).toEqual({ data: [], totalCount: 3, limit: 0, offset: 0 })
  })

  test.each(["101", "-1", "1.5", "ten", "", "1e1", "0x10", "%00", "99999999999999999999", "١"])(
    "limit is 0..100: %j is 400 validation_error",
    async (limit) => {
      const auth = await testAuth()
      const answer = await list(auth, `?limit=${limit}`)
      expect(answer).toMatchObject({ status: 400, body: { error: "validation_error" } })
      expect(Object.keys(answer.body.fields)).toEqual(["limit"])
    },
  )

  test.each(["-1", "1.5", "ten", "99999999999999999999"])("offset %j is 400, and says what may be", async (offset) => {
    const auth = await testAuth()
    const answer = await list(auth, `?offset=${offset}`)
    expect(answer).toMatchObject({ status: 400, body: { error: "validation_error" } })
    expect(Object.keys(answer.body.fields)).toEqual(["offset"])
  })
})

describe("one auction, one item", () => {
  test("are this", async () => {
    const auth = await testAuth()
    expect((await auth.call("auction", { params: { id: "2" } })).body).toMatchObject({ id: 2, itemCount: 3 })
    expect((await auth.call("item", { params: { id: "203" } })).body).toEqual({
      id: 203,
      auctionId: 2,
      name: "Two concert seats",
      description: "Two concert seats, given by a friend of the house.",
      startingPrice: 150,
    })
  })

  test.each([
    "0",
    "4",
    "-1",
    "1.0",
    "one",
    "",
    "999999999",
    "99999999999999999999",
    "1 OR 1=1",
    "../1",
    "\u0000",
    "__proto__",
  ])("there is none of id %j: 404 not_found", async (id) => {
    const auth = await testAuth()
    for (const path of ["auction", "item"] as const)
      expect(await auth.call(path, { params: { id } })).toMatchObject({ status: 404, body: { error: "not_found" } })
  })

  test("an id in the query does not win over the path's", async () => {
    const auth = await testAuth()
    expect((await auth.call("auction", { params: { id: "2" }, query: "?id=1" })).body.id).toBe(2)
  })
})

describe("favourites", () => {
  test.each([
    ["auctionFavorite", "auction", "2"],
    ["itemFavorite", "item", "201"],
  ] as const)("%s: PUT and DELETE are 204, twice as once, and `isFavorite` follows", async (path, shown, id) => {
    const auth = await testAuth()
    const headers = bearer((await join(auth)).accessToken)
    const isFavorite = async () => (await auth.call(shown, { params: { id }, headers })).body.isFavorite
    expect(await isFavorite()).toBe(false)
    for (const [method, then] of [
      ["PUT", true],
      ["PUT", true],
      ["DELETE", false],
      ["DELETE", false],
    ] as const) {
      expect(await auth.call(path, { method, params: { id }, headers })).toMatchObject({ status: 204, text: "" })
      expect(await isFavorite()).toBe(then)
    }
  })

  test("lists mark the favourites among them", async () => {
    const auth = await testAuth()
    const headers = bearer((await join(auth)).accessToken)
    await auth.call("auctionFavorite", { method: "PUT", params: { id: "2" }, headers })
    const { body } = await auth.call("auctions", { headers })
    expect(body.data.map(({ isFavorite }: { isFavorite: boolean }) => isFavorite)).toEqual([false, true, false])
  })

  test("need a token, and something to mark", async () => {
    const auth = await testAuth()
    const headers = bearer((await join(auth)).accessToken)
    for (const method of ["PUT", "DELETE"]) {
      expect((await auth.call("itemFavorite", { method, params: { id: "101" } })).status).toBe(401)
      expect((await auth.call("itemFavorite", { method, params: { id: "999" }, headers })).status).toBe(404)
      expect((await auth.call("auctionFavorite", { method, params: { id: "x" }, headers })).status).toBe(404)
    }
  })
})

describe("keying: an authenticated request is limited by account and endpoint, an anonymous one by IP and endpoint", () => {
  /** The real budget's rules, with two instead of its many. */
  const two = (): Limits => {
    const spent = new Map<string, number>()
    return {
      async take(asked, now) {
        for (const { key, quota } of asked) {
          const count = (spent.get(key) ?? 0) + 1
          const retryAt = new Date(now.getTime() + 1000)
          if (quota.name === "discovery" && count > 2) return { taken: false, quota, retryAt }
          spent.set(key, count)
        }
        return { taken: true }
      },
      giveBack: async () => undefined,
    }
  }
  const look = async (auth: TestAuth, address: string | undefined, accessToken?: string) =>
    (await auth.call("auctions", { address, headers: accessToken ? bearer(accessToken) : {} })).status

  test("by IP", async () => {
    const auth = await testAuth({ limits: two() })
    expect([await look(auth, "192.0.2.1"), await look(auth, "192.0.2.1")]).toEqual([200, 200])
    const refused = await auth.call("auctions", { address: "192.0.2.1" })
    expect(refused).toMatchObject({ status: 429, body: { error: "rate_limited", retryAfter: 1 } })
    expect(await look(auth, "192.0.2.2")).toBe(200)
    expect((await auth.call("item", { params: { id: "101" }, address: "192.0.2.1" })).status).toBe(200)
  })

  test("by account, wherever it calls from", async () => {
    const auth = await testAuth({ limits: two() })
    const [one, other] = [await join(auth, 1), await join(auth, 2)]
    await look(auth, "192.0.2.1")
    await look(auth, "192.0.2.1")
    expect(await look(auth, "192.0.2.1", one.accessToken)).toBe(200)
    expect(await look(auth, elsewhere(), one.accessToken)).toBe(200)
    expect(await look(auth, elsewhere(), one.accessToken)).toBe(429)
    expect(await look(auth, "192.0.2.1", other.accessToken)).toBe(200)
  })

  test("with no resolvable IP in one shared budget", async () => {
    const auth = await testAuth({ limits: two() })
    await look(auth, undefined)
    await look(auth, undefined)
    expect(await look(auth, undefined)).toBe(429)
  })
})
