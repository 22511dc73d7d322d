import { unsealData } from "iron-session"
import { keyRing } from "@/lib/keys/key-ring"
import { expect, test } from "./journey"
import { askForPin, enterPin, signIn } from "./steps"
import { secretKey } from "./under-test"

const cookiePassword = keyRing([secretKey]).current.derive("cookie").toString("base64")

test("the cookies are out of reach: for scripts, for other sites, for plain http", async ({
  page,
  context,
  member,
  api,
}) => {
  await signIn(page, member, api)
  const cookies = await context.cookies()
  expect(cookies.map(({ name }) => name)).toEqual(expect.arrayContaining(["__Host-latchkey", "__Host-latchkey-device"]))
  for (const cookie of cookies) {
    // What a passkey is asked for with is kept apart, and goes with our own forms alone.
    const sameSite = cookie.name === "__Host-latchkey-passkey" ? "Strict" : "Lax"
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite, path: "/", domain: "localhost" })
    expect(cookie.name).toMatch(/^__Host-/)
  }
})

test("no token reaches the browser other than sealed in the cookie", async ({ page, context, member, api }) => {
  const bodies: Promise<string>[] = []
  page.on("response", (response) => bodies.push(response.text().catch(() => "")))
  await askForPin(page, member)
  await enterPin(page, await api.pin(member))
  await expect(page).toHaveURL("/account")
  await page.reload()

  const cookies = await context.cookies()
  const cookie = cookies.find(({ name }) => name === "__Host-latchkey")
  const seal = decodeURIComponent(cookie?.value ?? "")
  const { accessToken } = await unsealData<{ accessToken?: string }>(seal, { password: { 1: cookiePassword } })
  expect(accessToken).toMatch(/^.{32,}$/)

  const seen = (await Promise.all(bodies)).join("\n") + (await page.content())
  expect(seen).toContain(member.email)
  expect(seen).not.toContain(accessToken)
  for (const { value } of cookies) expect(seen).not.toContain(value)
  expect(seen).not.toMatch(/accessToken|refreshToken/)
  expect(await page.evaluate(() => document.cookie + localStorage.length + sessionStorage.length)).toBe("00")
})

test("a form that another site sends is refused, and nothing is sent", async ({ request, member, api }) => {
  const form = { email: member.email }
  const before = (await api.messages(member)).length
  const strangers: Record<string, string>[] = [{ origin: "https://evil.example" }, { origin: "null" }, {}]
  for (const headers of strangers) {
    const response = await request.post("/do/check-email", { headers, form, maxRedirects: 0 })
    expect(response.status()).toBe(403)
  }
  expect(await api.messages(member)).toHaveLength(before)
})

test("the inbox opens only to its token", async ({ request, member }) => {
  expect((await request.get("/dev/inbox")).status()).toBe(404)
  expect((await request.get("/dev/inbox?token=only-for-somebody-else-at-all")).status()).toBe(404)
  const inbox = await request.get("/dev/inbox", { params: { token: "only-for-end-to-end-tests", to: member.phone } })
  expect(await inbox.text()).toContain("is your Latchkey PIN")
})

test.describe(() => {
  test.use({ mayComplain: /status of 404 .*\/nowhere/ })
  test("an address that leads nowhere says so", async ({ page }) => {
    expect((await page.goto("/nowhere"))?.status()).toBe(404)
    await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible()
    await expect(page).toHaveTitle("Page not found – Latchkey")
  })
})
