import { expect, test } from "vitest"
import { appsHere } from "@/lib/testing/apps"
import { bearer } from "@/lib/testing/people"
import { leaveAppForm } from "@/lib/web/apps/forms"

const bye = "https://shop.example/bye"

/** Somebody who is signed in to the shop: their browser, their ID token, and ways to ask for a sign-out. */
async function atShop() {
  const there = await appsHere()
  const ada = there.browser()
  await ada.signIn(there.auth)
  const comeIn = async () => (await there.redeem((await ada.open(there.asking())).query.get("code") ?? "")).body
  const leave = (asked: Record<string, string>) =>
    ada.open(`${there.origin}/oauth/logout?${new URLSearchParams(asked)}`)
  const isIn = async () => (await ada.open(there.asking({ prompt: "none" }))).query.has("code")
  const person = (token: string) => there.auth.callTo("oauth", "userInfo", { headers: bearer(token) })
  return { ...there, ada, tokens: await comeIn(), comeIn, leave, isIn, person }
}

test("with the person's ID token it signs out of the browser and the app at once, and leads back with the state", async () => {
  const { tokens, leave, isIn, person } = await atShop()
  const asked = { id_token_hint: tokens.id_token, post_logout_redirect_uri: bye, state: "x & y" }
  expect((await leave(asked)).to).toBe(`${bye}?state=x+%26+y`)
  expect(await isIn()).toBe(false)
  expect((await person(tokens.access_token)).status).toBe(401)
  expect((await leave(asked)).to).toBe(`${bye}?state=x+%26+y`)
})

test.each([
  ["nothing", {}],
  ["the client's name, which anybody knows", { client_id: "shop", post_logout_redirect_uri: bye }],
  ["an ID token that nobody signed", { id_token_hint: "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ." }],
])("with %s it asks first, and only then signs out", async (_, asked) => {
  const { ada, leave, isIn } = await atShop()
  const page = await leave(asked)
  expect(page.path).toBe("/account/sign-out")
  expect(await isIn()).toBe(true)
  await ada.post(leaveAppForm, Object.fromEntries(page.query))
  expect(await isIn()).toBe(false)
})

test("with an ID token that was changed it asks first", async () => {
  const { tokens, leave, isIn } = await atShop()
  const [head, claims = "", signature] = tokens.id_token.split(".")
  const changed = Buffer.from(Buffer.from(claims, "base64url").toString().replace('"shop"', '"till"')).toString(
    "base64url",
  )
  expect((await leave({ id_token_hint: [head, changed, signature].join(".") })).path).toBe("/account/sign-out")
  expect(await isIn()).toBe(true)
})

test("somebody else's ID token signs nobody out", async () => {
  const { auth, ada, tokens, leave, isIn, person } = await atShop()
  await ada.signIn(auth, 1)
  expect((await leave({ id_token_hint: tokens.id_token })).path).toBe("/account/sign-out")
  expect(await isIn()).toBe(true)
  expect((await person(tokens.access_token)).status).toBe(200)
})

test("whoever said yes to the question is led to where the app said, and by the question to nowhere else", async () => {
  const { ada, leave, origin } = await atShop()
  const page = await leave({ client_id: "shop", post_logout_redirect_uri: bye, state: "s" })
  expect(await ada.post(leaveAppForm, Object.fromEntries(page.query))).toEqual({ go: "/sign-in/on" })
  expect((await ada.open(origin + (await ada.onward()).to)).to).toBe(`${bye}?state=s`)
  await ada.post(leaveAppForm, { client: "shop", to: "https://evil.example/", state: "" })
  expect((await ada.open(origin + (await ada.onward()).to)).path).toBe("/")
})

test.each([
  ["an address that is not registered", { post_logout_redirect_uri: "https://evil.example/" }],
  ["one that is registered for signing in", { post_logout_redirect_uri: "https://shop.example/callback" }],
  ["another app's name beside the ID token", { client_id: "forum", post_logout_redirect_uri: bye }],
])("%s is led to nowhere", async (_, changes) => {
  const { tokens, leave } = await atShop()
  const { path } = await leave({ id_token_hint: tokens.id_token, ...changes })
  expect(["/", "/account/sign-out"]).toContain(path)
})
