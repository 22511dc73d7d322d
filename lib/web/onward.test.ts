import { describe, expect, test } from "vitest"
import { ourPages } from "@/lib/testing/browsers"
import { origin, pages } from "@/lib/testing/local-pages"
import { person } from "@/lib/testing/people"
import { hours } from "@/lib/time"
import { signOutForm } from "@/lib/web/account/forms"
import { changePhoneForm } from "@/lib/web/account/phone-forms"
import { nextPage, openOnward } from "@/lib/web/onward"
import { beginWay } from "@/lib/web/sign-in/begin-way"
import {
  checkEmailForm,
  forgetEmailForm,
  keepEmailForm,
  registerForm,
  resendPinForm,
  verifyPinForm,
} from "@/lib/web/sign-in/forms"

const inShop = "https://app.example/basket?item=1"

/** What a newcomer types beside their email. */
const typed = ({ firstname: firstName, lastname: lastName, mobile }: ReturnType<typeof person>["details"]) => ({
  firstName,
  lastName,
  country: "US",
  phone: mobile,
})

/** A browser that was sent to sign in and then to go there. */
async function sentHere(to: string) {
  const { auth, site, browser } = await ourPages()
  const one = await browser()
  const onward = await one.onward()
  Object.assign(onward, { to })
  await onward.save()
  return { auth, site, ...one }
}

describe("where the way in leads", () => {
  test("is kept over every step of a newcomer: email, spelling, details, another PIN, a wrong one", async () => {
    const { auth, post } = await sentHere("/account/phone")
    const { phone, details } = person(0)
    const email = "ada@gmial.com"
    await post(forgetEmailForm)
    expect(await post(checkEmailForm, { email })).toEqual({ go: "/sign-in/spelling" })
    expect(await post(keepEmailForm)).toEqual({ go: "/sign-in/register" })
    expect(await post(registerForm, typed(details))).toEqual({ go: "/sign-in/pin" })
    auth.pass(hours(1) / 60)
    expect(await post(resendPinForm)).toEqual({ go: "/sign-in/pin?sent=again" })
    const wrong = auth.pinFor(phone) === "111111" ? "222222" : "111111"
    expect((await post(verifyPinForm, { pin: wrong })).problems).toHaveLength(1)
    expect(await post(verifyPinForm, { pin: auth.pinFor(phone) })).toEqual({ go: "/account/phone" })
  })

  test("serves once: whoever signs in again comes to the account", async () => {
    const { auth, post } = await sentHere("/account/phone")
    const { email, phone, details } = person(0)
    const comeIn = async () => {
      await post(checkEmailForm, { email })
      return post(verifyPinForm, { pin: auth.pinFor(phone) })
    }
    await post(checkEmailForm, { email })
    await post(registerForm, typed(details))
    expect(await post(verifyPinForm, { pin: auth.pinFor(phone) })).toEqual({ go: "/account/phone" })
    auth.pass(hours(2))
    expect(await comeIn()).toEqual({ go: "/account" })
  })

  test("is behind a page of ours where it is another origin, and signing out forgets it", async () => {
    const { auth, site, post, onward } = await sentHere(inShop)
    const { email, phone, details } = person(0)
    await post(checkEmailForm, { email })
    await post(registerForm, typed(details))
    expect(await post(verifyPinForm, { pin: auth.pinFor(phone) })).toEqual({ go: "/sign-in/on" })
    expect((await onward()).to).toBe(inShop)
    await post(signOutForm)
    expect(nextPage(await onward(), site)).toBe("/account")
  })

  test("is the account once its origin is taken off the list", async () => {
    const { site, onward } = await sentHere(inShop)
    expect(nextPage(await onward(), site)).toBe("/sign-in/on")
    expect(nextPage(await onward(), { ...site, returnOrigins: new Set() })).toBe("/account")
  })

  test("is the form that somebody sent after they had been signed out", async () => {
    const { browser } = await ourPages()
    const { post } = await browser()
    const go = "/sign-in?return_to=%2Faccount%2Fphone"
    expect(await post(changePhoneForm, { country: "US", phone: "3035550100" })).toEqual({ go })
  })
})

describe("/sign-in?return_to=…", () => {
  const begin = async (there: Awaited<ReturnType<typeof pages>>, query: string) =>
    there.visit(
      beginWay(async () => there.site),
      "none",
      `${origin}/sign-in/to?${query}`,
    )
  const kept = async (there: Awaited<ReturnType<typeof pages>>) => {
    const get = (name: string) => (there.jar.has(name) ? { name, value: there.jar.get(name) ?? "" } : undefined)
    return (await openOnward(there.site, { get, set() {} } as never)).to
  }

  test("is kept in a sealed cookie of an hour, and one that is not allowed takes its place", async () => {
    const there = await pages()
    const answer = await begin(there, new URLSearchParams({ return_to: inShop }).toString())
    expect(answer).toMatchObject({ status: 303, location: "/sign-in" })
    const cookie = answer.set.at(-1) ?? ""
    expect(cookie).toMatch(/^__Host-latchkey-onward=.*; Path=\/; .*Max-Age=3600/i)
    expect(cookie).toMatch(/; Secure; HttpOnly; SameSite=lax/i)
    expect(cookie).not.toContain("app.example")
    expect(cookie.length).toBeLessThan(4096)
    expect(await kept(there)).toBe(inShop)
    await begin(there, "return_to=https://evil.example/")
    expect(await kept(there)).toBeUndefined()
    await begin(there, "return_to=/account&return_to=/docs")
    expect(await kept(there)).toBeUndefined()
  })

  test("fits into its cookie however long it may be", async () => {
    const answer = await begin(await pages(), `return_to=/${"a".repeat(1999)}`)
    expect(answer.set.at(-1)?.length).toBeGreaterThan(2000)
    expect(answer.set.at(-1)?.length).toBeLessThan(4096)
  })

  test.each(["google", "apple"] as const)("is where %s's visitors come to in the end", async (provider) => {
    const there = await pages()
    await begin(there, "return_to=/account/phone")
    expect(await there.travel(provider, { sub: "one" })).toMatchObject({ location: "/sign-in/on" })
    expect(await kept(there)).toBe("/account/phone")
  })

  test("leads whoever is signed in straight on, and to no other origin", async () => {
    const there = await pages()
    await there.travel("google")
    const to = async (asked: string) =>
      (await begin(there, new URLSearchParams({ return_to: asked }).toString())).location
    expect(await to(inShop)).toBe(inShop)
    expect(await to("/account/phone")).toBe("/account/phone")
    expect(await to("//evil.example")).toBe("/sign-in")
    expect(await kept(there)).toBeUndefined()
  })
})
