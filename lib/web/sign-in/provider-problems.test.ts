import { describe, expect, test } from "vitest"
import { origin, pages } from "@/lib/testing/local-pages"
import { toldFlash } from "@/lib/web/flash"
import { providerFlash } from "@/lib/web/sign-in/provider-problems"
import { sayIn } from "@/lib/words/say"

describe.each(["google", "apple"] as const)("with %s", (provider) => {
  const to = (problem: string) => ({ status: 303, location: `/sign-in?problem=${provider}-${problem}` })

  test.each([
    ["a wrong nonce", { nonce: "another" }],
    ["no nonce", { nonce: undefined }],
    ["another audience", { aud: "someone-else" }],
    ["another issuer", { iss: "https://evil.example" }],
  ])("a token with %s is refused", async (_, claims) => {
    const there = await pages()
    expect(await there.travel(provider, claims)).toMatchObject(to("refused"))
    expect(await there.person()).toBeUndefined()
  })

  test("a code that another browser asked for is refused: its verifier is not here", async () => {
    const there = await pages()
    const stolen = there.providers[provider].code({}, "a challenge of another browser")
    expect(await there.travel(provider, {}, { code: stolen })).toMatchObject(to("refused"))
  })

  test("a provider that is down is named as such, with JWKS or tokens", async () => {
    const there = await pages()
    there.providers[provider].mood = "broken"
    expect(await there.travel(provider)).toMatchObject(to("unavailable"))
  })

  test.each([
    ["access_denied", "declined"],
    ["user_cancelled_authorize", "declined"],
    ["server_error", "unavailable"],
    ["invalid_scope", "refused"],
  ])("an answer of %s is told in a sentence", async (error, problem) => {
    const there = await pages()
    const { asked } = await there.begin(provider)
    expect(await there.comeBack(provider, { state: asked?.get("state") ?? "", error })).toMatchObject(to(problem))
    const flash = toldFlash(providerFlash(`${provider}-${problem}`), sayIn("en"))
    expect(flash?.problems[0]?.message).toMatch(/email/)
  })

  test("a failure leaves whoever was signed in signed in", async () => {
    const there = await pages()
    await there.travel(provider)
    const before = there.jar.get("__Host-latchkey")
    await there.travel(provider, { nonce: "wrong" })
    expect(there.jar.get("__Host-latchkey")).toBe(before)
    expect(await there.person()).toBeDefined()
  })

  test("the wrong method of coming back is no journey", async () => {
    const there = await pages()
    const { asked } = await there.begin(provider)
    const form = new URLSearchParams({ state: asked?.get("state") ?? "", code: there.codeFor(provider, asked) })
    const url = `${origin}/sign-in/with/${provider}/callback`
    const wrong =
      provider === "apple"
        ? there.visit(there.callback, provider, `${url}?${form}`)
        : there.visit(there.callback, provider, url, { method: "POST", body: form })
    expect(await wrong).toMatchObject(to("lost"))
  })

  test.each([
    ["a link on another site", { headers: { "sec-fetch-site": "cross-site" } }],
    ["a form on another site", { method: "POST", headers: { origin: "https://evil.example" } }],
    ["a form of nowhere", { method: "POST" }],
  ])("%s begins nothing", async (_, init) => {
    expect(await (await pages()).begin(provider, init)).toMatchObject({ status: 303, location: "/sign-in", set: [] })
  })

  test.each([
    ["a link on our page", { headers: { "sec-fetch-site": "same-origin" } }],
    ["the address bar", { headers: { "sec-fetch-site": "none" } }],
    ["a form on our page", { method: "POST", headers: { origin } }],
  ])("%s begins a journey", async (_, init) => {
    expect((await (await pages()).begin(provider, init)).asked).toBeDefined()
  })

  test("without its client ids there is no button, and no way", async () => {
    const there = await pages({ GOOGLE_CLIENT_SECRET: "", APPLE_SERVICE_ID: "" })
    expect(await there.begin(provider)).toMatchObject({ ...to("not-offered"), set: [] })
  })
})

test("Apple's first form says the name, which is kept; what is no name is left out", async () => {
  const there = await pages()
  const user = JSON.stringify({ name: { firstName: "Jane", lastName: "Roe" }, email: "jane@example.com" })
  await there.travel("apple", {}, { user })
  expect(await there.person()).toMatchObject({ firstName: "Jane", lastName: "Roe" })
  for (const [number, odd] of ["{", "null", '{"name":7}', '{"name":{"firstName":"\\u0000"}}'].entries()) {
    expect(await there.travel("apple", { sub: `odd-${number}` }, { user: odd })).toMatchObject({ location: "/account" })
  }
})

test("Google's token says the name", async () => {
  const there = await pages()
  await there.travel("google", { given_name: "Jane", family_name: "Roe" })
  expect(await there.person()).toMatchObject({ firstName: "Jane", lastName: "Roe" })
})

test("an unknown provider leads to the sign-in page", async () => {
  const { visit, start, callback } = await pages()
  for (const handler of [start, callback])
    expect(await visit(handler, "toString", `${origin}/x`)).toMatchObject({ status: 303, location: "/sign-in" })
})
