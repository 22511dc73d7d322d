import { describe, expect, test } from "vitest"
import { appsHere, shop } from "@/lib/testing/apps"
import { bearer } from "@/lib/testing/people"
import type { TestAuth } from "@/lib/testing/test-auth"

const forumPage = "https://forum.example"
type Path = keyof TestAuth["api"]["oauth"]
const open = ["metadata", "openid", "keys"] as const
const ofApps = ["token", "userInfo", "revoke"] as const

const preflight = (auth: TestAuth, path: Path, origin: string) =>
  auth.callTo("oauth", path, {
    method: "OPTIONS",
    headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "authorization" },
  })
const allowed = ({ headers }: { headers: Headers }) => headers.get("access-control-allow-origin")

describe("a page of an app that keeps no secret", () => {
  test("redeems its code, reads who signed in and revokes, as far as its browser lets it", async () => {
    const { auth, asking, redeem, browser } = await appsHere()
    for (const path of ofApps) expect(allowed(await preflight(auth, path, forumPage))).toBe(forumPage)
    const ada = browser()
    await ada.signIn(auth)
    const code = (await ada.open(asking())).query.get("code") ?? ""
    const { body } = await redeem(code)
    const headers = { ...bearer(body.access_token), origin: forumPage }
    const told = await auth.callTo("oauth", "userInfo", { headers })
    expect([told.status, allowed(told)]).toEqual([200, forumPage])
    const form = { grant_type: "refresh_token", refresh_token: "none", client_id: "forum" }
    const refused = await auth.callTo("oauth", "token", { body: form, headers: { origin: forumPage } })
    expect([refused.status, allowed(refused)]).toEqual([400, forumPage])
    expect(refused.body).toMatchObject({ error: "invalid_grant" })
    const gone = await auth.callTo("oauth", "revoke", {
      body: { token: "none", client_id: "forum" },
      headers: { origin: forumPage },
    })
    expect([gone.status, allowed(gone)]).toEqual([200, forumPage])
  })

  test.each(["http://127.0.0.1:4711", "http://127.0.0.1"])(
    "may be on any port of the machine where its address names none: %s",
    async (origin) => {
      const { auth } = await appsHere()
      expect(allowed(await preflight(auth, "token", origin))).toBe(origin)
    },
  )

  test.each([
    ["an app that keeps a secret, whose pages have no business here", new URL(shop.redirectUris[0] ?? "").origin],
    ["nobody's", "https://evil.example"],
    ["the same host without TLS", "http://forum.example"],
    ["another port", "https://forum.example:8443"],
    ["a host that begins alike", "https://forum.example.evil.example"],
    ["a native app's scheme", "com.example.app://"],
    ["a page without an origin", "null"],
  ])("is not %s", async (_, origin) => {
    const { auth } = await appsHere()
    for (const path of ofApps) {
      expect(allowed(await preflight(auth, path, origin))).toBeNull()
      const answer = await auth.callTo("oauth", path, { body: {}, headers: { origin } })
      expect([answer.status, allowed(answer)]).toEqual([403, null])
    }
  })

  test("may do nothing else here", async () => {
    const { auth } = await appsHere()
    expect(allowed(await preflight(auth, "introspect", forumPage))).toBeNull()
    const asked = await auth.call("emailCheck", { body: { email: "a@example.com" }, headers: { origin: forumPage } })
    expect([asked.status, allowed(asked)]).toEqual([403, null])
  })
})

test("what everybody may know any page may read: the metadata and the keys", async () => {
  const { auth } = await appsHere()
  for (const path of open) {
    const origin = "https://anybody.example"
    const answer = await auth.callTo("oauth", path, { headers: { origin } })
    expect([answer.status, allowed(answer)]).toEqual([200, origin])
    expect(answer.headers.get("vary")).toBe("Origin")
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull()
  }
})
