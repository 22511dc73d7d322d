import { expect, test } from "vitest"
import { ourPages } from "@/lib/testing/browsers"
import { join, person } from "@/lib/testing/people"
import { setTrust } from "@/lib/testing/trusted"
import { hours, minutes } from "@/lib/time"
import {
  endTrustForm,
  signInAgainForm,
  signOutEverywhereForm,
  signOutForm,
  signOutSessionForm,
} from "@/lib/web/account/forms"
import { accountOf } from "@/lib/web/account/view"
import { checkEmailForm, forgetEmailForm, verifyPinForm } from "@/lib/web/sign-in/forms"
import { signedInBy } from "@/lib/web/viewer"
import { sayIn } from "@/lib/words/say"

const { email, phone } = person(0)

/** Our pages at a whitelabel that offers trusted devices, or does not, and browsers in which people who have accounts sign in. */
async function pages(offers = true) {
  const { auth, site, browser } = await ourPages()
  await setTrust(auth, offers)
  await join(auth, 0)
  await join(auth, 1)
  const open = async () => {
    const here = await browser()
    const { post, cookie } = here
    const start = (who = email) => post(checkEmailForm, { email: who, remember: "on" })
    /** By PIN, with the box ticked or not. */
    const signIn = async (ticked: boolean) => {
      auth.pass(minutes(61))
      expect(await start()).toEqual({ go: "/sign-in/pin" })
      return post(verifyPinForm, { pin: auth.pinFor(phone), ...(ticked && { trust: "on" }) })
    }
    const account = async () => {
      const signedIn = await signedInBy(await cookie(), auth.core)
      return accountOf({ cookie: await cookie(), signedIn }, site, sayIn("en"))
    }
    return { ...here, start, signIn, account }
  }
  /** A browser in which somebody ticked the box and signed out. */
  const trusted = async () => {
    const here = await open()
    expect(await here.signIn(true)).toEqual({ go: "/account?done=device-trusted" })
    await here.post(signOutForm)
    auth.pass(hours(2))
    return here
  }
  return { auth, site, open, trusted }
}

test("where the box was ticked an email alone signs in, without a text; where it was not, a PIN is sent", async () => {
  const { auth, open, trusted } = await pages()
  const here = await trusted()
  const sent = auth.outbox.length
  expect(await here.start()).toEqual({ go: "/account" })
  expect(auth.outbox).toHaveLength(sent)
  expect((await here.account())?.person.email).toBe(email)
  expect((await here.cookie()).methods).toEqual([])
  const other = await open()
  expect(await other.signIn(false)).toEqual({ go: "/account" })
  await other.post(signOutForm)
  expect(await other.start()).toEqual({ go: "/sign-in/pin" })
})

test("a whitelabel that does not offer it trusts no device, whatever is sent, and says so", async () => {
  const { open } = await pages(false)
  const here = await open()
  expect(await here.signIn(true)).toEqual({ go: "/account?done=device-not-trusted" })
  await here.post(signOutForm)
  expect(await here.start()).toEqual({ go: "/sign-in/pin" })
})

test("an operator who ticks the box is told that they are texted all the same", async () => {
  const { site, open } = await pages()
  Object.assign(site, { operators: new Set([phone]) })
  const here = await open()
  expect(await here.signIn(true)).toEqual({ go: "/account?done=device-not-trusted" })
})

test("another person's email in a trusted browser is answered as in any other", async () => {
  const { auth, open, trusted } = await pages()
  const [here, fresh] = [await trusted(), await open()]
  for (const who of [person(1).email, "nobody@example.com", "no email"]) {
    auth.pass(hours(2))
    const answer = await here.start(who)
    expect(answer).toEqual(await fresh.start(who))
    expect(answer).not.toEqual({ go: "/account" })
  }
  expect(await here.start()).toEqual({ go: "/account" })
})

test("what was copied out of a browser opens nothing once the browser went on, and then the browser itself is texted", async () => {
  const { auth, site, open, trusted } = await pages()
  const [here, thief] = [await trusted(), await open()]
  const stolen = [...((await here.trusts()).tokens ?? [])]
  expect(await here.start()).toEqual({ go: "/account" })
  await here.post(signOutForm)
  auth.pass(minutes(1))
  const cookie = await thief.trusts()
  cookie.tokens = stolen
  await cookie.save()
  expect(await thief.start()).toEqual({ go: "/sign-in/pin" })
  auth.pass(hours(2))
  expect(await here.start()).toEqual({ go: "/sign-in/pin" })
  expect(site.core).toBe(auth.core)
})

test("a trust that a stranger put into a browser signs nobody else in, and is no part of the one that is made there", async () => {
  const { auth, open, trusted } = await pages()
  const [strangers, planted] = [await trusted(), await open()]
  const theirs = [...((await strangers.trusts()).tokens ?? [])]
  const cookie = await planted.trusts()
  cookie.tokens = theirs
  await cookie.save()
  const lee = person(1)
  auth.pass(minutes(61))
  expect(await planted.start(lee.email)).toEqual({ go: "/sign-in/pin" })
  await planted.post(verifyPinForm, { pin: auth.pinFor(lee.phone), trust: "on" })
  await planted.post(signOutForm)
  expect(await strangers.start(lee.email)).toEqual({ go: "/sign-in/pin" })
  expect(await planted.start(lee.email)).toEqual({ go: "/account" })
})

test("an answer that was lost is given again, and two tabs at once both come in", async () => {
  const { auth, trusted } = await pages()
  const here = await trusted()
  expect(await here.postInVain(checkEmailForm, { email })).toEqual({ go: "/account" })
  expect(await Promise.all([here.start(), here.start()])).toEqual([{ go: "/account" }, { go: "/account" }])
  await here.post(signOutForm)
  auth.pass(minutes(1))
  expect(await here.start()).toEqual({ go: "/account" })
  expect((await here.account())?.sessions).toHaveLength(2)
})

test("whoever is asked to sign in again, by us or by an app, types a PIN on a trusted device too", async () => {
  const { auth, trusted } = await pages()
  const here = await trusted()
  await here.start()
  expect((await here.account())?.mayAddPasskey).toBe(false)
  expect(await here.post(signInAgainForm)).toEqual({ go: "/sign-in" })
  auth.pass(minutes(61))
  const onward = await here.onward()
  Object.assign(onward, { since: auth.now().getTime() })
  await onward.save()
  expect(await here.start()).toEqual({ go: "/sign-in/pin" })
  await here.post(verifyPinForm, { pin: auth.pinFor(phone) })
  expect((await here.account())?.mayAddPasskey).toBe(true)
  await here.post(signOutForm)
  expect(await here.start()).toEqual({ go: "/account" })
})

test("the account lists trusted devices, and one that its owner ends there is texted again", async () => {
  const { open, trusted } = await pages()
  const [here, own] = [await trusted(), await open()]
  await own.signIn(false)
  const listed = (await own.account())?.trustedDevices ?? []
  expect(listed).toMatchObject([{ device: "A browser" }])
  expect(await own.post(endTrustForm, { id: listed[0]?.id ?? "" })).toEqual({ go: "/account?done=device-untrusted" })
  expect((await own.account())?.trustedDevices).toEqual([])
  expect(await here.start()).toEqual({ go: "/sign-in/pin" })
})

test("whoever signs out a trusted browser from elsewhere ends its trust, also where it signed in by PIN since", async () => {
  const { auth, open, trusted } = await pages()
  const [here, own] = [await trusted(), await open()]
  const onward = await here.onward()
  Object.assign(onward, { since: auth.now().getTime() })
  await onward.save()
  await here.signIn(false)
  await own.signIn(false)
  const mine = await own.account()
  expect(mine?.trustedDevices).toHaveLength(1)
  const there = (await here.account())?.sessions.find(({ isThis }) => isThis)
  await own.post(signOutSessionForm, { id: there?.id ?? "" })
  expect((await own.account())?.trustedDevices).toEqual([])
  expect(await here.start()).toEqual({ go: "/sign-in/pin" })
})

test("signing out everywhere, and having one's email forgotten here, end the trust", async () => {
  const { trusted } = await pages()
  const [one, two] = [await trusted(), await trusted()]
  await one.post(forgetEmailForm)
  expect((await one.trusts()).tokens).toBeUndefined()
  expect(await one.start()).toEqual({ go: "/sign-in/pin" })
  expect(await two.start()).toEqual({ go: "/account" })
  await two.post(signOutEverywhereForm)
  expect(await two.start()).toEqual({ go: "/sign-in/pin" })
})

test("a form that was sent from another site signs nobody in on a trusted device", async () => {
  const here = await (await pages()).trusted()
  const before = (await here.trusts()).tokens
  expect(await here.postFrom("https://evil.example", checkEmailForm, { email })).toMatchObject({
    problems: [{ message: expect.stringContaining("another site") }],
  })
  expect((await here.trusts()).tokens).toEqual(before)
  expect(await here.account()).toBeUndefined()
})
