import type { JSHandle, Page } from "@playwright/test"
import { expect, hydrated, test } from "../journey"
import { askForPin, enterEmail, enterPin, register, summary } from "../steps"

test("6: errors: the title begins with it, fields are marked and described, typed values stay, what is corrected loses its red", async ({
  page,
  person,
  javaScriptEnabled,
}) => {
  await enterEmail(page, person)
  await page.getByLabel("First name").fill("Ada")
  await page.getByRole("button", { name: "Send me a PIN" }).click()
  await expect(page).toHaveTitle(/^Error: /)
  const lastName = page.getByLabel("Last name")
  await expect(lastName).toHaveAttribute("aria-invalid", "true")
  await expect(lastName).toHaveAccessibleDescription(/Enter your last name/)
  await expect(page.getByLabel("First name")).toHaveValue("Ada")
  if (javaScriptEnabled === false) return

  await lastName.fill("Tester")
  await expect(lastName).not.toHaveAttribute("aria-invalid")
  await expect(page.getByText("Enter your last name")).toHaveCount(0)
  await expect(lastName).toBeFocused()
  await expect(page.getByLabel("Mobile phone number")).toHaveAttribute("aria-invalid", "true")
})

test("10: the fifth wrong PIN says when to go on; the right one is then refused, and a new browser does not reset it", async ({
  page,
  browser,
  baseURL,
  person,
  api,
}) => {
  await enterEmail(page, person)
  await register(page, person)
  const wrong = await api.wrongPin(person)
  for (const left of [/4 tries left/, /3 tries left/, /2 tries left/, /1 try left/]) {
    await enterPin(page, wrong)
    await expect(summary(page)).toContainText(left)
  }
  await enterPin(page, wrong)
  await expect(summary(page)).toContainText(/too many wrong tries. Send a new PIN (at|in|now)/)
  await expect(page.getByLabel("PIN", { exact: true })).toBeDisabled()

  const headers = { origin: String(baseURL), accept: "application/json", "x-forwarded-for": person.address }
  const elsewhere = await browser.newContext({ baseURL, extraHTTPHeaders: headers })
  for (const { request } of [page.context(), elsewhere]) {
    await request.post("/do/check-email", { headers, form: { email: person.email } })
    const answer = await request.post("/do/verify-pin", { headers, form: { pin: await api.pin(person) } })
    expect(await answer.json()).not.toEqual({ go: "/account" })
  }
  await elsewhere.close()
})

test("9: resending waits, counts down, is announced once, and the earlier PIN still works", async ({
  page,
  member,
  api,
  javaScriptEnabled,
}) => {
  await page.clock.install()
  await askForPin(page, member)
  const pin = await api.pin(member)
  const again = page.getByRole("button", { name: "Send the PIN again" })
  await expect(page.getByText(/You can ask for another in \d+ seconds/)).toBeVisible()
  if (javaScriptEnabled) {
    await hydrated(page)
    const said = await announcements(page)
    await page.clock.runFor(10_000)
    await expect(page.getByText(/You can ask for another in (1\d|20) seconds/)).toBeVisible()
    await page.clock.runFor(21_000)
    await expect(page.getByText("You can ask for another now")).toBeVisible()
    await page.clock.runFor(5_000)
    const aboutResend = (await said.jsonValue()).filter((text) => text.includes("ask for another"))
    expect(aboutResend).toEqual(["You can ask for another text message now."])
  }
  await expect(again).toBeVisible()
  await enterPin(page, pin)
  await expect(page).toHaveURL("/account")
})

test.describe("with Google's script blocked", () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "there is no Google without scripts")
  test.use({ google: "blocked", mayComplain: /net::ERR_FAILED https:\/\/www\.google\.com\/recaptcha\// })

  test("5: a form goes on at once, and waits for no clock", async ({ page, person }) => {
    await page.clock.install()
    await page.goto("/sign-in")
    await hydrated(page)
    const failed = page.waitForEvent("requestfailed", (request) => request.url().includes("recaptcha"))
    await page.getByLabel("Email address").pressSequentially(person.email)
    await failed
    await page.clock.pauseAt("2099-01-01")
    await page.getByRole("button", { name: "Continue" }).click()
    await expect(page).toHaveURL("/sign-in/register")
  })
})

test.describe("with Google silent", () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "there is no Google without scripts")
  test.use({ google: "silent" })

  test("5: a form goes on within 4 seconds where Google hangs", async ({ page, person }) => {
    await page.clock.install()
    await page.goto("/sign-in")
    await hydrated(page)
    await page.getByLabel("Email address").pressSequentially(person.email)
    await page.clock.pauseAt("2099-01-01")
    const asked = page.waitForRequest(/\/do\/check-email$/)
    await page.getByRole("button", { name: "Continue" }).click()
    await expect(page.getByRole("button", { name: "Checking…" })).toBeFocused()
    await page.clock.runFor(4_000)
    await asked
    await expect(page).toHaveURL("/sign-in/register")
  })
})

/** Whatever live regions say from now on. */
const announcements = (page: Page): Promise<JSHandle<string[]>> =>
  page.evaluateHandle(() => {
    const said: string[] = []
    for (const region of document.querySelectorAll("[role=status], [role=alert]"))
      new MutationObserver(() => region.textContent && said.push(region.textContent)).observe(region, {
        characterData: true,
        childList: true,
        subtree: true,
      })
    return said
  })
