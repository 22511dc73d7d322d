import { decodeJwt } from "jose"
import { describe, expect, test } from "vitest"
import { tellApps } from "@/lib/oauth/tell-apps"
import { isRefusal } from "@/lib/refusal"
import { hashToken } from "@/lib/session/token"
import { signOutEverywhere } from "@/lib/sign-in/sign-out"
import { earlierOf, endEarlier } from "@/lib/sign-in/steps/end-earlier"
import { eventOf } from "@/lib/sign-in/steps/event-of"
import { mint } from "@/lib/sign-in/steps/mint"
import { whoIsThis } from "@/lib/sign-in/steps/who-is-this"
import { shop } from "@/lib/testing/apps"
import { listeningApp } from "@/lib/testing/listening-app"
import { inBrowser } from "@/lib/testing/operators"
import { elsewhere } from "@/lib/testing/people"
import { postForm } from "@/lib/testing/shoppers"
import { minutes, seconds } from "@/lib/time"
import { signOutForm } from "@/lib/web/account/forms"
import { openCookie } from "@/lib/web/cookie"
import { viewerOf } from "@/lib/web/viewer"

const caller = { realm: "handbid", audience: "browser", client: "browser", userAgent: undefined } as const

describe("an app that listens is told with a signed token of the session that ended", () => {
  test("when its person signs out of the browser, and its own session ends with it", async () => {
    const { auth, ada, comeIn, told, isIn, seen } = await listeningApp()
    const [tokens, others] = [await comeIn("shop"), await comeIn("deaf")]
    expect(await ada.post(signOutForm, {})).toMatchObject({ go: expect.any(String) })
    await auth.settled()
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /out"])
    expect(seen[0]?.headers["content-type"]).toMatch(/^application\/x-www-form-urlencoded/)
    const { sub, sid } = decodeJwt(tokens.id_token)
    expect(await told(seen[0])).toMatchObject({ sub, sid, jti: expect.stringMatching(/^[\w-]{36}$/) })
    expect([await isIn(tokens), await isIn(others)]).toEqual([false, true])
  })

  test.each(["signs out everywhere", "is signed out by the app itself", "is signed out by a code that came twice"])(
    "when its person %s",
    async (how) => {
      const { auth, site, ada, asking, redeem, comeIn, told, seen } = await listeningApp()
      const code = (await ada.open(asking())).query.get("code") ?? ""
      const { body } = await redeem(code)
      if (how === "signs out everywhere") {
        const { signedIn } = await viewerOf(site, ada.jar)
        if (!signedIn) throw new Error("signed out")
        await comeIn("deaf")
        await signOutEverywhere({}, { ...caller, address: elsewhere(), signedIn }, auth.core)
      } else if (how === "is signed out by the app itself") {
        const { id: client_id, secret: client_secret } = shop
        await postForm(
          auth,
          "revoke",
          { token: body.refresh_token, client_id, client_secret },
          { address: elsewhere() },
        )
      } else await redeem(code)
      await auth.settled()
      expect(seen).toHaveLength(1)
      expect(await told(seen[0])).toMatchObject({ sid: decodeJwt(body.id_token).sid })
    },
  )

  test("by the app's own sign-out link, once for each of its sessions in that browser", async () => {
    const { auth, origin, ada, comeIn, told, seen } = await listeningApp()
    const [first, second] = [await comeIn("shop"), await comeIn("shop")]
    await ada.open(`${origin}/oauth/logout?${new URLSearchParams({ id_token_hint: second.id_token })}`)
    await auth.settled()
    const sids = await Promise.all(seen.map(async (one) => (await told(one)).sid))
    expect(sids.sort()).toEqual([first, second].map(({ id_token }) => decodeJwt(id_token).sid).sort())
  })
})

test("a person who signs in again in their browser is not signed out of apps, and signing out then ends them all", async () => {
  const { auth, site, ada, comeIn, isIn, seen } = await listeningApp()
  const tokens = await comeIn("shop")
  const cookie = await openCookie(site, ada.jar)
  const here = await whoIsThis(cookie.accessToken ?? "", "browser", auth.core)
  if (isRefusal(here)) throw new Error("signed out")
  const { accessToken, account } = await againIn(auth, here.account.id)
  const earlier = await earlierOf(cookie.accessToken, { ...caller, address: elsewhere() }, auth.core)
  await endEarlier(earlier, { accessToken, accountId: account }, { ...caller, address: elsewhere() }, auth.core)
  await auth.settled()
  expect([await isIn(tokens), seen.length]).toEqual([true, 0])
  cookie.accessToken = accessToken
  await cookie.save()
  await ada.post(signOutForm, {})
  await auth.settled()
  expect([await isIn(tokens), seen.length]).toEqual([false, 1])
})

test("somebody else who signs in in the same browser signs the first out of apps", async () => {
  const { auth, site, ada, comeIn, isIn, seen } = await listeningApp()
  const tokens = await comeIn("shop")
  const cookie = await openCookie(site, ada.jar)
  const accessToken = await inBrowser(auth, 1)
  const earlier = await earlierOf(cookie.accessToken, { ...caller, address: elsewhere() }, auth.core)
  await endEarlier(earlier, { accessToken, accountId: "another" }, { ...caller, address: elsewhere() }, auth.core)
  await auth.settled()
  expect([await isIn(tokens), seen.length]).toEqual([false, 1])
})

describe("a notice", () => {
  /** Somebody at the shop is signed out. */
  async function signedOut(answers: number[]) {
    const there = await listeningApp(answers)
    await there.comeIn("shop")
    await there.ada.post(signOutForm, {})
    await there.auth.settled()
    return there
  }

  test.each([500, 302, 429])(
    "that is answered %i is told again, with the same jti, until it is heard",
    async (status) => {
      const { auth, seen } = await signedOut([status, status])
      await tellApps(auth.core)
      expect(seen).toHaveLength(1)
      auth.pass(seconds(11))
      await tellApps(auth.core)
      auth.pass(minutes(2))
      await tellApps(auth.core)
      auth.pass(minutes(60))
      await tellApps(auth.core)
      expect(seen).toHaveLength(3)
      const payloads = seen.map(({ form }) => decodeJwt(form.get("logout_token") ?? ""))
      expect(new Set(payloads.map(({ jti }) => jti)).size).toBe(1)
      expect(new Set(payloads.map(({ iat }) => iat)).size).toBe(3)
      expect(auth.warnings).toEqual([])
      expect(new Set(seen.map(({ path }) => path))).toEqual(new Set(["/out"]))
    },
  )

  test("that the app does not want is not told again, and operators are told", async () => {
    const { auth, seen } = await signedOut([400])
    auth.pass(minutes(60))
    await tellApps(auth.core)
    expect([seen.length, auth.warnings]).toEqual([1, ["logout-unheard"]])
  })

  test("that nobody hears is given up after five tries", async () => {
    const { auth, seen } = await signedOut(Array.from({ length: 9 }, () => 503))
    for (let turn = 0; turn < 8; turn += 1) {
      auth.pass(minutes(60))
      await tellApps(auth.core)
    }
    expect([seen.length, auth.warnings]).toEqual([5, ["logout-unheard"]])
  })

  test("outlives the process that ended the session, and of fifty that tell at once each is told once", async () => {
    const { auth, ada, comeIn, seen } = await listeningApp([], { later: () => undefined })
    await comeIn("shop")
    await comeIn("shop")
    await ada.post(signOutForm, {})
    expect(seen).toHaveLength(0)
    await Promise.all(Array.from({ length: 50 }, () => tellApps(auth.core)))
    expect(seen).toHaveLength(2)
    auth.pass(minutes(60))
    await tellApps(auth.core)
    expect(seen).toHaveLength(2)
  })
})

test("a change of phone that takes effect signs its person out of apps elsewhere", async () => {
  const { auth, comeIn, site, ada, told, seen } = await listeningApp()
  const tokens = await comeIn("shop")
  const { signedIn } = await viewerOf(site, ada.jar)
  if (!signedIn) throw new Error("signed out")
  const { id: accountId } = signedIn.account
  const at = auth.now()
  const change = { newPhone: "+13035559999", newCountry: "US", oldProvedAt: at, newProvedAt: at, effectiveAt: at }
  const rest = { noticeId: null, untoldAt: null, createdAt: at }
  await auth.core.phoneChanges.begin({ id: "a-change", accountId, askedBy: signedIn.session.id, ...change, ...rest })
  await auth.core.phoneChanges.settle(accountId, auth.now())
  await tellApps(auth.core)
  expect(await told(seen[0])).toMatchObject({ sid: decodeJwt(tokens.id_token).sid })
})

test("an app that redeems its code in the moment of the sign-out is signed out too", async () => {
  const { auth, site, ada, comeIn, isIn, seen } = await listeningApp()
  const tokens = await comeIn("shop")
  const { signedIn } = await viewerOf(site, ada.jar)
  // The sign-out's statement did not see the app's session, which was written while it waited.
  const state = await auth.core.sessions.find(hashToken(tokens.access_token), "access", "openid", auth.now())
  expect(state?.session.accountId).toBe(signedIn?.account.id)
  await auth.core.sessions.revoke(signedIn?.session.id ?? "", auth.now(), { heir: "none" })
  await auth.settled()
  expect([await isIn(tokens), seen.length]).toEqual([false, 1])
})

/** The same account, signed in once more as a browser. */
async function againIn(auth: Awaited<ReturnType<typeof listeningApp>>["auth"], account: string) {
  const { accounts, redeem } = auth.core
  const known = await accounts.byId(account)
  if (!known) throw new Error("no such account")
  const from = { ...caller, address: elsewhere() }
  const { session, tokens } = await mint({ account: known }, from, auth.core)
  const event = eventOf("signed-in", from, { at: auth.now(), accountId: account, sessionId: session.id })
  await redeem({ session, single: false, event, now: auth.now() })
  return { accessToken: tokens.accessToken, account }
}
