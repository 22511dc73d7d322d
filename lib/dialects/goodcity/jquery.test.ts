import jQueryOf from "jquery"
import { JSDOM, VirtualConsole } from "jsdom"
import { expect, test } from "vitest"
import { mobileOf, signUpBody } from "@/lib/testing/goodcity-people"
import { bearer } from "@/lib/testing/people"
import { serveHandlers } from "@/lib/testing/serve-handlers"
import { testAuth } from "@/lib/testing/test-auth"
import { minutes, seconds } from "@/lib/time"

const origin = "https://app.goodcity.example"
const headers = {
  "X-GOODCITY-APP-NAME": "app.goodcity",
  "X-GOODCITY-APP-VERSION": "0.11.0",
  "X-GOODCITY-APP-SHA": "1234567",
  "Accept-Language": "zh-tw",
}

/** GoodCity's client on a page of this origin: jQuery in a browser that asks before it sends a foreign header. */
async function clientOn(page: string) {
  const auth = await testAuth({ origins: [origin] })
  const server = await serveHandlers(auth, "goodcity")
  const { window } = new JSDOM("", { url: page, virtualConsole: new VirtualConsole() })
  // Without a page of its own, jQuery's module is a factory; its types do not know that.
  const jQuery = (jQueryOf as unknown as (window: unknown) => JQueryStatic)(window)
  const ajax = async (path: string, settings: JQuery.AjaxSettings) => {
    const request = jQuery.ajax({ url: `${server.url}/api/v1/auth/${path}`, headers, ...settings })
    await request.then(
      () => undefined,
      () => undefined,
    )
    await auth.settled()
    return {
      status: request.status,
      body: request.responseJSON,
      header: (name: string) => request.getResponseHeader(name),
    }
  }
  return { auth, server, ajax }
}

test("jQuery's forms from another origin go all the way from send_pin to register_device", async () => {
  const { auth, server, ajax } = await clientOn(`${origin}/login`)
  const unknown = await ajax("send_pin", { type: "POST", data: { mobile: mobileOf() } })
  expect(unknown).toMatchObject({ status: 200, body: { otp_auth_key: expect.any(String) } })
  expect(auth.outbox).toEqual([])

  auth.pass(minutes(1))
  const signedUp = await ajax("signup", { type: "POST", data: signUpBody() })
  expect(signedUp.status).toBe(200)
  const data = { otp_auth_key: signedUp.body.otp_auth_key, pin: auth.pinFor(mobileOf()) }
  const verified = await ajax("verify", { type: "POST", data })
  expect(verified).toMatchObject({ status: 200, body: { user: { addresses: [{ district_id: 1 }] } } })

  const mine = { headers: { ...headers, ...bearer(verified.body.jwt_token) } }
  const profile = await ajax("current_user_profile", { type: "GET", ...mine })
  expect(profile).toMatchObject({ status: 200, body: verified.body.user })
  const device = { handle: "fcm-registration-id", platform: "fcm" }
  expect((await ajax("register_device", { type: "POST", data: device, ...mine })).status).toBe(204)

  expect(server.seen).toEqual(
    ["POST send_pin", "POST signup", "POST verify", "GET current_user_profile", "POST register_device"].flatMap(
      (line) => {
        const [method, path] = line.split(" ")
        return [`OPTIONS /api/v1/auth/${path}`, `${method} /api/v1/auth/${path}`]
      },
    ),
  )
  expect(auth.surprises).toEqual([])
})

test("a known person signs in the same way, and errors reach the client as JSON with their headers", async () => {
  const { auth, ajax } = await clientOn(`${origin}/login`)
  await ajax("signup", { type: "POST", data: signUpBody() })
  const early = await ajax("send_pin", { type: "POST", data: { mobile: mobileOf() } })
  expect(early).toMatchObject({ status: 429, body: { errors: expect.any(String) } })
  expect(early.header("Retry-After")).toBe("30")

  auth.pass(seconds(30))
  const { body } = await ajax("send_pin", { type: "POST", data: { mobile: mobileOf() } })
  const wrong = await ajax("verify", { type: "POST", data: { otp_auth_key: body.otp_auth_key, pin: "" } })
  expect(wrong).toMatchObject({ status: 422, body: { errors: { pin: "Invalid SMS code." } } })
})

test("a page of an origin that is not listed gets nothing through", async () => {
  const { auth, server, ajax } = await clientOn("https://elsewhere.example/")
  expect((await ajax("signup", { type: "POST", data: signUpBody() })).status).toBe(0)
  expect(server.seen).toEqual(["OPTIONS /api/v1/auth/signup"])
  expect(auth.outbox).toEqual([])
})
