import { expect, test } from "vitest"
import { ourPages } from "@/lib/testing/browsers"
import { join } from "@/lib/testing/people"
import { minutes } from "@/lib/time"
import { checkEmailForm, resendPinForm, verifyPinForm } from "@/lib/web/sign-in/forms"

/** A browser in which somebody with an account has asked for a PIN. */
async function asked() {
  const { auth, browser } = await ourPages()
  const { email } = await join(auth, 0)
  auth.pass(minutes(61))
  const { post, cookie } = await browser()
  expect(await post(checkEmailForm, { email })).toEqual({ go: "/sign-in/pin" })
  const pin = () => auth.outbox.at(-1)?.pin ?? ""
  const step = async () => (await cookie()).step
  return { auth, post, pin, step }
}

test("an expired PIN is told from a wrong one, and the new one opens", async () => {
  const { auth, post, pin, step } = await asked()
  auth.pass(minutes(10))
  const late = await post(verifyPinForm, { pin: pin() })
  expect(late.problems).toMatchObject([{ message: "This PIN has expired. Send a new PIN", isOver: true }])
  expect(await step()).toMatchObject({ isOver: true })
  expect(await post(resendPinForm, {})).toEqual({ go: "/sign-in/pin?sent=again" })
  expect(await step()).not.toHaveProperty("isOver")
  expect(await post(verifyPinForm, { pin: pin() })).toEqual({ go: "/account" })
})

test("the fifth wrong PIN is the last, and says when a new one may be asked for", async () => {
  const { post, pin, step } = await asked()
  const wrong = pin() === "111111" ? "222222" : "111111"
  for (const left of ["4 tries", "3 tries", "2 tries", "1 try"])
    expect((await post(verifyPinForm, { pin: wrong })).problems?.[0]?.message).toContain(`${left} left`)
  const { problems } = await post(verifyPinForm, { pin: wrong })
  expect(problems).toMatchObject([{ message: expect.stringContaining("too many wrong tries"), isOver: true }])
  expect(await step()).toMatchObject({ isOver: true, resendAt: problems?.[0]?.retryAt })
  expect(await post(verifyPinForm, { pin: pin() })).not.toHaveProperty("go")
})
