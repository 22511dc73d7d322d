import { SignJWT } from "jose"
import { describe, expect, test } from "vitest"
import { bearer, elsewhere, join } from "@/lib/testing/people"
import { joinShop, logIn } from "@/lib/testing/shoppers"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { days, minutes, seconds } from "@/lib/time"

const code = (name: string) => ({ status: 401, body: { error: { code: name } } })
const me = (auth: TestAuth, token: string) => auth.callTo("commerce", "me", { headers: bearer(token) })
const refresh = (auth: TestAuth, refreshToken: string) => auth.callTo("commerce", "refresh", { body: { refreshToken } })

describe("refresh", () => {
  test("of fifty simultaneous uses one wins, and its tokens work", async () => {
    const auth = await testAuth()
    const { refreshToken } = await joinShop(auth)
    const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(auth, refreshToken)))
    const [winner, ...others] = answers.filter(({ status }) => status === 200)
    expect(others).toEqual([])
    for (const loser of answers.filter((answer) => answer !== winner))
      expect(loser).toMatchObject(code("token_revoked"))
    expect((await me(auth, winner?.body.accessToken)).status).toBe(200)
    expect((await refresh(auth, winner?.body.refreshToken)).status).toBe(200)
  })

  test("reuse within ten seconds is refused and harms nobody", async () => {
    const auth = await testAuth()
    const { refreshToken } = await joinShop(auth)
    const next = (await refresh(auth, refreshToken)).body
    auth.pass(seconds(9))
    expect(await refresh(auth, refreshToken)).toMatchObject(code("token_revoked"))
    expect((await me(auth, next.accessToken)).status).toBe(200)
  })

  test("reuse after ten seconds ends the family, and no other session", async () => {
    const auth = await testAuth()
    const { refreshToken } = await joinShop(auth)
    const other = await logIn(auth)
    const next = (await refresh(auth, refreshToken)).body
    auth.pass(seconds(10))
    expect(await refresh(auth, refreshToken)).toMatchObject(code("token_revoked"))
    expect(await me(auth, next.accessToken)).toMatchObject(code("token_revoked"))
    expect(await refresh(auth, next.refreshToken)).toMatchObject(code("token_revoked"))
    expect((await me(auth, other.accessToken)).status).toBe(200)
  })

  test("a refresh token lives thirty days, sliding, and a year at most", async () => {
    const auth = await testAuth()
    let { refreshToken } = await joinShop(auth)
    auth.pass(days(30))
    expect(await refresh(auth, refreshToken)).toMatchObject(code("token_expired"))
    refreshToken = (await logIn(auth)).refreshToken
    for (let month = 0; month < 12; month++) {
      auth.pass(days(29))
      refreshToken = (await refresh(auth, refreshToken)).body.refreshToken
    }
    auth.pass(days(17))
    expect(await refresh(auth, refreshToken)).toMatchObject(code("token_expired"))
  })

  test("an unknown token and one of another dialect are token_invalid", async () => {
    const auth = await testAuth()
    const handbid = await join(auth)
    for (const token of ["rt_abc123def456", handbid.refreshToken, ""])
      expect(await refresh(auth, token)).toMatchObject(code("token_invalid"))
  })
})

describe("logout", () => {
  test("kills the access token and its refresh token at once, and no other session", async () => {
    const auth = await testAuth()
    const { accessToken, refreshToken } = await joinShop(auth)
    const other = await logIn(auth)
    const out = () => auth.callTo("commerce", "logout", { method: "POST", headers: bearer(accessToken) })
    expect((await out()).status).toBe(204)
    expect(await me(auth, accessToken)).toMatchObject(code("token_revoked"))
    expect(await refresh(auth, refreshToken)).toMatchObject(code("token_revoked"))
    expect(await out()).toMatchObject(code("token_revoked"))
    expect((await me(auth, other.accessToken)).status).toBe(200)
  })
})

describe("bearer tokens", () => {
  test("an aged one is token_expired, none is token_invalid, and both say how to sign in", async () => {
    const auth = await testAuth()
    const { accessToken } = await joinShop(auth)
    auth.pass(minutes(60) - seconds(1))
    expect((await me(auth, accessToken)).status).toBe(200)
    auth.pass(seconds(1))
    const aged = await me(auth, accessToken)
    expect(aged).toMatchObject(code("token_expired"))
    expect(aged.headers.get("www-authenticate")).toBe('Bearer realm="latchkey", error="invalid_token"')
    const none = await auth.callTo("commerce", "me")
    expect(none).toMatchObject(code("token_invalid"))
    expect(none.headers.get("www-authenticate")).toBe('Bearer realm="latchkey"')
  })

  test("a forged one is token_invalid, however it is signed", async () => {
    const auth = await testAuth()
    const { accessToken, refreshToken } = await joinShop(auth)
    const [header = "", claims = "", signature = ""] = accessToken.split(".")
    const { kid } = JSON.parse(Buffer.from(header, "base64url").toString())
    const { keys } = await auth.core.signer.publicKeys()
    const publicKey = Buffer.from(JSON.stringify(keys[0]))
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")
    const read = JSON.parse(Buffer.from(claims, "base64url").toString())
    const confused = await new SignJWT(read).setProtectedHeader({ alg: "HS256", kid }).sign(publicKey)
    const forged = [
      `${encode({ alg: "none" })}.${claims}.`,
      `${encode({ alg: "none", typ: "at+jwt" })}.${claims}.${signature}`,
      `${header}.${encode({ ...read, sub: "user_somebody" })}.${signature}`,
      `${header}.${encode({ ...read, exp: read.exp + 999 })}.${signature}`,
      `${accessToken}A`,
      confused,
      refreshToken,
      "not.a.token",
    ]
    for (const token of forged) expect(await me(auth, token)).toMatchObject(code("token_invalid"))
  })

  test("a token of one dialect opens nothing in another", async () => {
    const auth = await testAuth()
    const handbid = await join(auth)
    const { accessToken } = await joinShop(auth)
    expect(await me(auth, handbid.accessToken)).toMatchObject(code("token_invalid"))
    expect((await auth.call("logout", { body: {}, headers: bearer(accessToken) })).status).toBe(401)
  })

  test("nothing readable lies in the database: no token, no password", async () => {
    const auth = await testAuth()
    const { accessToken, refreshToken, password } = await joinShop(auth)
    const made = await auth.callTo("commerce", "apiKeys", {
      body: { name: "till", scopes: ["read:orders"] },
      headers: bearer(accessToken),
      address: elsewhere(),
    })
    const { testDatabase } = await import("@/lib/testing/test-database")
    const db = await testDatabase({ empty: false })
    const rows = await Promise.all([
      db.account.findMany(),
      db.session.findMany(),
      db.token.findMany(),
      db.apiKey.findMany(),
      db.event.findMany(),
      db.signingKey.findMany(),
    ])
    const all = JSON.stringify(rows)
    for (const secret of [accessToken, refreshToken, password, made.body.key]) expect(all).not.toContain(secret)
    expect(all).toContain("$argon2id$")
    expect(all).not.toMatch(/"(d|p|q|dp|dq|qi)":/)
  })
})
