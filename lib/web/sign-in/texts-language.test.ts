import { expect, test } from "vitest"
import { ourPages } from "@/lib/testing/browsers"
import { elsewhere, join, must, person } from "@/lib/testing/people"
import { minutes } from "@/lib/time"
import { checkEmailForm, registerForm, verifyPinForm } from "@/lib/web/sign-in/forms"

const { email, phone } = person(0)
const details = { firstName: "Pat", lastName: "Lee", country: "US", phone }

/** Somebody new who signs up on pages in Chinese. */
async function joinedInChinese() {
  const { auth, browser } = await ourPages()
  const { post } = await browser("zh-HK")
  await post(checkEmailForm, { email })
  await post(registerForm, details)
  const first = auth.outbox.at(-1)?.body
  expect(await post(verifyPinForm, { pin: auth.pinFor(phone) })).toEqual({ go: "/account" })
  auth.pass(minutes(61))
  const byApi = async () => {
    await must(200, auth.call("emailCheck", { body: { email }, address: elsewhere() }))
    return auth.outbox.at(-1)?.body
  }
  return { auth, browser, first, byApi }
}

test("the text that a page asks for speaks the page's language, and so does what an API asks for later", async () => {
  const { first, byApi } = await joinedInChinese()
  expect(first).toContain("是你的 Latchkey 驗證碼")
  expect(await byApi()).toContain("是你的 Latchkey 驗證碼")
})

test("a browser on which nothing was chosen speaks the account's language after the sign-in, and does not change it", async () => {
  const { auth, browser, byApi } = await joinedInChinese()
  const { post, speaks } = await browser("en")
  await post(checkEmailForm, { email })
  expect(auth.outbox.at(-1)?.body).toContain("is your Latchkey PIN")
  await post(verifyPinForm, { pin: auth.pinFor(phone) })
  expect(speaks()).toBe("zh-HK")
  auth.pass(minutes(61))
  expect(await byApi()).toContain("是你的 Latchkey 驗證碼")
})

test("what a person chose on a browser stays there, and is the account's from then on", async () => {
  const { auth, browser, byApi } = await joinedInChinese()
  const { post, speaks } = await browser("zh-HK", "en")
  await post(checkEmailForm, { email })
  await post(verifyPinForm, { pin: auth.pinFor(phone) })
  expect(speaks()).toBeUndefined()
  auth.pass(minutes(61))
  expect(await byApi()).toContain("is your Latchkey PIN")
})

test("an API's text speaks English to whoever has been on no page", async () => {
  const { auth } = await ourPages()
  await join(auth)
  expect(auth.outbox.at(-1)?.body).toContain("is your Latchkey PIN")
})
