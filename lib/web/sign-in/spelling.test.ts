import { expect, test } from "vitest"
import { ourPages } from "@/lib/testing/browsers"
import { elsewhere, must, person } from "@/lib/testing/people"
import { minutes } from "@/lib/time"
import { checkEmailForm, keepEmailForm } from "@/lib/web/sign-in/forms"

const typed = "pat@gmial.com"
const meant = "pat@gmail.com"

test("a newcomer whose email looks mistyped is asked, and no text has been paid for", async () => {
  const { auth, browser } = await ourPages()
  const { post, cookie } = await browser()
  expect(await post(checkEmailForm, { email: "Pat@GMIAL.com" })).toEqual({ go: "/sign-in/spelling" })
  expect((await cookie()).step).toMatchObject({ at: "spelling", email: typed, meant })
  expect(auth.outbox).toEqual([])
})

test("one press keeps it as it is, and it is never asked about again", async () => {
  const { post, cookie } = await (await ourPages()).browser()
  await post(checkEmailForm, { email: typed, remember: "on" })
  expect(await post(keepEmailForm)).toEqual({ go: "/sign-in/register" })
  expect((await cookie()).step).toEqual({ at: "register", email: typed, remember: true })
  expect(await post(checkEmailForm, { email: typed })).toEqual({ go: "/sign-in/register" })
  expect(await post(checkEmailForm, { email: "pat@gmali.com" })).toEqual({ go: "/sign-in/spelling" })
})

test("one press takes the email that was meant, whose owner gets their PIN", async () => {
  const { auth, browser } = await ourPages()
  const body = { ...person(0).details, email: meant }
  await must(201, auth.call("register", { body, address: elsewhere() }))
  const proof = { email: meant, pin: auth.pinFor(person(0).phone) }
  await must(200, auth.call("verifyPin", { body: proof, address: elsewhere() }))
  auth.pass(minutes(61))
  const { post } = await browser()
  await post(checkEmailForm, { email: typed })
  expect(await post(checkEmailForm, { email: meant })).toEqual({ go: "/sign-in/pin" })
})

test("an email that has an account is in order, whatever it looks like", async () => {
  const { auth, browser } = await ourPages()
  const body = { ...person(0).details, email: typed }
  await must(201, auth.call("register", { body, address: elsewhere() }))
  const proof = { email: typed, pin: auth.pinFor(person(0).phone) }
  await must(200, auth.call("verifyPin", { body: proof, address: elsewhere() }))
  auth.pass(minutes(61))
  const { post } = await browser()
  expect(await post(checkEmailForm, { email: typed })).toEqual({ go: "/sign-in/pin" })
})

test("whoever was asked nothing has nothing to keep", async () => {
  const { post } = await (await ourPages()).browser()
  expect(await post(keepEmailForm)).toEqual({ go: "/sign-in" })
})
