import type { Page } from "@playwright/test"
import { expect, hydrated, test } from "../journey"
import { enterEmail, enterPin, register, signIn } from "../steps"

/** What the page's forms sent as proof that a person is there. To begin with a passkey needs none. */
const tokensSent = (page: Page): (string | null)[] => {
  const tokens: (string | null)[] = []
  page.on("request", (request) => {
    if (request.method() === "POST" && !request.url().endsWith("/begin-passkey"))
      tokens.push(new URLSearchParams(request.postData() ?? "").get("captchaToken"))
  })
  return tokens
}

test("Google is asked on submit, for the action at hand, and is named on the page", async ({ page, person }) => {
  const tokens = tokensSent(page)
  await page.goto("/sign-in")
  await hydrated(page)
  await expect(page.getByText("protected by reCAPTCHA")).toBeVisible()
  await expect(page.locator("script[src*=recaptcha]")).toHaveCount(0)
  await page.getByLabel("Email address").fill(person.email)
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL("/sign-in/register")
  await hydrated(page)
  await register(page, person)
  await expect(page).toHaveURL("/sign-in/pin")
  expect(tokens).toEqual(["token-for-login", "token-for-signup"])
})

test.describe("with Google blocked", () => {
  test.use({ google: "blocked", mayComplain: /net::ERR_FAILED https:\/\/www\.google\.com\/recaptcha\// })

  test("somebody with an account signs in", async ({ page, member, api }) => {
    await signIn(page, member, api)
  })

  test("a newcomer registers", async ({ page, person, api }) => {
    const tokens = tokensSent(page)
    await enterEmail(page, person)
    await register(page, person)
    await enterPin(page, await api.pin(person))
    await expect(page).toHaveURL("/account")
    expect(tokens.filter(Boolean)).toEqual([])
  })
})

test.describe("with Google silent", () => {
  test.use({ google: "silent" })

  test("a form waits two and a half seconds at most, and says that it is busy", async ({ page, person }) => {
    await page.goto("/sign-in")
    await hydrated(page)
    await page.getByLabel("Email address").fill(person.email)
    await page.getByRole("button", { name: "Continue" }).click()
    const button = page.getByRole("button", { name: "Checking…" })
    await expect(button).toHaveAttribute("aria-disabled", "true")
    await expect(button).toBeFocused()
    await expect(page).toHaveURL("/sign-in/register", { timeout: 4_000 })
  })
})
