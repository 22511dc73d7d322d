import { decodeJwt } from "jose"
import { expect, test } from "vitest"
import { appsHere } from "@/lib/testing/apps"
import { bearer } from "@/lib/testing/people"

async function signedIn() {
  const there = await appsHere()
  const ada = there.browser()
  await ada.signIn(there.auth)
  const tokens = async (changes: Record<string, string | undefined> = {}) => {
    const { query } = await ada.open(there.asking(changes))
    return (await there.redeem(query.get("code") ?? "")).body
  }
  return { ...there, tokens }
}

test.each([
  ["a request without a nonce", { nonce: undefined }, undefined],
  ["one with a parameter that nobody knows", { extra: "foobar" }, "a nonce"],
  ["one with its scopes in another order", { scope: "email phone openid" }, "a nonce"],
  ["one with acr_values", { acr_values: "1 2" }, "a nonce"],
  ["one for a whole page", { display: "page" }, "a nonce"],
  ["one for a popup", { display: "popup" }, "a nonce"],
  ["one with claims_locales", { claims_locales: "se" }, "a nonce"],
  ["one with claims", { claims: '{"userinfo":{"name":{"essential":true}}}' }, "a nonce"],
] as [string, Record<string, string | undefined>, string | undefined][])("%s succeeds", async (_, changes, nonce) => {
  const { tokens } = await signedIn()
  const claims = decodeJwt((await tokens(changes)).id_token)
  expect(claims.nonce).toBe(nonce)
  expect(claims.acr).toBe("sms")
})

test("userinfo is told to a POST with the token in its header, and not to one with it in the body", async () => {
  const { auth, tokens } = await signedIn()
  const { access_token } = await tokens()
  const byHeader = await auth.callTo("oauth", "userInfo", { headers: bearer(access_token), body: {} })
  expect(byHeader).toMatchObject({ status: 200, body: { sub: expect.any(String) } })
  const inBody = await auth.callTo("oauth", "userInfo", { body: { access_token } })
  expect(inBody.status).toBe(401)
  expect(inBody.headers.get("www-authenticate")).toMatch(/^Bearer /)
})
