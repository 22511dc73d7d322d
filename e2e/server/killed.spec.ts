import { expect, type Page, test } from "@playwright/test"
import { chooseCountry, enterPin } from "../steps"
import { pinsFor, post } from "./client"
import { emptyFolder, type Server, startServer } from "./server"

// The server is killed without warning between every two steps, on the embedded database.
let server: Server
let remove: () => Promise<void>
test.beforeEach(async () => {
  const empty = await emptyFolder()
  remove = empty.remove
  server = await startServer({ DATA_DIR: empty.folder })
})
test.afterEach(async () => {
  await server.kill()
  await remove()
})

/** A step ends when its page has come whole: `page` is cut off from no page that is still on its way. */
async function powerCutAt(page: Page) {
  await page.waitForLoadState("load")
  await powerCut()
}

async function powerCut() {
  await server.kill()
  await server.start()
}

test("an API client can finish although the server dies between any two steps", async () => {
  const call = (path: string, body: unknown, headers?: Record<string, string>) =>
    post(`${server.url}${path}`, body, "198.51.100.1", headers)
  const email = "kay@example.com"
  const person = { firstname: "Kay", lastname: "Lee", email, mobile: "3035551212", countryCode: "US" }

  expect((await call("/v3/auth/email-check", { email })).body.exists).toBe(false)
  await powerCut()
  expect((await call("/v3/auth/register", person)).status).toBe(201)
  await powerCut()
  const [pin] = await pinsFor(server.url, "+13035551212")
  expect((await call("/v3/auth/verify-pin", { email, pin: pin === "000000" ? "000001" : "000000" })).status).toBe(401)
  await powerCut()
  const verified = await call("/v3/auth/verify-pin", { email, pin })
  expect(verified.status).toBe(200)
  await powerCut()
  const refreshed = await call("/auth/refresh-token", { refreshToken: verified.body.refreshToken })
  expect(refreshed.status).toBe(200)
  await powerCut()
  const again = await call("/auth/refresh-token", { refreshToken: refreshed.body.refreshToken })
  expect(again.status).toBe(200)
  expect((await call("/v3/auth/email-check", { email })).body.exists).toBe(true)
  await powerCut()
  const [known] = await pinsFor(server.url, "+13035551212")
  expect((await call("/v3/auth/verify-pin", { email, pin: known })).status).toBe(200)
  await powerCut()
  const bearer = { authorization: `Bearer ${again.body.accessToken}` }
  expect((await call("/v3/auth/logout", {}, bearer)).status).toBe(204)
})

test("a person in a browser can finish although the server dies between any two steps", async ({ page }) => {
  await page.goto(`${server.url}/sign-in`)
  await powerCutAt(page)
  await page.getByLabel(/email/i).fill("nora@example.com")
  await page.getByRole("button", { name: "Continue" }).click()
  await expect(page).toHaveURL(/register/)
  await powerCutAt(page)
  await page.getByLabel("First name").fill("Nora")
  await page.getByLabel("Last name").fill("Field")
  await chooseCountry(page, "US")
  await page.getByLabel("Mobile phone number").fill("303 555 1213")
  await page.getByRole("button", { name: /send/i }).click()
  await expect(page).toHaveURL(/pin/)
  await powerCutAt(page)
  await page.reload()
  const [pin = ""] = await pinsFor(server.url, "+13035551213")
  await enterPin(page, pin)
  await expect(page).toHaveURL(/account/)
  await powerCutAt(page)
  await page.reload()
  await expect(page.getByText("nora@example.com").first()).toBeVisible()
})
