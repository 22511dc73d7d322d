import { expect, test } from "vitest"
import { ourPages } from "@/lib/testing/browsers"
import { join, person } from "@/lib/testing/people"
import { minutes } from "@/lib/time"
import { signOutEverywhereForm, signOutForm } from "@/lib/web/account/forms"
import { checkEmailForm, forgetEmailForm, verifyPinForm } from "@/lib/web/sign-in/forms"
import { rememberedEmail } from "@/lib/web/sign-in/remembered-email"

const { email, phone } = person(0)

/** Our pages, and browsers in which somebody signs in, with the box ticked or not. */
async function pages() {
  const { auth, browser } = await ourPages()
  await join(auth, 0)
  const open = async () => {
    const { post, device, cookie } = await browser()
    const signIn = async (remember: boolean) => {
      auth.pass(minutes(61))
      await post(checkEmailForm, { email, ...(remember && { remember: "on" }) })
      expect(await post(verifyPinForm, { pin: auth.pinFor(phone) })).toEqual({ go: "/account" })
    }
    const remembered = async () => rememberedEmail(await device(), auth.core)
    return { post, signIn, remembered, cookie }
  }
  return { open }
}

test("a device remembers the email of whoever signed in and let it, also when they have signed out", async () => {
  const { post, signIn, remembered } = await (await pages()).open()
  expect(await remembered()).toBeUndefined()
  await signIn(true)
  await post(signOutForm)
  expect(await remembered()).toBe(email)
})

test("an email that was typed and never proved is not remembered", async () => {
  const { post, remembered } = await (await pages()).open()
  await post(checkEmailForm, { email, remember: "on" })
  expect(await remembered()).toBeUndefined()
})

test("on a shared computer nothing is kept, and what was kept goes", async () => {
  const { post, signIn, remembered } = await (await pages()).open()
  await signIn(false)
  expect(await remembered()).toBeUndefined()
  await post(signOutForm)
  await signIn(true)
  await post(signOutForm)
  await signIn(false)
  expect(await remembered()).toBeUndefined()
})

test("one press forgets it, and the step with it", async () => {
  const { post, signIn, remembered, cookie } = await (await pages()).open()
  await signIn(true)
  await post(signOutForm)
  await post(checkEmailForm, { email, remember: "on" })
  expect(await post(forgetEmailForm)).toEqual({ go: "/sign-in" })
  expect(await remembered()).toBeUndefined()
  expect((await cookie()).step).toBeUndefined()
})

test("a computer that somebody left signed in shows their email no more once they sign out everywhere", async () => {
  const { open } = await pages()
  const shared = await open()
  await shared.signIn(true)
  await shared.post(signOutForm)
  const own = await open()
  await own.signIn(true)
  expect(await shared.remembered()).toBe(email)
  await own.post(signOutEverywhereForm)
  expect(await shared.remembered()).toBeUndefined()
  expect(await own.remembered()).toBeUndefined()
})
