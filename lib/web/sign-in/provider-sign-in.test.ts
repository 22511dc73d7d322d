import { describe, expect, test } from "vitest"
import { origin, pages } from "@/lib/testing/local-pages"
import { minutes } from "@/lib/time"

describe.each(["google", "apple"] as const)("with %s", (provider) => {
  const to = (problem: string) => ({ status: 303, location: `/sign-in?problem=${provider}-${problem}` })

  test("the browser is sent off with code, PKCE, state and nonce, all of them new each time", async () => {
    const { begin } = await pages()
    const [one, two] = [await begin(provider), await begin(provider)]
    expect(one.status).toBe(303)
    expect(one.asked?.get("response_type")).toBe("code")
    expect(one.asked?.get("code_challenge_method")).toBe("S256")
    expect(one.asked?.get("redirect_uri")).toBe(`${origin}/sign-in/with/${provider}/callback`)
    for (const name of ["state", "nonce", "code_challenge"]) {
      expect(one.asked?.get(name)).toMatch(/^[\w-]{43}$/)
      expect(one.asked?.get(name)).not.toBe(two.asked?.get(name))
    }
  })

  test("the journey's cookie is sealed, short-lived, and fit for how the browser comes back", async () => {
    const { set, asked } = await (await pages()).begin(provider)
    expect(set).toHaveLength(1)
    expect(set[0]).toMatch(new RegExp(`^__Host-latchkey-with-${provider}=`))
    expect(set[0]).toMatch(/; Path=\/; .*Max-Age=600/i)
    expect(set[0]).toMatch(/; Secure/i)
    expect(set[0]).toMatch(/; HttpOnly/i)
    expect(set[0]).toMatch(provider === "apple" ? /; SameSite=none/i : /; SameSite=lax/i)
    expect(set[0]).not.toContain(asked?.get("state") ?? "no state")
  })

  test("whoever comes back is signed in, and finds the same account again", async () => {
    const there = await pages()
    expect(await there.travel(provider)).toMatchObject({ status: 303, location: "/account" })
    const first = await there.person()
    expect(first).toMatchObject({ realm: "handbid", phone: null })
    await there.travel(provider)
    expect((await there.person())?.id).toBe(first?.id)
    // Nothing of the journey is left. Apple comes back by a POST, which does not bring the device's cookie.
    const device = provider === "google" ? ["__Host-latchkey-device"] : []
    expect([...there.jar.keys()].sort()).toEqual(["__Host-latchkey", ...device])
    expect(there.auth.surprises).toEqual([])
  })

  test("whoever was signed in in this browser is so no more, and in another browser still is", async () => {
    const there = await pages()
    await there.travel(provider, { sub: "one" })
    const elsewhere = await there.token()
    there.jar.clear()
    await there.travel(provider, { sub: "one" })
    const replaced = await there.token()
    await there.travel(provider, { sub: "two" })
    expect(await there.holderOf(replaced)).toBeUndefined()
    const owner = await there.holderOf(elsewhere)
    expect(owner).toBeDefined()
    const [newest] = await there.auth.core.events.list(owner?.id ?? "", 1)
    expect(newest).toMatchObject({ kind: "replaced", network: "203.0.113.7" })
    expect(await there.person()).toBeDefined()
  })

  test("an email that somebody has opens nothing of theirs", async () => {
    const there = await pages()
    await there.travel(provider, { sub: "one", email: "pat@example.com", email_verified: true })
    const one = await there.person()
    await there.travel(provider, { sub: "two", email: "pat@example.com", email_verified: true })
    expect((await there.person())?.id).not.toBe(one?.id)
    expect(await there.auth.core.accounts.by("email", "handbid", "pat@example.com")).toBeUndefined()
  })

  test.each([
    ["a wrong state", { state: "x".repeat(43) }],
    ["no state", { state: "" }],
  ])("%s goes back to the start, and the journey is over", async (_, changed) => {
    const there = await pages()
    const { asked } = await there.begin(provider)
    const code = there.codeFor(provider, asked)
    expect(await there.comeBack(provider, { code, ...changed })).toMatchObject(to("lost"))
    expect(await there.comeBack(provider, { code, state: asked?.get("state") ?? "" })).toMatchObject(to("lost"))
    expect(await there.person()).toBeUndefined()
    expect(there.providers[provider].seen).toEqual([])
  })

  test("a missing, a made-up or another's cookie is no journey", async () => {
    const there = await pages()
    const { asked } = await there.begin(provider)
    const fields = { code: there.codeFor(provider, asked), state: asked?.get("state") ?? "" }
    const [name = "", theirs = ""] = [...there.jar][0] ?? []
    there.jar.clear()
    expect(await there.comeBack(provider, fields)).toMatchObject(to("lost"))
    there.jar.set(name, `${theirs.slice(0, -8)}AAAAAAAA`)
    expect(await there.comeBack(provider, fields)).toMatchObject(to("lost"))
    await there.begin(provider)
    expect(await there.comeBack(provider, fields)).toMatchObject(to("lost"))
    expect(await there.person()).toBeUndefined()
  })

  test("the same way back serves once", async () => {
    const there = await pages()
    const { asked } = await there.begin(provider)
    const fields = { code: there.codeFor(provider, asked), state: asked?.get("state") ?? "" }
    expect(await there.comeBack(provider, fields)).toMatchObject({ location: "/account" })
    expect(await there.comeBack(provider, fields)).toMatchObject(to("lost"))
  })

  test("a journey of more than ten minutes is lost", async () => {
    const there = await pages()
    const { asked } = await there.begin(provider)
    there.auth.pass(minutes(10))
    const fields = { code: there.codeFor(provider, asked), state: asked?.get("state") ?? "" }
    expect(await there.comeBack(provider, fields)).toMatchObject(to("lost"))
  })
})
