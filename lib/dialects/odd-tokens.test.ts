import { describe, expect, test } from "vitest"
import { socialAuth } from "@/lib/testing/local-providers"
import { bearer, join } from "@/lib/testing/people"
import { basic, machines, postForm } from "@/lib/testing/shoppers"
import { testAuth } from "@/lib/testing/test-auth"

const odd = ["a\0b", "\0", "\ud800", "a\udfffb", "\u2028", "x".repeat(20_000)]
const [admin] = machines as [(typeof machines)[0]]

describe.each(odd)("odd token %#", (token) => {
  test("is nobody's where it is to be revoked, which is no error (RFC 7009, 2.2)", async () => {
    const auth = await testAuth({ oauthClients: machines })
    expect(await auth.call("revoke", { body: { refreshToken: token } })).toMatchObject({ status: 204, text: "" })
    const form = new URLSearchParams({ refreshToken: token }).toString()
    const headers = { "content-type": "application/x-www-form-urlencoded" }
    expect(await auth.call("revoke", { body: form, headers })).toMatchObject({ status: 204, text: "" })
    expect(auth.surprises).toEqual([])
  })

  test("is told apart as no text, or is nobody's, where machines revoke and ask", async () => {
    const auth = await testAuth({ oauthClients: machines })
    for (const path of ["revoke", "introspect"] as const) {
      const inJson = await auth.callTo("oauth", path, { body: { token }, headers: basic(admin) })
      const inForm = await postForm(auth, path, { token }, { headers: basic(admin) })
      // A form has no lone surrogates: they become U+FFFD on the way, which is text that nobody has.
      for (const answer of [inJson, inForm]) {
        if (answer.status === 400) expect(answer.body).toMatchObject({ error: "invalid_request" })
        else expect(answer).toMatchObject({ status: 200, ...(path === "introspect" && { body: { active: false } }) })
      }
      expect(inJson.status).toBe(/\0|[\ud800-\udfff]/.test(token) ? 400 : 200)
    }
    expect(auth.surprises).toEqual([])
  })

  test("refreshes nothing anywhere", async () => {
    const auth = await socialAuth()
    const device = { "client-device-id": "device-a" }
    const answers = [
      await auth.call("refreshToken", { body: { refreshToken: token } }),
      await auth.callTo("commerce", "refresh", { body: { refreshToken: token } }),
      await auth.callTo("social", "refresh", { body: { refresh_token: token }, headers: device }),
    ]
    for (const { status } of answers) expect([400, 401]).toContain(status)
    expect(auth.surprises).toEqual([])
  })

  test("in a body changes nothing about signing out", async () => {
    const auth = await testAuth()
    const { accessToken } = await join(auth)
    const body = { token, refreshToken: token }
    expect((await auth.call("logout", { body, headers: bearer(accessToken) })).status).toBe(204)
    expect(auth.surprises).toEqual([])
  })
})
