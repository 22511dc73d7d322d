import { expect, test } from "vitest"
import nextConfig from "@/next.config.mjs"
import { config as proxyConfig } from "@/proxy"

const matches = (source: string, path: string) => new RegExp(`^${source}$`).test(path)

/** Which policies an answer of this path gets: a page's of proxy.ts, the one of next.config.ts. */
async function policies(path: string): Promise<string[]> {
  const rules = (await nextConfig.headers?.()) ?? []
  const fixed = rules.filter(({ headers }) => headers.some(({ key }) => /^content-security-policy$/i.test(key)))
  return [
    ...proxyConfig.matcher.filter((source) => matches(source, path)).map(() => "page"),
    ...fixed.filter(({ source }) => matches(source, path)).map(() => "data"),
  ]
}

test.each([
  "/",
  "/sign-in",
  "/sign-in/pin",
  "/account",
  "/docs",
  "/dev/inbox",
  "/nowhere",
  "/apikeys",
  "/api",
  "/do",
  "/v2/thing",
  "/well-known/x",
  "/icon.svg/more",
  "/openapi.jsonp",
  "/dev/inbox.json/more",
  "/_next/data/x",
  "/_next/staticky",
])("%s is a page, or an error page, with a nonce of its own", async (path) => {
  expect(await policies(path)).toEqual(["page"])
})

test.each([
  "/api/v1/auth/verify",
  "/api/nowhere",
  "/v3/auth/verify-pin",
  "/v1/auth/login",
  "/auth/login",
  "/oauth/revoke",
  "/apikey",
  "/apikey/key_1",
  "/.well-known/jwks.json",
  "/do/check-email",
  "/do/nowhere",
  "/webhooks/twilio/status",
  "/cron/nowhere",
  "/health/ready",
  "/metrics",
  "/_next/static/chunks/x.js",
  "/_next/image",
  "/icon.svg",
  "/openapi.json",
  "/dev/inbox.json",
])("%s is no page, and runs nothing", async (path) => {
  expect(await policies(path)).toEqual(["data"])
})

test("every answer refuses frames, guesses at types, and other sites' knowledge of the path", async () => {
  const [first] = (await nextConfig.headers?.()) ?? []
  expect(first?.source).toBe("/:path*")
  const headers = Object.fromEntries(first?.headers.map(({ key, value }) => [key, value]) ?? [])
  expect(headers).toMatchObject({
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
  })
})
