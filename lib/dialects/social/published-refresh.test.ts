import { describe, expect, test } from "vitest"
import { socialAuth } from "@/lib/testing/local-providers"
import { shortlyBefore } from "@/lib/testing/shortly-before"
import { after, days, hours, minutes } from "@/lib/time"

// Each name quotes the published page. Substituted: the tokens, by ones that were handed out.

const error = (status: number, code: string) => ({
  status,
  body: { status, error: { code, message: expect.any(String) } },
})

describe("POST /v1/auth/refresh", () => {
  const signedIn = async () => {
    const auth = await socialAuth()
    const { body } = await auth.login({ provider: "google", token: await auth.providers.google.idToken() })
    return { auth, ...body.data }
  }

  test('"Same shape as the login response … the old one is no longer valid"', async () => {
    const { auth, refresh_token, access_token, user_id } = await signedIn()
    auth.pass(minutes(30))
    const answer = await auth.refresh(refresh_token)
    expect(answer.status).toBe(200)
    const { data } = answer.body
    expect(answer.body).toEqual({
      status: 200,
      data: {
        access_token: expect.stringMatching(/^eyJ/),
        expire_at: shortlyBefore(after(auth.now(), hours(1))),
        refresh_token: expect.any(String),
        user_id,
      },
    })
    expect(data.refresh_token).not.toBe(refresh_token)
    expect(data.access_token).not.toBe(access_token)
    expect(await auth.refresh(refresh_token)).toMatchObject(error(401, "UNAUTHORIZED"))
    expect((await auth.refresh(data.refresh_token)).status).toBe(200)
  })

  test.each([undefined, null, "", 7, "a\0b"])('"VALIDATION_FAILED: Missing refresh_token": %j', async (token) => {
    expect(await (await socialAuth()).refresh(token)).toMatchObject(error(400, "VALIDATION_FAILED"))
  })

  test('"UNAUTHORIZED: Token is invalid": the published sample', async () => {
    const auth = await socialAuth()
    expect(await auth.refresh("dGhpcyBpcyBhIHJlZnJl...")).toMatchObject(error(401, "UNAUTHORIZED"))
  })

  test('"Refresh token: 3 months": then "expired"', async () => {
    const { auth, refresh_token } = await signedIn()
    auth.pass(days(90) - minutes(1))
    const renewed = await auth.refresh(refresh_token)
    expect(renewed.status).toBe(200)
    auth.pass(days(90))
    expect(await auth.refresh(renewed.body.data.refresh_token)).toMatchObject(error(401, "UNAUTHORIZED"))
  })

  test.each(["device-b", "DEVICE-A", ""])(
    '"If the device ID on the refresh request doesn\'t match, the request is rejected with 401": %j',
    async (device) => {
      const { auth, refresh_token } = await signedIn()
      expect(await auth.refresh(refresh_token, device)).toMatchObject(error(401, "UNAUTHORIZED"))
      expect((await auth.refresh(refresh_token)).status).toBe(200)
    },
  )

  test("reuse after the grace ends the session", async () => {
    const { auth, refresh_token } = await signedIn()
    const { data } = (await auth.refresh(refresh_token)).body
    auth.pass(minutes(1))
    expect((await auth.refresh(refresh_token)).status).toBe(401)
    expect((await auth.refresh(data.refresh_token)).status).toBe(401)
    expect((await auth.logout(data.access_token)).status).toBe(401)
  })
})

describe("POST /v1/auth/logout, which is ours", () => {
  test("ends the session at once", async () => {
    const auth = await socialAuth()
    const { data } = (await auth.login({ provider: "google", token: await auth.providers.google.idToken() })).body
    const answer = await auth.logout(data.access_token)
    expect(answer).toMatchObject({ status: 200, body: { status: 200, data: {} } })
    expect((await auth.logout(data.access_token)).status).toBe(401)
    expect((await auth.refresh(data.refresh_token)).status).toBe(401)
  })

  test("an aged token is 401 with a challenge", async () => {
    const auth = await socialAuth()
    const { data } = (await auth.login({ provider: "google", token: await auth.providers.google.idToken() })).body
    auth.pass(hours(1))
    const answer = await auth.logout(data.access_token)
    expect(answer).toMatchObject(error(401, "UNAUTHORIZED"))
    expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer /)
  })
})
