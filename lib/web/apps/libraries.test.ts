import * as oauth from "oauth4webapi"
import * as client from "openid-client"
import { expect, test } from "vitest"
import { systemNow } from "@/lib/outside/clock"
import { appsHere, forum, shop } from "@/lib/testing/apps"
import { person } from "@/lib/testing/people"
import { answerAppForm } from "@/lib/web/apps/forms"

test("openid-client, by discovery alone: signs in, reads who it is, refreshes, revokes, signs out", async () => {
  const { auth, origin, browser } = await appsHere({ startAt: systemNow() })
  const config = await client.discovery(new URL(origin), shop.id, undefined, client.ClientSecretBasic(shop.secret), {
    execute: [client.allowInsecureRequests],
  })
  const [pkceCodeVerifier, expectedState, expectedNonce] = [
    client.randomPKCECodeVerifier(),
    client.randomState(),
    client.randomNonce(),
  ]
  const [redirect_uri = ""] = shop.redirectUris
  const url = client.buildAuthorizationUrl(config, {
    ...{ redirect_uri, scope: "openid profile email phone", state: expectedState, nonce: expectedNonce },
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: "S256",
  })
  const ada = browser()
  expect((await ada.open(url.href)).path).toBe("/sign-in")
  await ada.signIn(auth)
  const back = await ada.open(url.href)
  expect(back.to).toMatch(/^https:\/\/shop\.example\/callback\?code=/)

  const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true }
  const tokens = await client.authorizationCodeGrant(config, new URL(back.to), checks)
  const claims = tokens.claims()
  expect(claims).toMatchObject({ iss: origin, aud: "shop", nonce: expectedNonce, acr: "sms", amr: ["sms"] })
  expect(claims?.auth_time).toBeLessThanOrEqual(Math.floor(auth.now().getTime() / 1000))
  const { email, phone, details } = person(0)
  expect(await client.fetchUserInfo(config, tokens.access_token, claims?.sub ?? "")).toEqual({
    ...{ sub: claims?.sub, email, email_verified: false, phone_number: phone, phone_number_verified: true },
    ...{ name: `${details.firstname} ${details.lastname}`, given_name: details.firstname },
    family_name: details.lastname,
  })
  const renewed = await client.refreshTokenGrant(config, tokens.refresh_token ?? "")
  expect(renewed.refresh_token).not.toBe(tokens.refresh_token)
  expect(await client.tokenIntrospection(config, renewed.access_token)).toMatchObject({
    ...{ active: true, sub: claims?.sub, client_id: "shop", scope: "openid profile email phone" },
  })
  const end = client.buildEndSessionUrl(config, {
    ...{ id_token_hint: tokens.id_token ?? "", post_logout_redirect_uri: "https://shop.example/bye", state: "s" },
  })
  expect((await ada.open(end.href)).to).toBe("https://shop.example/bye?state=s")
  expect(await client.tokenIntrospection(config, renewed.access_token)).toEqual({ active: false })
  await expect(client.refreshTokenGrant(config, renewed.refresh_token ?? "")).rejects.toMatchObject({
    error: "invalid_grant",
  })
  expect((await ada.open(url.href)).path).toBe("/sign-in")
  expect(auth.surprises).toEqual([])
})

test("oauth4webapi, as an app without a secret that is not ours", async () => {
  const { auth, origin, browser } = await appsHere({ startAt: systemNow() })
  const insecure = { [oauth.allowInsecureRequests]: true }
  const found = await oauth.discoveryRequest(new URL(origin), insecure)
  const server = await oauth.processDiscoveryResponse(new URL(origin), found)
  const me: oauth.Client = { client_id: forum.id }
  const [verifier, state, nonce] = [
    oauth.generateRandomCodeVerifier(),
    oauth.generateRandomState(),
    oauth.generateRandomNonce(),
  ]
  const [redirect_uri = ""] = forum.redirectUris
  const asked = new URLSearchParams({
    ...{ client_id: forum.id, redirect_uri, response_type: "code", scope: "openid email", state, nonce },
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  })
  const url = `${server.authorization_endpoint}?${asked}`
  const ada = browser()
  await ada.signIn(auth)
  expect((await ada.open(url)).path).toBe("/sign-in/allow")
  const answer = { client: forum.id, scope: "openid email", answer: "allow" }
  expect(await ada.post(answerAppForm, answer)).toEqual({ go: "/sign-in/on" })
  const callback = new URL((await ada.open(url)).to)
  const params = oauth.validateAuthResponse(server, me, callback, state)
  const request = await oauth.authorizationCodeGrantRequest(
    ...([server, me, oauth.None(), params, redirect_uri, verifier, insecure] as const),
  )
  const checks = { expectedNonce: nonce, requireIdToken: true }
  const tokens = await oauth.processAuthorizationCodeResponse(server, me, request, checks)
  await oauth.validateApplicationLevelSignature(server, request, insecure)
  expect(tokens.scope).toBe("openid email")
  const { sub } = oauth.getValidatedIdTokenClaims(tokens) as oauth.IDToken
  const told = await oauth.userInfoRequest(server, me, tokens.access_token, insecure)
  expect(await oauth.processUserInfoResponse(server, me, sub, told)).toMatchObject({ email: person(0).email })
  const refreshed = await oauth.refreshTokenGrantRequest(
    ...([server, me, oauth.None(), tokens.refresh_token ?? "", insecure] as const),
  )
  const next = await oauth.processRefreshTokenResponse(server, me, refreshed)
  const gone = await oauth.revocationRequest(server, me, oauth.None(), next.refresh_token ?? "", insecure)
  await oauth.processRevocationResponse(gone)
  const dead = await oauth.userInfoRequest(server, me, next.access_token, insecure)
  await expect(oauth.processUserInfoResponse(server, me, sub, dead)).rejects.toMatchObject({ status: 401 })
  // What was allowed once is not asked about again.
  expect((await ada.open(url)).query.get("code")).toMatch(/^[\w-]{43}$/)
})
