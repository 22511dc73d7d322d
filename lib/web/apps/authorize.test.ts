import { describe, expect, test } from "vitest"
import { appsHere, forum, native, shop } from "@/lib/testing/apps"
import { person } from "@/lib/testing/people"
import { minutes, seconds } from "@/lib/time"

const ofForum = { client_id: forum.id, redirect_uri: "https://forum.example/cb", scope: "openid email" }

/** Apps, and a browser in which somebody is signed in. */
async function signedIn() {
  const there = await appsHere()
  const ada = there.browser()
  await ada.signIn(there.auth)
  return { ...there, ada, ask: (changes: Record<string, string | undefined> = {}) => ada.open(there.asking(changes)) }
}

describe("a request that must not be answered where it says is told on a page of ours", () => {
  test.each([
    ["an unknown client", { client_id: "nobody" }],
    ["no client", { client_id: undefined }],
    ["a NUL in the client's name", { client_id: "shop\0" }],
    ["a machine", { client_id: "till" }],
  ])("%s", async (_, changes) => {
    expect(await (await signedIn()).ask(changes)).toMatchObject({ path: "/sign-in/not-an-app" })
  })

  test.each([
    ["no address", undefined],
    ["another's", "https://evil.example/callback"],
    ["another client's", forum.redirectUris[0]],
    ["a path below", "https://shop.example/callback/more"],
    ["a path around a corner", "https://shop.example/x/../callback"],
    ["a query more", "https://shop.example/callback?x=1"],
    ["a fragment more", "https://shop.example/callback#x"],
    ["another case", "https://shop.example/Callback"],
    ["a trailing slash", "https://shop.example/callback/"],
    ["another port", "https://shop.example:8443/callback"],
    ["another protocol", "http://shop.example/callback"],
    ["a user", "https://shop.example@evil.example/callback"],
    ["a subdomain", "https://www.shop.example/callback"],
    ["a script", "javascript:alert(1)"],
  ])("a redirect_uri that is %s", async (_, redirect_uri) => {
    const answer = await (await signedIn()).ask({ redirect_uri })
    expect(answer).toMatchObject({ status: 303, path: "/sign-in/not-an-app" })
    expect(answer.query.get("because")).toBe("wrong-address")
  })

  test("a redirect_uri that comes twice", async () => {
    const { ada, asking } = await signedIn()
    const twice = `${asking()}&redirect_uri=${encodeURIComponent(shop.redirectUris[0] ?? "")}`
    expect(await ada.open(twice)).toMatchObject({ path: "/sign-in/not-an-app" })
  })
})

test("a native app listens at any port of the machine itself, where its address has none, and at no other host or path", async () => {
  const { ask } = await signedIn()
  const at = async (redirect_uri: string) =>
    (await ask({ client_id: native.id, scope: "openid", redirect_uri })).to.split("?")[0]
  expect(await at("http://127.0.0.1:49152/cb")).toBe("http://127.0.0.1:49152/cb")
  expect(await at("com.example.app:/cb")).toBe("com.example.app:/cb")
  for (const wrong of [
    "http://127.0.0.1:1/other",
    "http://127.0.0.1.evil.example/cb",
    "http://127.0.0.1:80@evil.example/cb",
  ])
    expect(await at(wrong)).toMatch(/not-an-app$/)
})

test.each([
  ["no PKCE", { code_challenge: undefined, code_challenge_method: undefined }, "invalid_request"],
  ["PKCE without a method, which would be plain", { code_challenge_method: undefined }, "invalid_request"],
  ["the method plain", { code_challenge_method: "plain" }, "invalid_request"],
  ["a challenge that is no SHA-256", { code_challenge: "short" }, "invalid_request"],
  ["no response_type", { response_type: undefined }, "invalid_request"],
  ["the implicit flow", { response_type: "token" }, "unsupported_response_type"],
  ["an ID token at once", { response_type: "id_token" }, "unsupported_response_type"],
  ["the hybrid flow", { response_type: "code id_token" }, "unsupported_response_type"],
  ["another response_mode", { response_mode: "fragment" }, "invalid_request"],
  ["a scope without openid", { scope: "profile" }, "invalid_scope"],
  ["no scope", { scope: undefined }, "invalid_scope"],
  ["a request object", { request: "e30.e30." }, "request_not_supported"],
  ["a request_uri", { request_uri: "https://evil.example/" }, "request_uri_not_supported"],
  ["prompt=none with another", { prompt: "none login" }, "invalid_request"],
  ["an unknown prompt", { prompt: "shout" }, "invalid_request"],
  ["a max_age that is no number", { max_age: "soon" }, "invalid_request"],
  [
    "an id_token_hint that nobody signed",
    { id_token_hint: "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ." },
    "invalid_request",
  ],
  ["a NUL", { nonce: "\0" }, "invalid_request"],
  ["more than 2,000 characters", { nonce: "n".repeat(2000) }, "invalid_request"],
] as [string, Record<string, string | undefined>, string][])("%s is answered to the app", async (_, changes, error) => {
  const { ask, origin, auth } = await signedIn()
  const { to, query } = await ask(changes)
  expect(to).toMatch(/^https:\/\/shop\.example\/callback\?error=/)
  expect(query.get("error")).toBe(error)
  expect(query.get("state")).toBe("a state")
  expect(query.get("iss")).toBe(origin)
  expect(query.has("code")).toBe(false)
  expect(auth.surprises).toEqual([])
})

test("a parameter that comes twice is answered to the app, and without a state that nobody can be sure of", async () => {
  const { ada, asking } = await signedIn()
  const { query } = await ada.open(`${asking()}&state=another`)
  expect(query.get("error")).toBe("invalid_request")
  expect(query.has("state")).toBe(false)
})

test("a code comes with the state and the issuer, to an address that keeps its own query", async () => {
  const { ask, origin } = await signedIn()
  const { query } = await ask()
  expect(Object.fromEntries(query)).toEqual({
    code: expect.stringMatching(/^[\w-]{43}$/),
    state: "a state",
    iss: origin,
  })
  const denied = await ask({ ...ofForum, redirect_uri: "https://forum.example/cb?from=latchkey", prompt: "none" })
  expect(denied.to).toMatch(/^https:\/\/forum\.example\/cb\?from=latchkey&error=consent_required&/)
})

test("a posted request is looked at as if it stood in the address", async () => {
  const { ada, asking, origin } = await signedIn()
  const body = new URL(asking()).searchParams
  const answer = await ada.open(`${origin}/oauth/authorize`, {
    method: "POST",
    body,
    headers: { origin: "https://shop.example" },
  })
  expect(answer.status).toBe(303)
  expect((await ada.open(answer.to)).query.get("code")).toBeTruthy()
})

describe("prompt, max_age and hints", () => {
  const nobody = async () => {
    const there = await appsHere()
    const ada = there.browser()
    return { ...there, ada, ask: (changes = {}) => ada.open(there.asking(changes)) }
  }

  test("prompt=none without a session is login_required, and keeps nothing", async () => {
    const { ada, ask } = await nobody()
    expect((await ask({ prompt: "none" })).query.get("error")).toBe("login_required")
    expect((await ada.onward()).to).toBeUndefined()
  })

  test("prompt=none with a session is answered at once, and an app that is not ours must have been allowed", async () => {
    const { ask } = await signedIn()
    expect((await ask({ prompt: "none" })).query.get("code")).toBeTruthy()
    expect((await ask({ ...ofForum, prompt: "none" })).query.get("error")).toBe("consent_required")
  })

  test.each([{ prompt: "login" }, { prompt: "select_account" }, { max_age: "0" }])(
    "%o asks whoever is signed in to sign in again, once",
    async (changes) => {
      const { auth, ada, ask } = await signedIn()
      auth.pass(seconds(5))
      expect((await ask(changes)).path).toBe("/sign-in")
      expect((await ask(changes)).path).toBe("/sign-in")
      auth.pass(minutes(1))
      await ada.signIn(auth, 1)
      expect((await ask(changes)).query.get("code")).toBeTruthy()
      expect((await ask(changes)).path).toBe("/sign-in")
    },
  )

  test("max_age is kept by a session that is newer, and not by an older one", async () => {
    const { auth, ask } = await signedIn()
    auth.pass(minutes(10))
    expect((await ask({ max_age: "601" })).query.get("code")).toBeTruthy()
    expect((await ask({ max_age: "600" })).path).toBe("/sign-in")
    expect((await ask({ max_age: "600", prompt: "none" })).query.get("error")).toBe("login_required")
  })

  test("login_hint is the email that the first page shows", async () => {
    const { ada, ask } = await nobody()
    await ask({ login_hint: person(0).email })
    expect((await ada.onward()).email).toBe(person(0).email)
  })

  test("ui_locales is the language until the browser is closed, where none was chosen", async () => {
    const { ada, ask } = await nobody()
    await ask({ ui_locales: "fr zh-TW en" })
    expect(ada.kept.get("latchkey-language")).toBe("zh-HK")
    await ask({ ui_locales: "en" })
    expect(ada.kept.get("latchkey-language")).toBe("zh-HK")
  })

  test("an id_token_hint lets in the person whom it names, and nobody else", async () => {
    const { auth, ada, ask, redeem } = await signedIn()
    const { id_token } = (await redeem((await ask()).query.get("code") ?? "")).body
    expect((await ask({ id_token_hint: id_token, prompt: "none" })).query.get("code")).toBeTruthy()
    await ada.signIn(auth, 1)
    expect((await ask({ id_token_hint: id_token, prompt: "none" })).query.get("error")).toBe("login_required")
    expect((await ask({ id_token_hint: id_token })).path).toBe("/sign-in")
    auth.pass(seconds(1))
    await ada.signIn(auth, 2)
    expect((await ask({ id_token_hint: id_token })).query.get("error")).toBe("login_required")
  })
})
