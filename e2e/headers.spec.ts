import { expect, test } from "./journey"

const page = /^default-src 'self'; script-src 'self' 'nonce-[^']+' 'strict-dynamic'; /
const data = /^default-src 'none'; .*frame-ancestors 'none'$/

const answers: [path: string, headers: Record<string, string>, policy: RegExp][] = [
  ["/sign-in", {}, page],
  ["/sign-in", { purpose: "prefetch" }, page],
  ["/sign-in", { "next-router-prefetch": "1", rsc: "1" }, page],
  ["/docs", { "sec-purpose": "prefetch" }, page],
  ["/nowhere", {}, page],
  ["/apikeys", {}, page],
  ["/%E0%A4%A", {}, page],
  ["/do/nowhere", {}, data],
  ["/api/nowhere", {}, data],
  ["/webhooks/nowhere", {}, data],
  ["/v3/nowhere", {}, data],
  ["/_next/static/nowhere.js", {}, data],
  ["/icon.svg", {}, data],
  ["/openapi.json", {}, data],
]

for (const [path, headers, policy] of answers)
  test(`${path} with ${JSON.stringify(headers)} has one policy, and nobody may frame it`, async ({ request }) => {
    const answer = await request.get(path, { headers, maxRedirects: 0 })
    const policies = answer.headersArray().filter(({ name }) => name.toLowerCase() === "content-security-policy")
    expect(policies.map(({ value }) => value)).toEqual([expect.stringMatching(policy)])
    expect(answer.headers()).toMatchObject({
      "x-frame-options": "DENY",
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
    })
  })

test.describe(() => {
  // What has no nonce there does not run, and the browser says so.
  test.use({ mayComplain: /status of 404|Content Security Policy/ })
  test("an address under the forms' prefix that leads nowhere is still a page to read", async ({ page: tab }) => {
    expect((await tab.goto("/do/nowhere"))?.status()).toBe(404)
    await expect(tab.getByRole("heading", { name: "Page not found" })).toBeVisible()
  })
})
