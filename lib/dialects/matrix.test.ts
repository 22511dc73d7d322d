import { describe, expect, test } from "vitest"
import { documented } from "@/lib/reference/documented"
import { matrix } from "@/lib/reference/matrix"
import { schemaOf } from "@/lib/reference/schema"
import { mismatch } from "@/lib/testing/documented"

const { dialects, rows } = matrix()
const cells = rows.flatMap(({ name, from, answers }) =>
  answers.map((answer, index) => {
    const dialect = dialects[index]?.name as keyof typeof documented
    return [`${dialect}: ${name}`, { dialect, name, from, ...answer }] as const
  }),
)
const fromCore = cells.filter(([, { from }]) => from === "core")

test("dialects by outcomes", () => {
  const [widest, wide] = [Math.max(...rows.map(({ name }) => name.length)), 56]
  const line = (words: string[]) =>
    words.map((word, index) => word.slice(0, wide).padEnd(index ? wide : widest)).join("  ")
  const table = rows.map(({ name, answers }) =>
    line([name, ...answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)]),
  )
  process.stdout.write(`\n${[line(["", ...dialects.map(({ title }) => title)]), ...table].join("\n")}\n`)
  expect(rows.every(({ answers }) => answers.length === dialects.length)).toBe(true)
})

/** "500 | Internal Server Error": GoodCity publishes no 503, and its answer has left before a sender fails. */
const published500 = new Set(["goodcity: sms-unavailable", "goodcity: provider-unavailable", "goodcity: busy"])

describe("a refusal is no breakdown", () => {
  test.each(fromCore)("%s is 4xx, or 503 where somebody else is down, or there is no room", (name, { status }) => {
    if (published500.has(name)) return expect(status).toBe(500)
    expect(/-unavailable$|: busy$/.test(name) ? [503] : [400, 401, 403, 404, 409, 422, 429]).toContain(status)
  })
})

describe("a wait says how long", () => {
  const waits = fromCore.filter(([, { status }]) => status === 429 || status === 503)
  test.each(waits)("%s", (_, { status, headers, body }) => {
    expect(headers?.["Retry-After"]).toBe("30")
    if (status === 429) {
      expect(headers?.["RateLimit-Policy"]).toBe('"strict";q=10;w=300')
      expect(headers?.RateLimit).toBe('"strict";r=0;t=30')
    }
    const told = (body as { retryAfter?: number }).retryAfter
    expect(told === undefined || told === 30).toBe(true)
  })

  test.each(dialects)("$name answers each limit with 429, but for what must not tell", ({ name: dialect }) => {
    const limits = cells.filter(([, cell]) => cell.dialect === dialect && ["wait", "limited"].includes(cell.name))
    expect(limits.map(([, { status }]) => status)).toEqual([429, 429])
  })
})

describe("401 says how to show who you are", () => {
  test.each(cells.filter(([, { from, status }]) => from === "core" && status === 401))("%s", (_, { headers }) => {
    expect(headers?.["WWW-Authenticate"]).toMatch(/^(Bearer|Basic) realm="latchkey"/)
  })

  test.each(dialects)("$name names no error where no token was shown (RFC 6750, 3.1)", ({ name: dialect }) => {
    const missing = cells.find(([name]) => name === `${dialect}: unauthorized-missing`)?.[1]
    expect(missing?.headers?.["WWW-Authenticate"]).toBe('Bearer realm="latchkey"')
    const expired = cells.find(([name]) => name === `${dialect}: unauthorized-expired`)?.[1]
    expect(expired?.headers?.["WWW-Authenticate"]).toContain('error="invalid_token"')
  })
})

describe("every no has its dialect's shape", () => {
  test.each(cells)("%s", (_, { dialect, body }) => {
    expect(mismatch(schemaOf(documented[dialect].error, "output"), body)).toBeUndefined()
  })
})

describe("what the frame refuses has one status everywhere, but where a page is published otherwise", () => {
  const expected: Record<string, number[]> = {
    "invalid-fields": [400, 422],
    "unreadable-body": [400],
    "body-too-large": [413],
    "foreign-origin": [403],
    "no-such-path": [404],
    "no-such-method": [405],
    broken: [500],
  }
  test.each(cells.filter(([, { from }]) => from === "frame"))("%s", (_, { name, status }) => {
    expect(expected[name]).toContain(status)
  })
})

test("nothing in an answer looks like a stack, a path or SQL", () => {
  for (const [, { body }] of cells) expect(JSON.stringify(body)).not.toMatch(/\bat .*:\d+|node_modules|SELECT |\/lib\//)
})
