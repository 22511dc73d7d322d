import { describe, expect, test } from "vitest"
import { signingIn } from "@/lib/testing/local-providers"

const refused = { status: 401, body: { status: 401, error: { code: "UNAUTHORIZED", message: expect.any(String) } } }

describe("Apple's authorization code", () => {
  test("serves once", async () => {
    const { show, issuer } = await signingIn("apple")
    const code = issuer.code()
    expect((await show(code)).status).toBe(200)
    expect(await show(code)).toMatchObject(refused)
  })

  test("shown 20 times at once opens one session", async () => {
    const { show, issuer } = await signingIn("apple")
    const code = issuer.code()
    const answers = await Promise.all(Array.from({ length: 20 }, () => show(code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(19)
  })

  test("that is unknown is refused", async () => {
    expect(await (await signingIn("apple")).show("made-up")).toMatchObject(refused)
  })

  test("is traded with a secret signed for this client; a refused secret is told to the operator, not the caller", async () => {
    const { auth, show, issuer } = await signingIn("apple", { APPLE_TEAM_ID: "another-team" })
    expect(await show(issuer.code())).toMatchObject(refused)
    expect(auth.providers.warnings).toEqual(["apple-invalid_client"])
  })

  test("does not appear among the events, nor does a token", async () => {
    const { auth, withClaims, show } = await signingIn("apple")
    const { body } = await withClaims()
    await show("a-code-that-failed")
    const events = JSON.stringify(await auth.core.events.list(body.data.user_id, 50))
    expect(events).toContain("registered")
    for (const secret of [body.data.access_token, body.data.refresh_token, "a-code-that-failed", "code-"])
      expect(events).not.toContain(secret)
  })
})

test("Google's short name for itself is its name too", async () => {
  expect((await (await signingIn("google")).withClaims({ iss: "accounts.google.com" })).status).toBe(200)
})

test("an email that the provider has not verified is not kept", async () => {
  const { auth, withClaims } = await signingIn("google")
  const keep = async (claims: Record<string, unknown>) => {
    const { body } = await withClaims({ sub: JSON.stringify(claims), email: "pat@example.com", ...claims })
    return (await auth.core.accounts.byId(body.data.user_id))?.email
  }
  expect(await keep({ email_verified: false })).toBeNull()
  expect(await keep({})).toBeNull()
  expect(await keep({ email_verified: true })).toBe("pat@example.com")
  expect(await keep({ email_verified: "true" })).toBe("pat@example.com")
})
