import { describe, expect, test } from "vitest"
import { bearer, join, signIn } from "@/lib/testing/people"
import { shortlyBefore } from "@/lib/testing/shortly-before"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { days, seconds } from "@/lib/time"

const unauthorized = { error: "unauthorized", message: "Your request was made with invalid credentials." }
const refresh = (auth: TestAuth, refreshToken: unknown) => auth.call("refreshToken", { body: { refreshToken } })
const works = async (auth: TestAuth, accessToken: string) =>
  (await auth.call("auctions", { headers: bearer(accessToken) })).status === 200

async function joined() {
  const auth = await testAuth()
  return { auth, first: await join(auth) }
}

describe("rotation", () => {
  test("the answer is verify-pin's, with other tokens", async () => {
    const { auth, first } = await joined()
    const answer = await refresh(auth, first.refreshToken)
    expect(answer.status).toBe(200)
    expect(Object.keys(answer.body)).toEqual(["accessToken", "refreshToken", "expiresIn"])
    expect(answer.body.expiresIn).toBe(2592000)
    const { accessToken, refreshToken } = answer.body
    expect(new Set([accessToken, refreshToken, first.accessToken, first.refreshToken]).size).toBe(4)
    expect(await works(auth, accessToken)).toBe(true)
  })

  test("the successor can be refreshed in its turn, again and again", async () => {
    const { auth, first } = await joined()
    let { refreshToken } = first
    for (let times = 0; times < 5; times++) {
      auth.pass(days(1))
      const answer = await refresh(auth, refreshToken)
      expect(answer.status).toBe(200)
      refreshToken = answer.body.refreshToken
    }
  })

  test("the old access token ends ten seconds later", async () => {
    const { auth, first } = await joined()
    await refresh(auth, first.refreshToken)
    auth.pass(seconds(10) - seconds(1))
    expect(await works(auth, first.accessToken)).toBe(true)
    auth.pass(seconds(1))
    expect(await works(auth, first.accessToken)).toBe(false)
  })
})

describe("for 10 seconds the same old token gets the same successor", () => {
  test("so that a lost answer or two tabs sign nobody out", async () => {
    const { auth, first } = await joined()
    const once = await refresh(auth, first.refreshToken)
    auth.pass(seconds(10) - seconds(1))
    const again = await refresh(auth, first.refreshToken)
    const { expiresIn, ...tokens } = again.body
    expect(again.status).toBe(200)
    expect(tokens).toEqual({ accessToken: once.body.accessToken, refreshToken: once.body.refreshToken })
    expect(expiresIn).toBe(2592000 - 9)
    expect(await works(auth, tokens.accessToken)).toBe(true)
  })

  test("after that, reuse revokes the family", async () => {
    const { auth, first } = await joined()
    const next = (await refresh(auth, first.refreshToken)).body
    auth.pass(seconds(10))
    expect(await refresh(auth, first.refreshToken)).toMatchObject({ status: 401, body: unauthorized })
    expect(await works(auth, next.accessToken)).toBe(false)
    expect((await refresh(auth, next.refreshToken)).status).toBe(401)
  })

  test("once the successor was used, reuse revokes the family within the ten seconds too", async () => {
    const { auth, first } = await joined()
    const second = (await refresh(auth, first.refreshToken)).body
    const third = (await refresh(auth, second.refreshToken)).body
    expect((await refresh(auth, first.refreshToken)).status).toBe(401)
    expect(await works(auth, third.accessToken)).toBe(false)
    expect((await refresh(auth, third.refreshToken)).status).toBe(401)
  })

  test("reuse in one sign-in leaves the person's other sign-in alone, and is recorded", async () => {
    const { auth, first } = await joined()
    const other = await signIn(auth)
    await refresh(auth, first.refreshToken)
    auth.pass(seconds(10))
    await refresh(auth, first.refreshToken)
    expect(await works(auth, other.accessToken)).toBe(true)
    const account = await auth.core.accounts.by("email", "handbid", first.email)
    const recorded = await auth.core.events.latest(account?.id ?? "", "refresh-reused", new Date(0))
    expect(recorded).toEqual(shortlyBefore(auth.now()))
  })
})

describe("refresh tokens live 90 days, sliding, a year at most", () => {
  test("90 days", async () => {
    const { auth, first } = await joined()
    auth.pass(days(90) - seconds(1))
    expect((await refresh(auth, first.refreshToken)).status).toBe(200)
    const late = await joined()
    late.auth.pass(days(90))
    expect((await refresh(late.auth, late.first.refreshToken)).status).toBe(401)
  })

  test("sliding, until the year is over, and no access token outlives it", async () => {
    const { auth, first } = await joined()
    let last = first.refreshToken
    for (const passing of [80, 80, 80, 80]) {
      auth.pass(days(passing))
      last = (await refresh(auth, last)).body.refreshToken
    }
    auth.pass(days(40))
    const near = (await refresh(auth, last)).body
    expect(near.expiresIn).toBe(5 * 24 * 60 * 60)
    auth.pass(days(5))
    expect(await works(auth, near.accessToken)).toBe(false)
    expect((await refresh(auth, near.refreshToken)).status).toBe(401)
  })
})

describe("what is no refresh token", () => {
  test.each(["", "nonsense", "a\u0000b", "\ud800", "x".repeat(5000)])("%.20j is 401 unauthorized", async (token) => {
    const auth = await testAuth()
    const answer = await refresh(auth, token)
    expect(answer).toMatchObject({ status: 401, body: unauthorized })
    expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer\b/)
  })

  test("an access token is none", async () => {
    const { auth, first } = await joined()
    expect((await refresh(auth, first.accessToken)).status).toBe(401)
    expect(await works(auth, first.accessToken)).toBe(true)
  })

  test.each([undefined, null, 5, ["a"], {}])("%j is a validation_error", async (token) => {
    const auth = await testAuth()
    expect(await refresh(auth, token)).toMatchObject({
      status: 400,
      body: { error: "validation_error", fields: { refreshToken: expect.stringMatching(/^refreshToken /) } },
    })
  })
})

describe("revocation", () => {
  test("logout ends this session's tokens at once, and no other's", async () => {
    const { auth, first } = await joined()
    const other = await signIn(auth)
    const answer = await auth.call("logout", { method: "POST", headers: bearer(first.accessToken) })
    expect(answer).toMatchObject({ status: 204, text: "" })
    expect(await works(auth, first.accessToken)).toBe(false)
    expect((await refresh(auth, first.refreshToken)).status).toBe(401)
    expect(await works(auth, other.accessToken)).toBe(true)
    expect((await auth.call("logout", { body: {}, headers: bearer(first.accessToken) })).status).toBe(401)
  })

  test("revoke ends the session that a refresh token belongs to", async () => {
    const { auth, first } = await joined()
    const answer = await auth.call("revoke", { body: { refreshToken: first.refreshToken } })
    expect(answer).toMatchObject({ status: 204, text: "" })
    expect(await works(auth, first.accessToken)).toBe(false)
    expect((await refresh(auth, first.refreshToken)).status).toBe(401)
  })

  test("an old refresh token revokes its successors too", async () => {
    const { auth, first } = await joined()
    const next = (await refresh(auth, first.refreshToken)).body
    await auth.call("revoke", { body: { refreshToken: first.refreshToken } })
    expect(await works(auth, next.accessToken)).toBe(false)
  })

  test("an unknown token is no error (RFC 7009, 2.2), an absent one is", async () => {
    const auth = await testAuth()
    expect((await auth.call("revoke", { body: { refreshToken: "nonsense" } })).status).toBe(204)
    expect(await auth.call("revoke", { body: {} })).toMatchObject({ status: 400, body: { error: "validation_error" } })
  })

  test("an access token revokes nothing", async () => {
    const { auth, first } = await joined()
    await auth.call("revoke", { body: { refreshToken: first.accessToken } })
    expect(await works(auth, first.accessToken)).toBe(true)
  })
})
