import { decodeJwt } from "jose"
import { describe, expect, test } from "vitest"
import { sealClients } from "@/lib/session/oauth-client"
import { hashToken } from "@/lib/session/token"
import { seedOAuthClients } from "@/lib/store/oauth-clients"
import { forum, shop, verifier } from "@/lib/testing/apps"
import { handed } from "@/lib/testing/handed"
import { inBrowser } from "@/lib/testing/operators"
import { bearer, person as shopper } from "@/lib/testing/people"
import { postForm } from "@/lib/testing/shoppers"
import { testDatabase } from "@/lib/testing/test-database"
import { days, hours, minutes } from "@/lib/time"
import { signOutEverywhereForm, signOutSessionForm } from "@/lib/web/account/forms"
import { accountOf } from "@/lib/web/account/view"
import { answerAppForm } from "@/lib/web/apps/forms"
import { viewerOf } from "@/lib/web/viewer"
import { sayIn } from "@/lib/words/say"

const refused = { status: 400, body: { error: "invalid_grant" } }
const notHere = { status: 401, body: { error: "invalid_token" } }

describe("what an app holds for a person", () => {
  test("opens none of our APIs, and no token of theirs opens userinfo", async () => {
    const { auth, code, redeem, person } = await handed()
    const { access_token, refresh_token, id_token } = (await redeem(code)).body
    const headers = bearer(access_token)
    expect((await auth.callTo("commerce", "me", { headers })).status).toBe(401)
    expect((await auth.call("logout", { headers, body: {} })).status).toBe(401)
    expect((await auth.callTo("commerce", "refresh", { body: { refreshToken: refresh_token } })).status).toBe(401)
    expect(await person(id_token)).toMatchObject(notHere)
    expect(await person(refresh_token)).toMatchObject(notHere)
  })

  test("makes whoever shows it no device of the owner's, and its aud is userinfo alone", async () => {
    const { auth, origin, code, redeem } = await handed()
    const { access_token } = (await redeem(code)).body
    expect(decodeJwt(access_token)).toMatchObject({ aud: `${origin}/oauth/userinfo`, iss: origin, client_id: "shop" })
    const owner = { realm: "handbid", kind: "email", value: shopper(0).email } as const
    const shown = { browserHashes: [], tokenHash: hashToken(access_token) }
    expect(await auth.core.sessions.knownDevice(owner, shown, new Date(0))).toBeUndefined()
    const inOwnBrowser = await inBrowser(auth, 1)
    const other = { ...owner, value: shopper(1).email }
    const own = { ...shown, tokenHash: hashToken(inOwnBrowser) }
    expect(await auth.core.sessions.knownDevice(other, own, new Date(0))).toBeDefined()
  })

  test.each([
    ["openid", ["sub"]],
    ["openid email", ["sub", "email", "email_verified"]],
    ["openid phone", ["sub", "phone_number", "phone_number_verified"]],
    ["openid offline_access made-up", ["sub"]],
  ])("with the scope %s tells no more than that", async (scope, told) => {
    const { code, redeem, person } = await handed({ scope })
    const { access_token, scope: granted } = (await redeem(code)).body
    expect(Object.keys((await person(access_token)).body)).toEqual(told)
    expect(scope).toContain(granted)
  })

  test("is refreshed once a token, by its own app alone, and an old one ends it all", async () => {
    const { auth, code, redeem, refresh, person } = await handed()
    const first = (await redeem(code)).body
    const asForum = { grant_type: "refresh_token", refresh_token: first.refresh_token, client_id: forum.id }
    expect(await postForm(auth, "token", asForum)).toMatchObject(refused)
    expect(await refresh(first.refresh_token, { scope: "openid admin" })).toMatchObject({
      body: { error: "invalid_scope" },
    })
    const second = (await refresh(first.refresh_token)).body
    expect((await person(second.access_token)).status).toBe(200)
    auth.pass(minutes(1))
    expect(await refresh(first.refresh_token)).toMatchObject(refused)
    expect(await refresh(second.refresh_token)).toMatchObject(refused)
    expect(await person(second.access_token)).toMatchObject(notHere)
  })

  test("lives an hour, and thirty days between refreshes", async () => {
    const { auth, code, redeem, refresh, person } = await handed()
    const { access_token, refresh_token } = (await redeem(code)).body
    auth.pass(hours(1))
    expect(await person(access_token)).toMatchObject(notHere)
    const next = (await refresh(refresh_token)).body
    auth.pass(days(30))
    expect(await refresh(next.refresh_token)).toMatchObject(refused)
  })

  test("ends when the app is taken out of the configuration, and not when another is", async () => {
    const { auth, code, redeem, person } = await handed()
    const { access_token } = (await redeem(code)).body
    const db = await testDatabase({ empty: false })
    const client = (id: string) =>
      sealClients([{ id, scopes: [], redirectUris: ["https://shop.example/callback"] }], auth.core.keys)
    await seedOAuthClients(db, client(shop.id), auth.now())
    expect((await person(access_token)).status).toBe(200)
    await seedOAuthClients(db, client(forum.id), auth.now())
    expect(await person(access_token)).toMatchObject(notHere)
  })

  test("ends when its owner signs out everywhere", async () => {
    const { auth, ada, code, newCode, redeem, person } = await handed()
    const { access_token } = (await redeem(code)).body
    const other = (await redeem(await newCode())).body
    await ada.post(signOutEverywhereForm, {})
    for (const token of [access_token, other.access_token]) expect(await person(token)).toMatchObject(notHere)
    expect(auth.surprises).toEqual([])
  })

  test("is revoked by its app, by either token, and by no other", async () => {
    const { auth, code, newCode, redeem, person } = await handed()
    for (const which of ["access_token", "refresh_token"] as const) {
      const tokens = (await redeem(which === "access_token" ? code : await newCode())).body
      await postForm(auth, "revoke", { token: tokens[which], client_id: forum.id })
      expect((await person(tokens.access_token)).status).toBe(200)
      const { id: client_id, secret: client_secret } = shop
      await postForm(auth, "revoke", { token: tokens[which], client_id, client_secret })
      expect(await person(tokens.access_token)).toMatchObject(notHere)
    }
  })
})

test("the account's owner sees the app by its name, from their own browser, and ends it there", async () => {
  const { auth, site, ada, code, redeem, person } = await handed()
  const { access_token } = (await redeem(code)).body
  const view = async () => accountOf(await viewerOf(site, ada.jar), site, sayIn("en"))
  const [app] = (await view())?.sessions.filter(({ device }) => device.startsWith("shop, signed in to from: ")) ?? []
  await ada.post(signOutSessionForm, { id: app?.id ?? "" })
  expect(await person(access_token)).toMatchObject(notHere)
  expect((await view())?.sessions).toHaveLength(1)
  expect(auth.surprises).toEqual([])
})

test("an app that somebody ended must be allowed again, if it is not ours", async () => {
  const { auth, ada, asking, site } = await handed()
  const ofForum = { client_id: forum.id, redirect_uri: forum.redirectUris[0] ?? "", scope: "openid" }
  await ada.open(asking(ofForum))
  await ada.post(answerAppForm, { client: forum.id, scope: "openid", answer: "allow" })
  const code = (await ada.open(asking(ofForum))).query.get("code") ?? ""
  const { redirect_uri, client_id } = ofForum
  await postForm(auth, "token", {
    grant_type: "authorization_code",
    code,
    redirect_uri,
    client_id,
    code_verifier: verifier,
  })
  expect((await ada.open(asking({ ...ofForum, prompt: "none" }))).query.has("code")).toBe(true)
  const { sessions = [] } = (await accountOf(await viewerOf(site, ada.jar), site, sayIn("en"))) ?? {}
  const app = sessions.find(({ device }) => device.startsWith("The Forum"))
  await ada.post(signOutSessionForm, { id: app?.id ?? "" })
  expect((await ada.open(asking({ ...ofForum, prompt: "none" }))).query.get("error")).toBe("consent_required")
})

test("an app without anything of its own gets no token for itself, and a machine no code", async () => {
  const { auth, code, redeem } = await handed()
  const asMachine = { grant_type: "client_credentials", client_id: shop.id, client_secret: shop.secret }
  expect(await postForm(auth, "token", asMachine)).toMatchObject({ body: { error: "unauthorized_client" } })
  const asPublic = { grant_type: "client_credentials", client_id: forum.id }
  expect(await postForm(auth, "token", asPublic)).toMatchObject({ status: 401, body: { error: "invalid_client" } })
  const till = { client_id: "till", client_secret: "the till's own secret" }
  expect(await redeem(code, till)).toMatchObject(refused)
})
