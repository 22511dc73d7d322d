import { afterEach, expect, test, vi } from "vitest"
import { everyOperation } from "@/lib/reference/openapi"
import { joinGoodCity } from "@/lib/testing/goodcity-people"
import { bearer, elsewhere, join } from "@/lib/testing/people"
import { joinShop } from "@/lib/testing/shoppers"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"

// What is composed (NFC, NFKC) takes time with the square of a run of accents, and the whole server waits for it.
const run = `a${"\u0301\u0316".repeat(15_000)}`

afterEach(() => void vi.restoreAllMocks())

/** The same value with one of its texts so long, for each of its texts. */
function* spoilt(value: unknown): Generator<unknown> {
  if (typeof value === "string") yield run
  if (typeof value !== "object" || value === null) return
  for (const [key, part] of Object.entries(value))
    for (const long of spoilt(part)) yield Array.isArray(value) ? [long] : { ...value, [key]: long }
}

const posts = everyOperation().filter(({ method, docs }) => method === "POST" && docs.example)

/** A token of somebody who may ask for the operation. */
const tokenFor = async (dialect: string, auth: TestAuth) => {
  if (dialect === "handbid") return (await join(auth)).accessToken
  if (dialect === "goodcity") return (await joinGoodCity(auth)).token
  return (await joinShop(auth)).accessToken
}

test.each(posts.map((one) => [`${one.dialectName} ${one.pathName}`, one] as const))(
  "%s composes no text that is longer than any that it asks for",
  async (_, { dialectName, pathName, docs, operation }) => {
    const auth = await testAuth()
    const token = operation.token === "required" ? await tokenFor(dialectName, auth) : undefined
    const composing = vi.spyOn(String.prototype, "normalize")
    for (const body of spoilt(docs.example)) {
      const headers = { "client-device-id": "a device", ...(token && bearer(token)) }
      const call = { method: "POST", body, headers, address: elsewhere() }
      expect((await auth.callTo(dialectName as "handbid", pathName as "register", call)).status).toBeLessThan(500)
    }
    expect(Math.max(0, ...composing.mock.contexts.map((text) => String(text).length))).toBeLessThanOrEqual(1024)
    expect(auth.surprises).toEqual([])
  },
)
