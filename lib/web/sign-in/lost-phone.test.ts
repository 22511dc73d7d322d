import { expect, test } from "vitest"
import { policy } from "@/lib/limits/policy"
import { ourPages } from "@/lib/testing/browsers"
import { withPasskey } from "@/lib/testing/passkeys"
import { minutes } from "@/lib/time"
import { signOutForm } from "@/lib/web/account/forms"
import { changePhoneForm } from "@/lib/web/account/phone-forms"
import { cameWithoutPhone, wayAfterPhone } from "@/lib/web/onward"
import { lostPhoneForm, usePasskeyForm } from "@/lib/web/sign-in/passkey-form"
import { signedInBy } from "@/lib/web/viewer"

/** A browser of somebody who has a passkey, which was sent to sign in and then to go there. */
async function withoutPhone(to?: string) {
  const { auth, site, browser } = await ourPages()
  const { account, device, begin } = await withPasskey(auth)
  const here = await browser()
  if (to !== undefined) {
    const onward = await here.onward()
    Object.assign(onward, { to })
    await onward.save()
  }
  const sign = async (form = lostPhoneForm) => {
    const asked = begin()
    await here.ask(asked)
    return here.post(form, { answer: device.sign(asked) })
  }
  const goesOnTo = async () => wayAfterPhone(await here.onward(), await here.cookie(), site)
  const isLost = async () => cameWithoutPhone(await here.onward(), await here.cookie())
  return { ...here, auth, site, account, sign, goesOnTo, isLost }
}

test("a passkey leads to the page that changes the phone, without a text, and that page knows why", async () => {
  const { auth, account, sign, cookie, isLost } = await withoutPhone()
  const sent = auth.outbox.length
  expect(await sign()).toEqual({ go: "/account/phone" })
  expect((await signedInBy(await cookie(), auth.core))?.account.id).toBe(account.id)
  expect(await isLost()).toBe(true)
  expect(auth.outbox).toHaveLength(sent)
})

test.each([
  ["https://app.example/basket?item=1", "/sign-in/on"],
  ["/oauth/authorize?client_id=shop", "/sign-in/on"],
  ["/admin", "/admin"],
  ["/account/phone", undefined],
  ["/account", undefined],
  [undefined, undefined],
])("whoever was going to %s is offered to go on to %s", async (to, next) => {
  const { sign, goesOnTo } = await withoutPhone(to)
  expect(await sign()).toEqual({ go: "/account/phone" })
  expect(await goesOnTo()).toBe(next)
})

test("whoever signs in by a passkey elsewhere, or signs out, is not taken for somebody without a phone", async () => {
  const { sign, post, goesOnTo, onward } = await withoutPhone("https://app.example/basket")
  await sign()
  await post(signOutForm)
  expect(await goesOnTo()).toBeUndefined()
  expect(await sign(usePasskeyForm)).toEqual({ go: "/account" })
  expect((await onward()).lostPhone).toBeUndefined()
})

test("nor whoever signs in after them in the same browser, however the session before ended", async () => {
  const { auth, sign, cookie, goesOnTo, isLost } = await withoutPhone("https://app.example/basket")
  await sign()
  expect(await isLost()).toBe(true)
  const first = (await signedInBy(await cookie(), auth.core))?.session.id ?? ""
  await auth.core.sessions.revoke(first, auth.now(), {})
  expect(await sign(usePasskeyForm)).toEqual({ go: "/sign-in/on" })
  expect(await isLost()).toBe(false)
  expect(await goesOnTo()).toBeUndefined()
})

test("what is wrong is told on the page itself, and leads nowhere else", async () => {
  const { post, onward } = await withoutPhone()
  const [problem] = (await post(lostPhoneForm)).problems ?? []
  expect(problem?.field).toBe("use-passkey")
  expect(problem?.message).toMatch(/^Passkeys work only where JavaScript is on/)
  const [late] = (await post(lostPhoneForm, { answer: "{}" })).problems ?? []
  expect(late?.field).toBe("use-passkey")
  expect((await onward()).lostPhone).toBeUndefined()
})

test("nothing begins a change of phone for whoever is not signed in", async () => {
  const { auth, account, post } = await withoutPhone()
  const sent = auth.outbox.length
  const asked = await post(changePhoneForm, { phone: "+13035559999", country: "US" })
  expect(asked).toEqual({ go: "/sign-in?return_to=%2Faccount%2Fphone" })
  expect(await auth.core.phoneChanges.open(account.id)).toBeUndefined()
  expect(auth.outbox).toHaveLength(sent)
})

test("passkeys that are shown there are limited with those of the sign-in page", async () => {
  const { auth, site, post, sign } = await withoutPhone()
  Object.assign(site, { addressOf: () => "203.0.113.7" })
  for (let shown = 0; shown < policy.passkeys.points; shown++)
    await post(shown % 2 ? lostPhoneForm : usePasskeyForm, { answer: "{}" })
  expect((await sign()).problems?.[0]?.retryAt).toBeDefined()
  auth.pass(minutes(6))
  expect(await sign()).toEqual({ go: "/account/phone" })
})
