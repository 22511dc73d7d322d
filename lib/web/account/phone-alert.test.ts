import { expect, test } from "vitest"
import { ourPages } from "@/lib/testing/browsers"
import { join, person } from "@/lib/testing/people"
import { after, hours, minutes } from "@/lib/time"
import { signOutForm } from "@/lib/web/account/forms"
import { phoneAlertOf } from "@/lib/web/account/phone-alert"
import { changePhoneForm, provePhoneForm, stopPhoneChangeForm, waitForPhoneForm } from "@/lib/web/account/phone-forms"
import { checkEmailForm, verifyPinForm } from "@/lib/web/sign-in/forms"
import { signedInBy } from "@/lib/web/viewer"
import { sayIn } from "@/lib/words/say"

/** Browsers in which one of two people signs in by PIN, and what our pages tell them of a change of phone. */
async function household() {
  const { auth, site, browser } = await ourPages()
  await join(auth, 0)
  await join(auth, 1)
  const signedIn = async (number = 0) => {
    const { email, phone } = person(number)
    const here = await browser()
    auth.pass(minutes(61))
    await here.post(checkEmailForm, { email })
    expect(await here.post(verifyPinForm, { pin: auth.pinFor(phone) })).toEqual({ go: "/account" })
    const alert = async () => {
      const cookie = await here.cookie()
      return phoneAlertOf({ cookie, signedIn: await signedInBy(cookie, auth.core) }, site, sayIn("en"))
    }
    const ask = () => here.post(changePhoneForm, { phone: "+13035559999", country: "US" })
    return { ...here, alert, ask }
  }
  return { auth, signedIn }
}

test("each other browser of the account is told who asked and when, and the one that asked is not", async () => {
  const { auth, signedIn } = await household()
  const [asker, other, another, stranger] = [await signedIn(), await signedIn(), await signedIn(), await signedIn(1)]
  expect(await other.alert()).toBeUndefined()
  expect(await asker.ask()).toEqual({ go: "/account/phone" })
  auth.pass(minutes(5))
  const told = { ending: "99", device: "A browser", effectiveAt: undefined }
  for (const here of [other, another]) expect(await here.alert()).toMatchObject(told)
  expect((await other.alert())?.askedAt.ago).toBe("5 minutes ago")
  for (const here of [asker, stranger]) expect(await here.alert()).toBeUndefined()
})

test("one press there ends it, and signs out who asked; nobody is told of it any more", async () => {
  const { signedIn } = await household()
  const [asker, other] = [await signedIn(), await signedIn()]
  await asker.ask()
  expect(await other.post(stopPhoneChangeForm)).toEqual({ go: "/account?done=phone-stopped" })
  expect(await other.alert()).toBeUndefined()
  expect(await asker.ask()).toEqual({ go: "/sign-in?return_to=%2Faccount%2Fphone" })
  expect(await other.post(stopPhoneChangeForm)).toEqual({ go: "/account" })
})

test("they are told when it happens, also where the browser that asked has signed out since", async () => {
  const { auth, signedIn } = await household()
  const [asker, other] = [await signedIn(), await signedIn()]
  await asker.ask()
  await asker.post(provePhoneForm, { which: "new", pin: auth.pinFor("+13035559999") })
  expect(await asker.post(waitForPhoneForm)).toEqual({ go: "/account" })
  const at = after(auth.now(), hours(72)).toISOString()
  expect(await other.alert()).toMatchObject({ device: "A browser", effectiveAt: { at } })
  await asker.post(signOutForm)
  expect(await other.alert()).toMatchObject({ ending: "99", device: undefined, effectiveAt: { at } })
})
