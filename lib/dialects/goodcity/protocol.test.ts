import fc from "fast-check"
import { expect, test } from "vitest"
import { invalidCode, joinGoodCity, keyFor, mobileOf, signUpBody, verify } from "@/lib/testing/goodcity-people"
import { bearer, elsewhere, join } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { minutes } from "@/lib/time"

const paths = ["sendPin", "signup", "verify", "currentUserProfile", "registerDevice"] as const

test.each(paths)("%s: five hundred malformed bodies, and only 4xx in JSON", async (path) => {
  const auth = await testAuth()
  const { token } = await joinGoodCity(auth)
  const names = [
    "mobile",
    "user_auth",
    "otp_auth_key",
    "pin",
    "handle",
    "platform",
    "address_attributes",
    "district_id",
  ]
  const value = fc.oneof(fc.anything({ withNullPrototype: false }), fc.string({ unit: "binary" }), fc.constant("+8526"))
  const fields = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(value, fc.dictionary(fc.constantFrom(...names), value)),
  )
  const json = fc
    .oneof(fields, fc.anything())
    .map((body) => JSON.stringify(body, (_, part) => (typeof part === "bigint" ? `${part}` : part)) ?? "")
  const body = fc.oneof(
    json,
    fc.string({ unit: "binary" }),
    fc.uint8Array(),
    fc.constantFrom("[".repeat(9000), '"\\ud800"', "a[b[c[d[e[f[g]=1"),
  )
  const type = fc.constantFrom("application/json", "application/x-www-form-urlencoded", "*/*", "")
  const check = async (body: string | Uint8Array, type: string) => {
    const headers = { "content-type": type, ...bearer(token) }
    const answer = await auth.callTo("goodcity", path, { method: "POST", body, headers, address: elsewhere() })
    expect(answer.status, answer.text).toBeGreaterThanOrEqual(400)
    expect(answer.status, answer.text).toBeLessThan(500)
    expect(Object.keys(answer.body)).toEqual(["errors"])
    expect(answer.headers.get("Cache-Control")).toBe("no-store")
  }
  await fc.assert(fc.asyncProperty(body, type, check), { numRuns: 500 })
  expect(auth.surprises).toEqual([])
})

test.each([
  ["app", true],
  ["admin", true],
  ["stock.goodcity", true],
  ["browse", true],
  ["settings_editor.goodcity", true],
  ["", false],
  ["App", false],
  ["goodcity", false],
  ["app.goodcity.goodcity", false],
  ["constructor", false],
])("X-GOODCITY-APP-NAME %j is a known app: %s", async (app, known) => {
  const auth = await testAuth()
  const headers = { "X-GOODCITY-APP-NAME": app }
  const answer = await auth.callTo("goodcity", "sendPin", { body: { mobile: mobileOf() }, headers })
  if (known) expect(answer.status).toBe(200)
  else expect(answer).toMatchObject({ status: 403, body: { errors: "Invalid host" } })
})

const admin = { headers: { "X-GOODCITY-APP-NAME": "admin.goodcity" } }

/** Somebody with an account, whom somebody else made a reviewer. */
async function withReviewer() {
  const auth = await testAuth()
  await joinGoodCity(auth, 1)
  await joinGoodCity(auth, 2)
  const db = await testDatabase({ empty: false })
  await db.account.updateMany({ where: { phone: mobileOf(2) }, data: { permissionId: 1 } })
  auth.outbox.length = 0
  return auth
}

test("an admin app signs in reviewers, and treats everybody else as unknown, newcomers too", async () => {
  const auth = await withReviewer()
  for (const path of ["sendPin", "signup"] as const) {
    for (const number of [1, 3]) expect(await keyFor(auth, path, number, admin)).toHaveLength(24)
    expect(auth.outbox).toEqual([])
    auth.pass(minutes(2))
  }
  const key = await keyFor(auth, "sendPin", 2, admin)
  const answer = await verify(auth, key, auth.pinFor(mobileOf(2)), admin)
  expect(answer.body.user).toMatchObject({
    permissions: [{ id: 1, name: "Reviewer" }],
    user_profile: { permission_id: 1 },
  })
})

test("a key that another app asked for opens the admin app to nobody but a reviewer", async () => {
  const auth = await withReviewer()
  const key = await keyFor(auth, "sendPin", 1)
  expect(await verify(auth, key, auth.pinFor(mobileOf(1)), admin)).toMatchObject(invalidCode)
  expect((await verify(auth, key, auth.pinFor(mobileOf(1)))).status).toBe(200)
})

const device = { handle: "dQw4w9WgXcQ:APA91b-registration_id", platform: "fcm" }
const register = (auth: TestAuth, token: string, body: object) =>
  auth.callTo("goodcity", "registerDevice", { body, headers: bearer(token) })

test.each(["gcm", "fcm", "aps"])(
  "register_device: platform %s is 204, again and by another person too",
  async (platform) => {
    const auth = await testAuth()
    const [one, other] = [await joinGoodCity(auth, 1), await joinGoodCity(auth, 2)]
    for (const { token } of [one, one, other])
      expect(await register(auth, token, { ...device, platform })).toMatchObject({ status: 204, text: "" })
  },
)

test.each([
  [{ ...device, platform: "apns" }, "Platform must be gcm, fcm or aps"],
  [{ ...device, platform: undefined }, "Platform must be gcm, fcm or aps"],
  [{ ...device, handle: "" }, "Handle can't be blank"],
  [{ ...device, handle: undefined }, "Handle can't be blank"],
  [{ ...device, handle: "a b" }, "Handle is invalid"],
  [{ ...device, handle: "x".repeat(1001) }, "Handle is invalid"],
])("register_device: %j is 400", async (body, errors) => {
  const auth = await testAuth()
  const { token } = await joinGoodCity(auth)
  expect(await register(auth, token, body)).toMatchObject({ status: 400, body: { errors } })
})

test.each(["currentUserProfile", "registerDevice"] as const)(
  "%s: no token, a made-up one and another dialect's are 401",
  async (path) => {
    const auth = await testAuth()
    const { accessToken } = await join(auth)
    for (const headers of [{}, bearer("nonsense"), bearer(accessToken), { authorization: "Basic YTpi" }]) {
      const answer = await auth.callTo("goodcity", path, {
        headers,
        ...(path === "registerDevice" && { body: device }),
      })
      expect(answer).toMatchObject({ status: 401, body: { errors: "Unauthorized" } })
      expect(answer.headers.get("WWW-Authenticate")).toMatch(/^Bearer /)
    }
    const { token } = await joinGoodCity(auth)
    expect((await auth.call("logout", { method: "POST", headers: bearer(token) })).status).toBe(401)
  },
)

test("a token is ignored where none is needed, and cookies everywhere", async () => {
  const auth = await testAuth()
  const { token } = await joinGoodCity(auth)
  const headers = { ...bearer("nonsense"), cookie: `jwt_token=${token}` }
  expect((await auth.callTo("goodcity", "signup", { body: signUpBody(5), headers })).status).toBe(200)
  const onlyCookie = { headers: { cookie: `jwt_token=${token}; session=${token}` } }
  expect((await auth.callTo("goodcity", "currentUserProfile", onlyCookie)).status).toBe(401)
})

test("404, 405 and 413 are JSON in GoodCity's shape", async () => {
  const auth = await testAuth()
  expect(await auth.callTo("goodcity", "nowhere")).toMatchObject({ status: 404, body: { errors: "Not Found" } })
  const wrong = await auth.callTo("goodcity", "sendPin", { method: "PUT", body: {} })
  expect(wrong).toMatchObject({ status: 405, body: { errors: "Method Not Allowed" } })
  expect(wrong.headers.get("Allow")).toBe("POST, OPTIONS")
  const large = await auth.callTo("goodcity", "sendPin", { body: { mobile: "x".repeat(70_000) } })
  expect(large).toMatchObject({ status: 413, body: { errors: "Payload Too Large" } })
  expect(await auth.callTo("goodcity", "sendPin", { body: "{" })).toMatchObject({
    status: 400,
    body: { errors: "Bad Request" },
  })
})

test("a preflight of a listed origin allows the apps' headers, and no other origin", async () => {
  const origin = "https://app.goodcity.example"
  const auth = await testAuth({ origins: [origin] })
  const ask = (from: string) => auth.callTo("goodcity", "sendPin", { method: "OPTIONS", headers: { origin: from } })
  const allowed = await ask(origin)
  expect(allowed.status).toBe(204)
  expect(allowed.headers.get("Access-Control-Allow-Origin")).toBe(origin)
  expect(allowed.headers.get("Access-Control-Allow-Headers")?.split(", ")).toEqual(
    expect.arrayContaining([
      "X-GOODCITY-APP-NAME",
      "X-GOODCITY-APP-VERSION",
      "X-GOODCITY-APP-SHA",
      "Accept-Language",
      "Authorization",
      "Content-Type",
    ]),
  )
  expect((await ask("https://elsewhere.example")).headers.has("Access-Control-Allow-Origin")).toBe(false)
})
