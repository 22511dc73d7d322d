import { describe, expect, test } from "vitest"
import { isRefusal } from "@/lib/refusal"
import { whoIsThis } from "@/lib/sign-in/steps/who-is-this"
import { consoleSite, inBrowser, jarWith } from "@/lib/testing/operators"
import { person } from "@/lib/testing/people"
import { makeApiKeyForm, signOutEverywhereForm, signOutForm } from "@/lib/web/account/forms"
import { type Cookie, openCookie, saveCookie } from "@/lib/web/cookie"
import { type Form, formHandlers } from "@/lib/web/form"
import { checkEmailForm, registerForm, resendPinForm } from "@/lib/web/sign-in/forms"

const longestEmail = `${"a".repeat(64)}@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(58)}.io`
const pinStep = {
  at: "pin",
  newBrowserToken: "t".repeat(43),
  email: longestEmail,
  phoneEnding: "12",
  resendAt: 0,
  newcomer: false,
  sent: true,
} as const

/** A browser that is signed in, with this in its cookie besides. */
async function browser(content: Cookie = {}) {
  const { auth, site } = await consoleSite([])
  const accessToken = await inBrowser(auth)
  const jar = await jarWith({ accessToken, ...content }, site)
  const post = async <Values>(form: Form<Values>, body: BodyInit, headers: Record<string, string> = {}) => {
    const init = { method: "POST", body, duplex: "half", headers: { origin: "https://latchkey.example", ...headers } }
    const request = new Request("https://latchkey.example/do/it", init as RequestInit)
    const answer = await formHandlers(form, async () => site, jar).POST(request)
    expect(auth.surprises).toEqual([])
    return answer
  }
  const cookie = async (): Promise<Cookie> => ({ ...(await openCookie(site, jar)) })
  const bytes = () => JSON.stringify(jar.get("__Host-latchkey")).length
  const isSignedIn = async () => {
    const signedIn = await whoIsThis((await cookie()).accessToken ?? "", "browser", auth.core)
    return !isRefusal(signedIn)
  }
  return { auth, site, jar, post, cookie, bytes, isSignedIn }
}

describe("what a form brings back to its page", () => {
  test("is its own fields: thirty that it does not know neither break it nor fill the cookie", async () => {
    const { post, cookie, bytes, isSignedIn } = await browser({ step: pinStep })
    const unknown = Array.from({ length: 30 }, (_, number) => [`field${number}`, "x".repeat(254)])
    const form = new URLSearchParams([["email", "no email"], ["captchaToken", "secret"], ["pin", "123456"], ...unknown])
    const answer = await post(checkEmailForm, form)
    expect(answer.status).toBe(303)
    expect(answer.headers.get("location")).toMatch(/^\/sign-in\?problem=\w+/)
    expect((await cookie()).flash?.values).toEqual({ email: "no email" })
    expect(bytes()).toBeLessThan(4096)
    expect(await isSignedIn()).toBe(true)
  })

  test.each(["李", "😀", "\u0001", '"', "\ud800"])(
    "fits however many bytes %j has, and the session stays",
    async (sign) => {
      const { post, cookie, bytes, isSignedIn } = await browser({ step: pinStep })
      const long = sign.repeat(300)
      const body = JSON.stringify({ firstName: long, lastName: long, country: long, phone: long })
      const answer = await post(registerForm, body, { "content-type": "application/json" })
      expect(answer.status).toBe(303)
      expect(answer.headers.get("location")).toMatch(/^\/sign-in\/register\?problem=/)
      const { flash, step } = await cookie()
      expect(flash?.problems.length).toBeGreaterThan(1)
      expect(Object.keys(flash?.values ?? {}).length).toBeGreaterThan(0)
      expect(step).toEqual(pinStep)
      expect(bytes()).toBeLessThan(4096)
      expect(await isSignedIn()).toBe(true)
    },
  )

  test("is the key's name and the permissions that there are, of two hundred boxes", async () => {
    const { post, cookie, bytes } = await browser()
    const boxes = Array.from({ length: 190 }, (_, number) => [`scope:${number}${"x".repeat(100)}`, "on"])
    await post(makeApiKeyForm, new URLSearchParams([["name", ""], ["scope:read:orders", "on"], ...boxes]))
    expect((await cookie()).flash?.values).toEqual({ name: "", "scope:read:orders": "on" })
    expect(bytes()).toBeLessThan(4096)
  })
})

test("a cookie that is full of everything is saved, and loses the session last", async () => {
  const { site, jar, bytes, isSignedIn, cookie } = await browser()
  const full = await openCookie(site, jar)
  const long = "😀".repeat(2000)
  const flash = { id: "1", problems: [{ message: "Enter a name" }], values: { one: long, two: "short" } }
  Object.assign(full, { step: pinStep, newKey: { id: "key_1", name: "😀".repeat(100), key: "sk", at: 0 }, flash })
  await saveCookie(full)
  expect(bytes()).toBeLessThan(4096)
  expect(await cookie()).toMatchObject({ step: pinStep, newKey: { id: "key_1" }, flash: { values: { two: "short" } } })

  Object.assign(full, { step: { ...pinStep, email: long }, newKey: { id: long }, flash: { ...flash, id: long } })
  await saveCookie(full)
  expect(bytes()).toBeLessThan(4096)
  expect(Object.keys(await cookie())).toEqual(["accessToken"])
  expect(await isSignedIn()).toBe(true)
})

describe("a form that did not come whole", () => {
  const brokenOff = () =>
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode("captchaToken="))
        controller.error(new Error("the line went dead"))
      },
    })

  test.each([
    ["signs nobody out", signOutForm, "/account"],
    ["signs nobody out everywhere", signOutEverywhereForm, "/account"],
    ["sends no text", resendPinForm, "/sign-in/pin"],
  ] as const)("%s, and says so", async (_, form, page) => {
    const { auth, post, cookie, isSignedIn } = await browser({ step: { ...pinStep, email: person(0).email } })
    auth.pass(3_600_000)
    const sent = auth.outbox.length
    const answer = await post(form as Form<unknown>, brokenOff())
    expect(answer.status).toBe(303)
    expect(answer.headers.get("location")).toMatch(`${page}?problem=`)
    expect((await cookie()).flash?.problems).toEqual([{ message: { key: "problems.notWhole" } }])
    const asJson = await post(form as Form<unknown>, brokenOff(), { accept: "application/json" })
    expect(asJson.status).toBe(422)
    expect(await asJson.json()).toEqual({
      problems: [{ message: expect.stringMatching(/did not receive the whole form/) }],
    })
    expect(await isSignedIn()).toBe(true)
    await auth.settled()
    expect(auth.outbox).toHaveLength(sent)
  })
})

test("a text that is too long is not cut until it would do", async () => {
  const { post, cookie } = await browser()
  expect((await post(checkEmailForm, new URLSearchParams({ email: longestEmail }))).headers.get("location")).toBe(
    "/sign-in/register",
  )
  const answer = await post(checkEmailForm, new URLSearchParams({ email: `${longestEmail}.more` }))
  expect(answer.headers.get("location")).toMatch(/^\/sign-in\?problem=/)
  expect((await cookie()).flash?.problems).toMatchObject([{ field: "email" }])
})

test("a browser that has gone while its form was looked at gets no text sent", async () => {
  const { auth, site, jar } = await browser()
  const before = auth.outbox.length
  const send = async (form: Form<never>, hangUp: AbortController) => {
    const body = JSON.stringify({ email: person().email })
    const headers = { origin: "https://latchkey.example", "content-type": "application/json" }
    const request = new Request("https://latchkey.example/do/check-email", {
      method: "POST",
      body,
      headers,
      signal: hangUp.signal,
    })
    await formHandlers(form, async () => site, jar).POST(request)
  }
  const hangUp = new AbortController()
  const leaving = {
    ...checkEmailForm,
    run(...asked: Parameters<typeof checkEmailForm.run>) {
      hangUp.abort()
      return checkEmailForm.run(...asked)
    },
  }
  await send(leaving as Form<never>, hangUp)
  expect(auth.outbox).toHaveLength(before)
  await auth.settled()
  await send(checkEmailForm as Form<never>, new AbortController())
  expect(auth.outbox).toHaveLength(before + 1)
})
