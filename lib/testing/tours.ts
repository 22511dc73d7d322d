import { expect } from "vitest"
import type { Mounted } from "@/lib/dialects/all"
import { argon2, argon2Cost } from "@/lib/outside/argon2"
import { isCommonPassword } from "@/lib/outside/common-passwords"
import { appsHere } from "@/lib/testing/apps"
import { socialAuth } from "@/lib/testing/local-providers"
import { bearer, elsewhere, goodToken, google, join, person } from "@/lib/testing/people"
import { joinShop, machines, machineToken, postForm } from "@/lib/testing/shoppers"
import { type CallOptions, type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { minutes } from "@/lib/time"

/** For each dialect a walk through its operations, past each answer that takes more than one request to come by. */
export const tours: Record<keyof Mounted, () => Promise<void>> = {
  handbid: async () => {
    const auth = await testAuth({ captcha: google })
    const { email, accessToken } = await join(auth)
    const call: TestAuth["call"] = (path, options) => auth.call(path, { address: elsewhere(), ...options })
    expect((await call("emailCheck", { body: { email } })).status).toBe(200)
    expect((await call("emailCheck", { body: { email, captchaToken: "bad" } })).status).toBe(403)
    expect((await call("register", { body: person().details })).status).toBe(409)
    const next = person(1)
    expect((await call("register", { body: next.details })).status).toBe(201)
    expect((await call("register", { body: { ...next.details, mobile: person(2).phone } })).status).toBe(201)
    expect((await call("register", { body: { ...next.details, mobile: "12" } })).status).toBe(400)
    auth.pass(minutes(2))
    const captchaToken = goodToken()
    expect((await call("resendPin", { body: { email: next.email, captchaToken } })).status).toBe(202)
    expect((await call("resendPin", { body: { email: next.email } })).status).toBe(429)
    expect((await call("verifyPin", { body: { email, pin: "000000" } })).status).toBe(401)
    for (let tries = 0; tries < 6; tries++) await call("verifyPin", { body: { email: "x@example.com", pin: "000000" } })

    const { refreshToken } = await join(auth, 5)
    expect((await call("refreshToken", { body: { refreshToken } })).status).toBe(200)
    expect((await call("refreshToken", { body: { refreshToken: "nobody-s" } })).status).toBe(401)
    expect((await call("revoke", { body: { refreshToken } })).status).toBe(204)

    const headers = bearer(accessToken)
    expect((await call("auctions", { headers })).status).toBe(200)
    expect((await call("auctions", { query: "?limit=101" })).status).toBe(400)
    for (const [path, favorite, there] of [
      ["auction", "auctionFavorite", "1"],
      ["item", "itemFavorite", "101"],
    ] as const) {
      for (const id of [there, "999"]) {
        const params = { id }
        const [found, marked] = id === there ? [200, 204] : [404, 404]
        expect((await call(favorite, { method: "PUT", headers, params })).status).toBe(marked)
        expect((await call(path, { headers, params })).status).toBe(found)
        expect((await call(favorite, { method: "DELETE", headers, params })).status).toBe(marked)
      }
      expect((await call(favorite, { method: "PUT", headers: { ...headers, "x-client-id": "toaster" } })).status).toBe(
        400,
      )
    }
    expect((await call("logout", { headers, body: "{" })).status).toBe(400)
    expect((await call("logout", { headers, body: "x".repeat(65537) })).status).toBe(413)
    expect((await call("logout", { headers, body: {} })).status).toBe(204)
  },

  goodcity: async () => {
    const auth = await testAuth()
    const call: TestAuth["callTo"] = (dialect, path, options) =>
      auth.callTo(dialect, path, { address: elsewhere(), ...options })
    const mobile = "+85251224538"
    const names = { first_name: "Jake", last_name: "Deamon", address_attributes: { district_id: "1" } }
    expect((await call("goodcity", "signup", { body: { user_auth: { mobile: "+1", ...names } } })).status).toBe(422)
    const signedUp = await call("goodcity", "signup", { body: { user_auth: { mobile, ...names } } })
    expect(signedUp.status).toBe(200)
    expect((await call("goodcity", "sendPin", { body: { mobile } })).status).toBe(429)
    expect((await call("goodcity", "sendPin", { body: { mobile: "+85261677528" } })).status).toBe(200)
    await auth.settled()
    const { otp_auth_key } = signedUp.body
    expect((await call("goodcity", "verify", { body: { otp_auth_key, pin: "x" } })).status).toBe(422)
    const verified = await call("goodcity", "verify", { body: { otp_auth_key, pin: auth.pinFor(mobile) } })
    expect(verified.status).toBe(200)
    for (let tries = 0; tries < 31; tries++)
      await auth.callTo("goodcity", "verify", { body: { otp_auth_key, pin: "x" } })
    const headers = bearer(verified.body.jwt_token)
    expect((await call("goodcity", "currentUserProfile", { headers })).status).toBe(200)
    const device = { handle: "fcm-registration-id", platform: "fcm" }
    expect((await call("goodcity", "registerDevice", { headers, body: device })).status).toBe(204)
    expect((await call("goodcity", "registerDevice", { headers, body: { ...device, platform: "wns" } })).status).toBe(
      400,
    )
    expect((await call("goodcity", "registerDevice", { headers, body: "x".repeat(65537) })).status).toBe(413)
  },

  commerce: async () => {
    const auth = await testAuth()
    const { accessToken, refreshToken, email, password, ...names } = await joinShop(auth)
    const call = (path: keyof TestAuth["api"]["commerce"], options: CallOptions = {}) =>
      auth.callTo("commerce", path, { address: elsewhere(), ...options })
    const headers = bearer(accessToken)
    expect((await call("register", { body: { email, password, ...names } })).status).toBe(409)
    for (let times = 0; times < 101; times++)
      await call("register", { body: { email, password, ...names }, address: "192.0.2.9" })
    expect((await call("login", { body: { email, password } })).status).toBe(200)
    const wrong = { body: { email, password: "wrong" }, address: "192.0.2.9" }
    expect((await call("login", wrong)).status).toBe(401)
    for (let tries = 0; tries < 31; tries++) await call("login", wrong)
    expect((await call("me", { headers })).status).toBe(200)
    await whenBusy({ email, password, ...names })
    const body = { name: "Production Server", scopes: ["read:products"] }
    const { key, id } = (await call("apiKeys", { headers, body })).body
    expect((await call("apiKeys", { headers, body: { ...body, scopes: ["write:products"] } })).status).toBe(403)
    expect((await call("apiKeys", { headers, body: {} })).status).toBe(400)
    expect((await call("apiKeys", { headers, body: "x".repeat(65537) })).status).toBe(413)
    for (let times = 0; times < 101; times++) await call("apiKeys", { headers, body })
    expect((await call("apiKeys", { headers })).status).toBe(200)
    for (const path of ["me", "apiKeys"] as const) expect((await call(path, { headers: bearer(key) })).status).toBe(403)
    expect((await call("apiKeys", { headers: bearer(key), body })).status).toBe(403)
    expect((await call("logout", { headers: bearer(key), body: {} })).status).toBe(403)
    const one = { method: "DELETE", params: { id } }
    expect((await call("apiKey", { ...one, headers: bearer(key) })).status).toBe(403)
    expect((await call("apiKey", { ...one, headers })).status).toBe(204)
    expect((await call("apiKey", { ...one, headers })).status).toBe(404)
    expect((await call("refresh", { body: { refreshToken: "rt_nobody" } })).status).toBe(401)
    expect((await call("logout", { headers, body: "{" })).status).toBe(400)
    expect((await call("logout", { headers, body: "x".repeat(65537) })).status).toBe(413)
    expect((await call("refresh", { body: { refreshToken } })).status).toBe(200)
    expect((await call("logout", { headers, body: {} })).status).toBe(204)
  },

  oauth: async () => {
    const auth = await testAuth({ oauthClients: machines })
    const token = await machineToken(auth)
    const [{ id: client_id, secret: client_secret }] = machines as [(typeof machines)[0]]
    const asked = { token, client_id, client_secret }
    const grant = { grant_type: "client_credentials", client_id, client_secret, scope: "more" }
    expect((await postForm(auth, "token", grant)).status).toBe(400)
    expect((await postForm(auth, "introspect", asked)).body.active).toBe(true)
    expect((await postForm(auth, "revoke", asked)).status).toBe(200)
    const wrong = { ...asked, grant_type: "client_credentials", client_secret: "wrong" }
    for (const path of ["token", "introspect", "revoke"] as const) {
      expect((await postForm(auth, path, wrong, { address: elsewhere() })).status).toBe(401)
      let status = 0
      for (let tries = 0; tries < 301 && status !== 429; tries++) status = (await postForm(auth, path, wrong)).status
      expect(status).toBe(429)
    }
    await atApp()
    expect((await auth.callTo("oauth", "metadata")).status).toBe(200)
    expect((await auth.callTo("oauth", "openid")).status).toBe(200)
    expect((await auth.callTo("oauth", "keys")).status).toBe(200)
  },

  social: async () => {
    const auth = await socialAuth()
    const { data } = (await auth.login({ provider: "google", token: await auth.providers.google.idToken() })).body
    expect((await auth.login({ provider: "google", token: "nobody-s" })).status).toBe(401)
    expect((await auth.refresh("nobody-s")).status).toBe(401)
    const renewed = await auth.refresh(data.refresh_token)
    expect(renewed.status).toBe(200)
    const headers = bearer(renewed.body.data.access_token)
    expect((await auth.callTo("social", "logout", { headers, body: "{" })).status).toBe(400)
    expect((await auth.callTo("social", "logout", { headers, body: "x".repeat(65537) })).status).toBe(413)
    expect((await auth.callTo("social", "logout", { headers, body: {} })).status).toBe(200)
    const down = await socialAuth({}, { GOOGLE_JWKS_URL: "http://127.0.0.1:9/" })
    expect((await down.login({ provider: "google", token: await down.providers.google.idToken() })).status).toBe(503)
  },
}

/** An app that somebody signs in to. */
async function atApp() {
  const { auth, browser, asking, redeem } = await appsHere()
  const ada = browser()
  await ada.signIn(auth)
  const { access_token } = (await redeem((await ada.open(asking())).query.get("code") ?? "")).body
  const headers = bearer(access_token)
  expect((await auth.callTo("oauth", "userInfo", { headers })).status).toBe(200)
  expect((await auth.callTo("oauth", "userInfo", { headers, body: {} })).status).toBe(200)
  expect((await auth.callTo("oauth", "userInfo", { headers, body: "{" })).status).toBe(400)
  expect((await auth.callTo("oauth", "userInfo", { headers, body: "x".repeat(65537) })).status).toBe(413)
}

/** Where there is no room to hash a password. */
async function whenBusy(details: { email: string; password: string; firstName: string; lastName: string }) {
  const passwords = { ...argon2(argon2Cost, { atOnce: 1, most: 0 }), isCommon: isCommonPassword }
  const auth = await testAuth({ passwords, sameData: true })
  const newcomer = { ...details, email: "newcomer@example.com" }
  for (const [path, body] of [
    ["login", details],
    ["register", newcomer],
  ] as const)
    expect((await auth.callTo("commerce", path, { body, address: elsewhere() })).status).toBe(503)
}
