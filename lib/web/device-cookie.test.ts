import { expect, test } from "vitest"
import { consoleSite, jarWith } from "@/lib/testing/operators"
import { elsewhere, must, person, wrong } from "@/lib/testing/people"
import { hours, minutes } from "@/lib/time"
import { signOutForm } from "@/lib/web/account/forms"
import type { CookieJar } from "@/lib/web/cookie"
import { openDeviceCookie } from "@/lib/web/device-cookie"
import { formHandlers } from "@/lib/web/form"
import { checkEmailForm, verifyPinForm } from "@/lib/web/sign-in/forms"

const page = "https://latchkey.example"

/** Our pages, two people who have accounts, and browsers that sign in on them, each request at an address of its own. */
async function pages() {
  const { auth, site } = await consoleSite([])
  for (const number of [0, 1]) {
    const { email, phone, details } = person(number)
    await must(201, auth.call("register", { body: details, address: elsewhere() }))
    await must(200, auth.call("verifyPin", { body: { email, pin: auth.pinFor(phone) }, address: elsewhere() }))
  }
  const post = async (
    form: typeof checkEmailForm | typeof verifyPinForm | typeof signOutForm,
    body: object,
    jar: CookieJar,
  ) => {
    const init = { method: "POST", body: new URLSearchParams({ ...body }), headers: { origin: page } }
    const answer = await formHandlers(form as never, async () => site, jar).POST(new Request(`${page}/do/it`, init))
    return answer.headers.get("location") ?? ""
  }
  const enter = (number: number, jar: CookieJar) => post(verifyPinForm, { pin: auth.pinFor(person(number).phone) }, jar)
  const ask = async (number: number, jar: CookieJar) => {
    const before = auth.outbox.length
    const location = await post(checkEmailForm, { email: person(number).email }, jar)
    return { location, wasSent: auth.outbox.length > before }
  }
  /** Strangers use up all the texts and guesses that they may have in this person's name. */
  const bomb = async (number: number) => {
    const { email, phone } = person(number)
    for (let hour = 0; hour < 3; hour++) {
      for (let again = 0; again < 5; again++) {
        await auth.call("emailCheck", { body: { email }, address: elsewhere() })
        const guess = { email, pin: wrong(auth.pinFor(phone)) }
        for (let tries = 0; tries < 2; tries++) await auth.call("verifyPin", { body: guess, address: elsewhere() })
        auth.pass(minutes(10))
      }
      auth.pass(minutes(11))
    }
  }
  const browser = () => jarWith({}, site)
  return { auth, site, ask, enter, bomb, browser, signOut: (jar: CookieJar) => post(signOutForm, {}, jar) }
}

test("a browser that signed in before is texted and let in whatever strangers used up, signed out or not; a new one waits", async () => {
  const { auth, ask, enter, bomb, browser, signOut } = await pages()
  const known = await browser()
  await ask(0, known)
  expect(await enter(0, known)).toBe("/account")
  await signOut(known)
  auth.pass(hours(2))
  await bomb(0)
  expect((await ask(0, await browser())).wasSent).toBe(false)
  expect((await ask(0, known)).wasSent).toBe(true)
  expect(await enter(0, known)).toBe("/account")
})

test("one browser is known to each of the people who sign in there", async () => {
  const { ask, enter, browser, signOut, bomb } = await pages()
  const shared = await browser()
  for (const number of [0, 1]) {
    await ask(number, shared)
    expect(await enter(number, shared)).toBe("/account")
    await signOut(shared)
  }
  for (const number of [0, 1]) {
    await bomb(number)
    expect((await ask(number, shared)).wasSent).toBe(true)
  }
})

test("a cookie that a stranger put into the browser makes no known device of theirs", async () => {
  const { site, ask, enter, browser, bomb } = await pages()
  const strangers = await browser()
  await ask(1, strangers)
  await enter(1, strangers)
  const planted = await browser()
  const { tokens = [] } = await openDeviceCookie(site, strangers)
  const cookie = await openDeviceCookie(site, planted)
  cookie.tokens = [...tokens]
  await cookie.save()
  await ask(0, planted)
  expect(await enter(0, planted)).toBe("/account")
  await bomb(0)
  expect((await ask(0, strangers)).wasSent).toBe(false)
  expect((await ask(0, planted)).wasSent).toBe(true)
})
