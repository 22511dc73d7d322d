import { expect, test } from "vitest"
import { whoIsThis } from "@/lib/sign-in/steps/who-is-this"
import { verifyPin } from "@/lib/sign-in/verify-pin"
import { bearer, elsewhere, join, signIn } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { seconds } from "@/lib/time"

const works = async (auth: TestAuth, accessToken: string) =>
  (await auth.call("auctions", { headers: bearer(accessToken) })).status

test.each(["ios", "android", "web", "ogac", "vt", "connectNGo", "zap"])(
  '"V3 requires ios, android, web, ogac, vt, connectNGo, or zap": %s',
  async (client) => {
    const auth = await testAuth()
    const { accessToken, expiresIn } = await join(auth, 0, { "x-client-id": client })
    expect(expiresIn).toBe(2592000)
    expect(await works(auth, accessToken)).toBe(200)
  },
)

test("a token belongs to the client of X-Client-Id, and to web where that is absent", async () => {
  const auth = await testAuth()
  const clientOf = async (accessToken: string) => {
    const who = await whoIsThis(accessToken, "handbid", auth.core)
    return "session" in who ? who.session.client : undefined
  }
  expect(await clientOf((await join(auth, 0)).accessToken)).toBe("web")
  expect(await clientOf((await signIn(auth, 0, { "x-client-id": "zap" })).accessToken)).toBe("zap")
})

test.each(["windows", "WEB", "", "web,ios", "__proto__"])(
  "the unknown client %j is 400 on every route",
  async (client) => {
    const auth = await testAuth()
    for (const path of ["emailCheck", "verifyPin", "refreshToken", "logout", "auctions"] as const) {
      const method = path === "auctions" ? "GET" : "POST"
      const answer = await auth.call(path, { method, headers: { "x-client-id": client } })
      expect(answer).toMatchObject({
        status: 400,
        body: { error: "validation_error", fields: { "X-Client-Id": expect.any(String) } },
      })
    }
  },
)

test("each client has its own access-token lifetime, which a refresh keeps", async () => {
  const auth = await testAuth({ clientLifetimes: { ios: 3600, android: 7200 } })
  const ios = await join(auth, 0, { "x-client-id": "ios" })
  const android = await join(auth, 1, { "x-client-id": "android" })
  const web = await join(auth, 2)
  expect([ios.expiresIn, android.expiresIn, web.expiresIn]).toEqual([3600, 7200, 2592000])
  auth.pass(seconds(3600))
  expect(await works(auth, ios.accessToken)).toBe(401)
  expect(await works(auth, android.accessToken)).toBe(200)
  // Whatever the header says, the token stays the client's that it was minted for.
  const refreshed = await auth.call("refreshToken", {
    body: { refreshToken: ios.refreshToken },
    headers: { "x-client-id": "web" },
  })
  expect(refreshed.body.expiresIn).toBe(3600)
})

test('"V3 refuses a token minted for anything else with 401"', async () => {
  const auth = await testAuth()
  const { email, phone } = await join(auth)
  await auth.call("emailCheck", { body: { email }, address: elsewhere() })
  const browser = {
    realm: "handbid" as const,
    audience: "browser" as const,
    client: "web",
    address: elsewhere(),
    userAgent: undefined,
  }
  const tokens = await verifyPin({ email, pin: auth.pinFor(phone) }, browser, auth.core)
  if ("refused" in tokens) throw new Error(tokens.kind)
  expect(await works(auth, tokens.accessToken)).toBe(401)
  expect((await auth.call("refreshToken", { body: { refreshToken: tokens.refreshToken } })).status).toBe(401)
  await auth.call("revoke", { body: { refreshToken: tokens.refreshToken } })
  expect(await whoIsThis(tokens.accessToken, "browser", auth.core)).toMatchObject({ account: { email } })
})
