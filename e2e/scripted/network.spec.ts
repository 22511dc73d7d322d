import { expect, hydrated, test } from "../journey"
import { enterEmail, fillInDetails, summary } from "../steps"

const unreachable = "We could not reach the server. Check your connection and try again."

test("offline, a form says so at once and keeps what was typed; online it goes on", async ({
  page,
  context,
  person,
}) => {
  await enterEmail(page, person)
  await fillInDetails(page, person)
  await hydrated(page)
  await context.setOffline(true)
  await page.getByRole("button", { name: "Send me a PIN" }).click()
  await expect(summary(page)).toContainText(unreachable)
  await expect(page.locator(".error-summary")).toBeFocused()
  await expect(page.getByLabel("First name")).toHaveValue(person.firstName)

  await context.setOffline(false)
  await page.getByRole("button", { name: "Send me a PIN" }).click()
  await expect(page).toHaveURL("/sign-in/pin")
})

test.describe("with a broken line", () => {
  test.use({ mayComplain: /(net::ERR_CONNECTION_RESET|status of 502) .*\/do\/check-email/ })

  test("a request that is lost, or answered by something else, is told in words", async ({ page, person }) => {
    await page.goto("/sign-in")
    await hydrated(page)
    await page.route("/do/check-email", (route) => route.abort("connectionreset"), { times: 1 })
    await page.getByLabel("Email address").fill(person.email)
    await page.getByRole("button", { name: "Continue" }).click()
    await expect(summary(page)).toContainText(unreachable)

    await page.route("/do/check-email", (route) => route.fulfill({ status: 502, body: "<h1>Bad gateway</h1>" }), {
      times: 1,
    })
    await page.getByRole("button", { name: "Continue" }).click()
    await expect(summary(page)).toContainText("an answer that we could not read")
    await expect(page.getByLabel("Email address")).toHaveValue(person.email)

    await page.getByRole("button", { name: "Continue" }).click()
    await expect(page).toHaveURL("/sign-in/register")
  })
})

test("Enter pressed again while a form is on its way sends no second request", async ({ page, member }) => {
  let posts = 0
  let letThrough = () => {}
  const pressedAgain = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route("/do/check-email", async (route) => {
    posts++
    await pressedAgain
    await route.continue()
  })
  await page.goto("/sign-in")
  await hydrated(page)
  await page.getByLabel("Email address").fill(member.email)
  await page.keyboard.press("Enter")
  await expect(page.getByRole("button", { name: "Checking…" })).toBeVisible()
  await page.keyboard.press("Enter")
  await page.getByRole("button", { name: "Checking…" }).dispatchEvent("click")
  letThrough()
  await expect(page).toHaveURL("/sign-in/pin")
  expect(posts).toBe(1)
})

test("what was typed before scripts ran stays, and the form works before they do", async ({ page, person }) => {
  let letScriptsRun = () => {}
  const scripts = new Promise<void>((resolve) => {
    letScriptsRun = resolve
  })
  await page.route("**/_next/static/**/*.js", async (route) => {
    await scripts
    await route.continue()
  })
  await page.goto("/sign-in", { waitUntil: "commit" })
  await page.getByLabel("Email address").fill(person.email)
  letScriptsRun()
  await hydrated(page)
  await expect(page.getByLabel("Email address")).toHaveValue(person.email)
  await page.getByRole("button", { name: "Continue" }).click()
  await expect(page).toHaveURL("/sign-in/register")
})
