import { expect, type Locator, type Page } from "@playwright/test"
import type { Api } from "./api"
import type { Person } from "./person"

/** The list of everything that is wrong. Next keeps an alert of its own outside of main. */
export const summary = (page: Page): Locator => page.getByRole("main").getByRole("alert")

/** Step one. */
export async function enterEmail(page: Page, { email }: Person): Promise<void> {
  await page.goto("/sign-in")
  await page.getByLabel("Email address").fill(email)
  await page.getByRole("button", { name: "Continue" }).click()
}

/** Step two, for newcomers. */
export async function fillInDetails(page: Page, { firstName, lastName, phone }: Person): Promise<void> {
  await expect(page).toHaveURL(/\/sign-in\/register/)
  await page.getByLabel("First name").fill(firstName)
  await page.getByLabel("Last name").fill(lastName)
  await page.getByLabel("Country of your phone number").selectOption("US")
  await page.getByLabel("Mobile phone number").fill(phone.replace("+1", ""))
}

/** Step two, sent. */
export async function register(page: Page, person: Person): Promise<void> {
  await fillInDetails(page, person)
  await page.getByRole("button", { name: "Send me a PIN" }).click()
  await expect(page).toHaveURL("/sign-in/pin")
}

/** Step one of somebody who has an account: their PIN is on its way. */
export async function askForPin(page: Page, member: Person): Promise<void> {
  await enterEmail(page, member)
  await expect(page).toHaveURL("/sign-in/pin")
}

/** The last step. */
export async function enterPin(page: Page, pin: string): Promise<void> {
  await page.getByLabel("PIN", { exact: true }).fill(pin)
  await page.getByRole("button", { name: "Sign in" }).click()
}

/** All steps of somebody who has an account. */
export async function signIn(page: Page, member: Person, api: Api): Promise<void> {
  await askForPin(page, member)
  await enterPin(page, await api.pin(member))
  await expect(page).toHaveURL("/account")
}
