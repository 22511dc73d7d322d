import { describe, expect, test } from "vitest"
import { appsHere, forum, shop } from "@/lib/testing/apps"
import { person } from "@/lib/testing/people"
import { answerAppForm } from "@/lib/web/apps/forms"

const ofForum = { client_id: forum.id, redirect_uri: "https://forum.example/cb", scope: "openid email" }

/** Apps, and a browser in which somebody is signed in. */
async function signedIn() {
  const there = await appsHere()
  const ada = there.browser()
  await ada.signIn(there.auth)
  const ask = async (changes: Record<string, string | undefined> = {}) => ada.open(there.asking(changes))
  return { ...there, ada, ask }
}

describe("an app that is not ours", () => {
  const allow = (scope = "openid email") => ({ client: forum.id, scope, answer: "allow" })

  test("is let know only what the person allowed, and asks again for more", async () => {
    const { ada, ask } = await signedIn()
    expect((await ask(ofForum)).path).toBe("/sign-in/allow")
    await ada.post(answerAppForm, allow())
    expect((await ask(ofForum)).query.get("code")).toBeTruthy()
    expect((await ask({ ...ofForum, scope: "openid" })).query.get("code")).toBeTruthy()
    expect((await ask({ ...ofForum, scope: "openid email phone" })).path).toBe("/sign-in/allow")
    expect((await ask({ ...ofForum, prompt: "consent" })).path).toBe("/sign-in/allow")
  })

  test("hears access_denied where the person does not, and they are asked again", async () => {
    const { ada, ask } = await signedIn()
    await ask(ofForum)
    await ada.post(answerAppForm, { ...allow(), answer: "deny" })
    expect((await ask(ofForum)).query.get("error")).toBe("access_denied")
    expect((await ask(ofForum)).path).toBe("/sign-in/allow")
  })

  test.each([
    ["another app", { client: shop.id }],
    ["other scopes", { scope: "openid email phone" }],
  ])("is not allowed by an answer that was about %s, as from another tab", async (_, changes) => {
    const { ada, ask } = await signedIn()
    await ask(ofForum)
    expect(await ada.post(answerAppForm, { ...allow(), ...changes })).toEqual({ go: "/sign-in/allow" })
    expect((await ask(ofForum)).path).toBe("/sign-in/allow")
  })

  test("is allowed nothing by somebody who was signed out meanwhile", async () => {
    const { auth, ada, ask } = await signedIn()
    await ask(ofForum)
    const [account] = await Promise.all([auth.core.accounts.by("email", "handbid", person(0).email)])
    await auth.core.sessions.revokeAll(account?.id ?? "", auth.now())
    expect(await ada.post(answerAppForm, allow())).toEqual({ go: "/sign-in" })
    expect((await ada.onward()).to).toMatch(/^\/oauth\/authorize\?client_id=forum&/)
    expect(await auth.core.consents.given(account?.id ?? "", forum.id)).toEqual([])
  })
})
