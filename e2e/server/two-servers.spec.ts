import { expect, test } from "@playwright/test"
import { type Asked, ask } from "./raw-request"
import { emptyFolder, type Server, startServer } from "./server"

// The same handlers answer under our own server and as Next's route handlers. Each is asked the same, in the same order, of
// an empty database of its own: nobody may be able to tell which one they reached.

const json = { "content-type": "application/json" }
const form = { "content-type": "application/x-www-form-urlencoded" }
const page = { origin: "https://app.example" }
const foreign = { origin: "https://evil.example" }

type Named = [name: string, request: Asked]

/** What every operation is asked: as documented, and in each way that a caller may get wrong. */
const operationsOf = (paths: Record<string, Record<string, object>>): Named[] =>
  Object.entries(paths).flatMap(([url, path]) =>
    Object.entries(path).flatMap(([verb, operation]) => {
      const target = url.replaceAll(/\{\w+\}/g, "1")
      const method = verb.toUpperCase()
      const body = JSON.stringify(exampleOf(operation) ?? {})
      const of = (name: string, more: Partial<Asked> = {}): Named => [
        `${method} ${url} ${name}`,
        { method, target, ...more },
      ]
      const shared = [
        of("without a token", { target: `${target}?limit=1&a=%41+b&limit=2` }),
        of("with a token that is none", { headers: { authorization: "Bearer nonsense" } }),
        of("with another scheme", { headers: { authorization: "Basic bm9ib2R5OnNlY3JldA==" } }),
        of("from a listed origin", { headers: page }),
        of("from a foreign origin", { headers: foreign }),
        of("as HEAD", { method: "HEAD" }),
        of("as a preflight", { method: "OPTIONS", headers: { ...page, "access-control-request-method": method } }),
        of("as a foreign preflight", { method: "OPTIONS", headers: foreign }),
        of("as PATCH", { method: "PATCH", headers: json, body }),
      ]
      if (method !== "POST") return shared
      return [
        ...shared,
        of("as documented", { headers: json, body }),
        of("as documented, in chunks", { headers: json, body, chunked: true }),
        of("with nothing", { headers: json }),
        of("with an empty object", { headers: json, body: "{}" }),
        of("with half of a body", { headers: json, body: body.slice(0, -1) }),
        of("with a form", { headers: form, body: "email=a%40example.com&pin=123456&a[b]=c" }),
        of("with bytes that are no text", { headers: json, body: Buffer.from([0xff, 0xfe, 0xfd]) }),
        of("with more than 64 KiB", { headers: json, body: `{"a":"${"x".repeat(70_000)}"}` }),
        of("with more than 64 KiB, in chunks", { headers: json, body: `"${"x".repeat(70_000)}"`, chunked: true }),
      ]
    }),
  )

const elsewhere: Named[] = [
  ..."/v3 /v3/nowhere /auth/nowhere /apikey/a/b /oauth/x /.well-known/x /api/v1/auth/x /api/v1 /v1/x /V3/x".split(" "),
  ..."/v3/auctions/ /v3//auctions /v3/auctions/%31 /v3/auctions/1%2f2 /v3/./auctions /v3/../v3/auctions".split(" "),
  ..."/v3/auctions/1/ /v3/auctions?limit=%zz /v3/auctions?limit=1%00 /auth/nowhere?x /webhooks/twilio/status".split(
    " ",
  ),
  ..."/cron/clean-up /cron/nowhere /health/live /health/ready /health/x /metrics /openapi.json /_next/static/none.js /do/check-email".split(
    " ",
  ),
].flatMap((target): Named[] =>
  ["GET", "POST", "HEAD", "OPTIONS", "PUT"].map((method) => [`${method} ${target}`, { method, target }]),
)

const odd: Named[] = [
  ["a header twice", { target: "/auth/me", raw: "authorization: Bearer a\r\nauthorization: Bearer b\r\n" }],
  ["an origin twice", { method: "POST", target: "/auth/login", raw: "origin: https://app.example\r\norigin: x\r\n" }],
  ["a forged address", { target: "/v3/auctions", headers: { "x-latchkey-socket": "guess 198.51.100.9" } }],
  ["an odd host", { target: "/v3/auctions", headers: { host: "exa mple" } }],
  ["a shorter body than it says", { method: "POST", target: "/auth/login", headers: json, body: "{", length: 20 }],
]

let own: Server
let next: Server
const folders: Awaited<ReturnType<typeof emptyFolder>>[] = []

test.beforeAll(async () => {
  const start = async (kind: "own" | "next") => {
    const folder = await emptyFolder()
    folders.push(folder)
    const env = { DATA_DIR: folder.folder, APP_URL: "https://latchkey.example", CORS_ORIGINS: page.origin }
    return startServer({ ...env, CRON_SECRET: "a-secret-of-the-clock", SMS_COUNTRIES: "*" }, kind)
  }
  own = await start("own")
  next = await start("next")
})
test.afterAll(async () => {
  await own?.stop()
  await next?.kill()
  for (const { remove } of folders) await remove()
})

async function operations(): Promise<Named[]> {
  const answer = await fetch(`${next.url}/openapi.json`)
  return operationsOf((await answer.json()).paths)
}

for (const [group, requestsOf] of Object.entries({ operations, elsewhere: () => elsewhere, odd: () => odd }))
  test(`our own server answers as Next does: ${group}`, async () => {
    test.setTimeout(240_000)
    const requests = await requestsOf()
    let asked = 0
    for (const [name, request] of requests) {
      // Each from a network of its own, so that no limit of addresses is what both agree on.
      asked += 1
      // Else each server makes an id of its own.
      const id = `two-servers-${String(asked).padStart(8, "0")}`
      const headers = { "x-request-id": id, "x-forwarded-for": `10.${asked >> 8}.${asked & 255}.1`, ...request.headers }
      const [one, other] = [await ask(own.url, { ...request, headers }), await ask(next.url, { ...request, headers })]
      // Only our own server gives what is no API's an id.
      if (!("x-request-id" in other.headers)) delete one.headers["x-request-id"]
      expect.soft(one, name).toEqual(other)
    }
    expect(asked).toBe(requests.length)
  })

/** The first documented example of a request's body. */
function exampleOf(operation: object): unknown {
  const { requestBody } = operation as {
    requestBody?: { content: Record<string, { example?: unknown; examples?: Record<string, { value: unknown }> }> }
  }
  const [content] = Object.values(requestBody?.content ?? {})
  return content?.example ?? Object.values(content?.examples ?? {})[0]?.value
}
