import { describe, expect, test } from "vitest"
import { forum, shop, verifier } from "@/lib/testing/apps"
import { handed } from "@/lib/testing/handed"
import { basic, postForm } from "@/lib/testing/shoppers"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { minutes, seconds } from "@/lib/time"
import { signOutEverywhereForm, signOutForm } from "@/lib/web/account/forms"

const refused = { status: 400, body: { error: "invalid_grant" } }
const notHere = { status: 401, body: { error: "invalid_token" } }

describe("a code", () => {
  test("becomes tokens, by a secret in the body or by HTTP Basic", async () => {
    const { auth, code, newCode, redeem, person } = await handed()
    const { status, body, headers } = await redeem(code)
    expect(status).toBe(200)
    expect(headers.get("cache-control")).toBe("no-store")
    expect(body).toMatchObject({ token_type: "Bearer", expires_in: 3600, scope: "openid profile email phone" })
    expect((await person(body.access_token)).status).toBe(200)
    const grant = { grant_type: "authorization_code", code: await newCode(), code_verifier: verifier }
    const fields = { ...grant, redirect_uri: shop.redirectUris[0] ?? "" }
    expect((await postForm(auth, "token", fields, { headers: basic(shop) })).status).toBe(200)
  })

  test.each([
    ["a wrong verifier", { code_verifier: "w".repeat(43) }],
    ["the verifier in another case", { code_verifier: "V".repeat(43) }],
    ["another address", { redirect_uri: "https://shop.example/other" }],
    ["the address of another client", { redirect_uri: forum.redirectUris[0] ?? "" }],
    ["a made-up code", { code: "c".repeat(43) }],
  ])("is not redeemed with %s, which changes nothing for whoever has it all", async (_, changes) => {
    const { code, redeem } = await handed()
    expect(await redeem(code, changes)).toMatchObject(refused)
    expect((await redeem(code)).status).toBe(200)
  })

  test("is not redeemed by another client, and neither is one that was redeemed ended by it", async () => {
    const { auth, code, redeem, person } = await handed()
    const fields = {
      grant_type: "authorization_code",
      code,
      code_verifier: verifier,
      redirect_uri: shop.redirectUris[0] ?? "",
    }
    const byForum = () => postForm(auth, "token", { ...fields, client_id: forum.id })
    expect(await byForum()).toMatchObject(refused)
    const { access_token } = (await redeem(code)).body
    expect(await byForum()).toMatchObject(refused)
    expect(await redeem(code, { code_verifier: "w".repeat(43) })).toMatchObject(refused)
    expect((await person(access_token)).status).toBe(200)
  })

  test.each([
    ["no verifier", { code_verifier: "" }],
    ["a verifier that is too short", { code_verifier: "v".repeat(42) }],
    ["no address", { redirect_uri: "" }],
    ["no code", { code: "" }],
  ])("with %s is an invalid_request", async (_, changes) => {
    const { code, redeem } = await handed()
    expect(await redeem(code, changes)).toMatchObject({ status: 400, body: { error: "invalid_request" } })
  })

  test.each([
    ["a wrong secret", { client_secret: "guess" }],
    ["no secret, though the client has one", { client_secret: "" }],
    ["an unknown client", { client_id: "nobody" }],
  ])("with %s is an invalid_client", async (_, changes) => {
    const { code, redeem } = await handed()
    expect(await redeem(code, changes)).toMatchObject({ status: 401, body: { error: "invalid_client" } })
  })

  test("lives for sixty seconds", async () => {
    const { auth, code, newCode, redeem } = await handed()
    auth.pass(seconds(60))
    expect(await redeem(code)).toMatchObject(refused)
    const fresh = await newCode()
    auth.pass(seconds(59))
    expect((await redeem(fresh)).status).toBe(200)
  })

  test.each([seconds(0), minutes(5)])("that comes twice, %i ms later, ends what it was redeemed for", async (later) => {
    const { auth, code, redeem, person, refresh } = await handed()
    const { access_token, refresh_token } = (await redeem(code)).body
    expect((await person(access_token)).status).toBe(200)
    auth.pass(later)
    expect(await redeem(code)).toMatchObject(refused)
    expect(await person(access_token)).toMatchObject(notHere)
    expect(await refresh(refresh_token)).toMatchObject(refused)
    const [event] = await (await testDatabase({ empty: false })).event.findMany({ where: { kind: "code-reused" } })
    expect(event).toMatchObject({ client: "shop", accountId: expect.any(String), sessionId: expect.any(String) })
  })

  test("of fifty redemptions at once, in two processes, one wins, and one session was made", async () => {
    const { auth, code, redeem } = await handed()
    const other = await testAuth({ sameData: true, keys: auth.core.keys, issuer: auth.core.issuer })
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => redeem(code, {}, index % 2 ? auth : other)),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.error === "invalid_grant")).toHaveLength(49)
    const db = await testDatabase({ empty: false })
    expect(await db.session.count({ where: { audience: "openid" } })).toBe(1)
  })

  test.each([
    ["signed out", signOutForm],
    ["signed out everywhere", signOutEverywhereForm],
  ])("whose browser was %s meanwhile makes no session", async (_, form) => {
    const { ada, code, redeem } = await handed()
    await ada.post(form as typeof signOutForm, {})
    expect(await redeem(code)).toMatchObject(refused)
  })

  test("is kept as its SHA-256 alone", async () => {
    const { code } = await handed()
    const rows = await (await testDatabase({ empty: false })).authorizationCode.findMany()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(code)
  })
})
