import { describe, expect, test } from "vitest"
import { readAppRequest } from "@/lib/oauth/app-request"
import { sealClients } from "@/lib/session/oauth-client"
import { seedOAuthClients } from "@/lib/store/oauth-clients"
import { challengeOf, verifier } from "@/lib/testing/apps"
import { atConsole } from "@/lib/testing/operators"
import { elsewhere } from "@/lib/testing/people"
import { postForm } from "@/lib/testing/shoppers"
import { testDatabase } from "@/lib/testing/test-database"
import { minutes } from "@/lib/time"
import * as forms from "@/lib/web/console/app-forms"
import { appsViewOf } from "@/lib/web/console/app-view"
import { openCookie } from "@/lib/web/cookie"

const id = "app_0123456789abcdefghijkl"
const callback = "https://kiosk.example/cb"
const typed = { id, name: "The Kiosk", keeps: "secret", trust: "own", redirectUris: callback }

/** An operator, and the till of the environment. */
async function there() {
  const secret = "the till's own secret"
  const here = await atConsole({ oauthClients: [{ id: "till", secret, scopes: ["read:orders"] }] })
  const { auth, site, jar, operator, post } = here
  const { core } = auth
  const view = async (asked: Record<string, string> = {}) =>
    appsViewOf(asked, operator, [], await openCookie(site, jar), core)
  /** Posts a form as the page does, whose answer saves the cookie. */
  const make = async (changes: Record<string, string> = {}) => {
    const cookie = await openCookie(site, jar)
    const answer = await forms.makeAppForm.run({ ...typed, ...changes }, operator, core, { cookie })
    await cookie.save()
    return { answer, secret: cookie.newKey?.key ?? "none" }
  }
  const seen = async () => {
    const app = (await core.madeApps.list()).find((one) => one.id === id)
    return { id, version: String(app?.version) }
  }
  /** What the token endpoint says to a code that is none: it knows the client, or it does not. */
  const known = async (client_secret: string) => {
    const code = { grant_type: "authorization_code", code: "none", redirect_uri: callback, code_verifier: verifier }
    const asked = { ...code, client_id: id, client_secret }
    return (await postForm(auth, "token", asked, { address: elsewhere() })).body.error
  }
  const asks = (redirect_uri = callback) =>
    readAppRequest(
      new URLSearchParams({
        ...{ client_id: id, redirect_uri, response_type: "code", scope: "openid", code_challenge_method: "S256" },
        code_challenge: challengeOf(verifier),
      }),
      core,
    )
  return { ...here, core, view, make, seen, known, asks, post }
}

describe("an app that an operator makes", () => {
  test("signs people in at once, at its own address alone, with a secret that is shown once and kept as a hash", async () => {
    const { view, make, known, asks, deeds, auth } = await there()
    const { answer, secret } = await make()
    expect(answer).toEqual({ go: "/admin/apps?done=made" })
    expect(await asks()).toMatchObject({ client: { id, name: "The Kiosk", firstParty: true }, scopes: ["openid"] })
    expect(await asks(`${callback}/`)).toEqual({ notAnApp: "wrong-address" })
    expect(await known(secret)).toBe("invalid_grant")
    expect(await known("another")).toBe("invalid_client")
    expect(await view()).toMatchObject({ newSecret: { name: "The Kiosk", key: secret } })
    expect((await view()).newSecret).toBeUndefined()
    const { apps } = await view()
    expect(JSON.stringify(apps)).not.toContain(secret)
    const db = await testDatabase({ empty: false })
    const kept = await db.oAuthClient.findUnique({ where: { id } })
    expect(kept?.secretHash).toMatch(/^[\w-]{43}$/)
    expect(kept?.secretHash).not.toBe(secret)
    expect(await deeds()).toMatchObject([{ kind: "console-app-made", reason: id }])
    expect(auth.surprises).toEqual([])
  })

  test("that keeps no secret has none, and its page may call what it needs", async () => {
    const { auth, make, view } = await there()
    const { secret } = await make({ keeps: "nothing", trust: "other" })
    expect(secret).toBe("none")
    expect((await view()).apps.at(-1)).toMatchObject({ id, keepsSecret: false, firstParty: false })
    const headers = { origin: new URL(callback).origin, "access-control-request-method": "POST" }
    const asked = await auth.callTo("oauth", "token", { method: "OPTIONS", headers })
    expect(asked.headers.get("access-control-allow-origin")).toBe(headers.origin)
  })

  test.each([
    ["redirectUris", "http://kiosk.example/cb"],
    ["redirectUris", "https://kiosk.example/cb#x"],
    ["redirectUris", "https://user@kiosk.example/cb"],
    ["redirectUris", "com.example.app:/cb"],
    ["redirectUris", "javascript:alert(1)"],
    ["redirectUris", "https://kiosk.example/ä"],
    ["redirectUris", ""],
    ["redirectUris", Array.from({ length: 11 }, (_, n) => `https://kiosk.example/${n}`).join(" ")],
    ["postLogoutRedirectUris", "http://kiosk.example/"],
    ["backchannelLogoutUri", "http://kiosk.example/out"],
    ["backchannelLogoutUri", "https://kiosk.example/out https://kiosk.example/out2"],
    ["name", "\u202eksoiK"],
    ["name", ""],
  ])("is told at its field what is wrong, and what was typed stays: %s %j", async (field, value) => {
    const { make, view, core, deeds } = await there()
    const { answer } = await make({ [field]: value })
    const { searchParams } = new URL(String("go" in answer && answer.go), "https://latchkey.example")
    const { problems, fields } = await view(Object.fromEntries(searchParams))
    expect(problems.map((problem) => problem.field)).toEqual([field])
    expect(fields[field]).toBe(value)
    expect(await core.madeApps.list()).toHaveLength(1)
    expect(await deeds()).toEqual([])
  })

  test("is made once by a form that is sent fifty times at once", async () => {
    const { make, core, deeds } = await there()
    const answers = await Promise.all(Array.from({ length: 50 }, () => make()))
    const gone = answers.map(({ answer }) => ("go" in answer ? answer.go : ""))
    expect(gone.filter((to) => to.endsWith("done=made"))).toHaveLength(1)
    expect(gone.filter((to) => to.endsWith("refused=made-already"))).toHaveLength(49)
    expect(await core.madeApps.list()).toHaveLength(2)
    expect(await deeds()).toHaveLength(1)
  })
})

describe("a change of an app", () => {
  test("gives it another secret, shown once, and the one before opens nothing", async () => {
    const { make, seen, post, known, view, site, jar } = await there()
    const { secret } = await make()
    const cookie = await openCookie(site, jar)
    expect(cookie.newKey?.key).toBe(secret)
    expect(await post(forms.replaceAppSecretForm, await seen())).toEqual({ go: "/admin/apps?done=replaced" })
    expect(await known(secret)).toBe("invalid_client")
    expect((await view()).changes.map(({ kind, by }) => `${by} ${kind}`)).toEqual([
      "You console-app-secret-replaced",
      "You console-app-made",
    ])
  })

  test("of fifty at once is one: the others saw a version that is none any more", async () => {
    const { make, seen, post, deeds, core } = await there()
    await make()
    const app = await seen()
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => post(n % 2 ? forms.replaceAppSecretForm : forms.disableAppForm, app)),
    )
    const moved = { go: "/admin/apps?refused=moved" }
    expect(answers.filter((answer) => JSON.stringify(answer) === JSON.stringify(moved))).toHaveLength(49)
    expect(await deeds()).toHaveLength(2)
    expect((await core.madeApps.list()).at(-1)?.version).toBe(1)
  })

  test("disables it: it is unknown, its people are signed out, and once enabled it has the secret that it had", async () => {
    const { auth, make, seen, post, known, asks, core, id: operatorId } = await there()
    const { secret } = await make()
    const at = auth.now()
    const session = {
      ...{ id: "an-app-session", accountId: operatorId, audience: "openid" as const, client: id, scopes: ["openid"] },
      ...{ deviceHash: null, browserHash: null, network: null, userAgent: null, createdAt: at, lastSeenAt: at },
      provedAt: null,
      endsAt: new Date(at.getTime() + minutes(60)),
    }
    const event = { at, realm: "handbid" as const, kind: "signed-in" as const }
    await core.redeem({ session: { ...session, tokens: [] }, single: false, event, now: at })
    expect(await core.sessions.begun(session.id)).toBeDefined()
    expect(await post(forms.disableAppForm, await seen())).toEqual({ go: "/admin/apps?done=disabled" })
    expect(await asks()).toEqual({ notAnApp: "unknown-app" })
    expect(await known(secret)).toBe("invalid_client")
    expect(await core.sessions.begun(session.id)).toBeUndefined()
    expect(await post(forms.enableAppForm, await seen())).toEqual({ go: "/admin/apps?done=enabled" })
    expect(await known(secret)).toBe("invalid_grant")
  })

  test("is none where the environment names the app, and no start of a server takes away what operators made", async () => {
    const { make, post, core, deeds, auth } = await there()
    await make()
    const till = { id: "till", version: "0" }
    for (const form of [forms.replaceAppSecretForm, forms.disableAppForm, forms.enableAppForm])
      expect(await post(form, till)).toEqual({ go: "/admin/apps?refused=moved" })
    expect(await deeds()).toHaveLength(1)
    const db = await testDatabase({ empty: false })
    await seedOAuthClients(db, sealClients([], core.keys), auth.now())
    expect((await core.madeApps.list()).map((app) => app.id)).toEqual([id])
  })
})
