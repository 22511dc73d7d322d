import { decodeJwt } from "jose"
import { expect, test } from "vitest"
import { appsHere } from "@/lib/testing/apps"
import { join, person } from "@/lib/testing/people"
import { setTrust } from "@/lib/testing/trusted"
import { days } from "@/lib/time"
import { signOutForm } from "@/lib/web/account/forms"
import { checkEmailForm, verifyPinForm } from "@/lib/web/sign-in/forms"

const { email, phone } = person(0)

/** A browser in which somebody typed a PIN and ticked the box three days ago; `typedAt` in seconds. */
async function trusted() {
  const there = await appsHere()
  const { auth } = there
  await setTrust(auth, true)
  await join(auth, 0)
  auth.pass(days(1))
  const ada = there.browser()
  const start = () => ada.post(checkEmailForm, { email })
  const enterPin = () => ada.post(verifyPinForm, { pin: auth.pinFor(phone), trust: "on" })
  await start()
  const typedAt = Math.floor(auth.now().getTime() / 1000)
  expect(await enterPin()).toEqual({ go: "/account?done=device-trusted" })
  await ada.post(signOutForm, {})
  auth.pass(days(3))
  const ask = (changes: Record<string, string> = {}) => ada.open(there.asking(changes))
  return { ...there, start, enterPin, ask, typedAt }
}

test("an app learns when a PIN was typed on a trusted device, and is told of no text that was not sent", async () => {
  const { auth, redeem, start, ask, typedAt } = await trusted()
  expect((await ask()).path).toBe("/sign-in")
  const sent = auth.outbox.length
  expect(await start()).toEqual({ go: "/sign-in/on" })
  expect(auth.outbox).toHaveLength(sent)
  const { body } = await redeem((await ask()).query.get("code") ?? "")
  const claims = decodeJwt(String(body.id_token))
  expect(claims).not.toHaveProperty("acr")
  expect(claims).not.toHaveProperty("amr")
  expect(Math.abs(Number(claims.auth_time) - typedAt)).toBeLessThanOrEqual(1)
})

test.each<Record<string, string>>([{ prompt: "login" }, { max_age: "600" }])(
  "an app that asks for %o gets a PIN typed on a trusted device too, also after it let somebody in",
  async (asked) => {
    const { start, enterPin, ask } = await trusted()
    expect((await ask(asked)).path).toBe("/sign-in")
    expect(await start()).toEqual({ go: "/sign-in/pin" })
    expect(await enterPin()).toEqual({ go: "/sign-in/on" })
    expect((await ask(asked)).query.get("code")).toBeTruthy()
  },
)

test("a session that a trusted device opened is as old as its PIN for an app that asks how old", async () => {
  const { start, ask } = await trusted()
  expect(await start()).toEqual({ go: "/account" })
  expect((await ask({ max_age: "600" })).path).toBe("/sign-in")
  expect((await ask({ max_age: "600", prompt: "none" })).query.get("error")).toBe("login_required")
})
