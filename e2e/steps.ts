import { expect, type Locator, type Page } from "@playwright/test"
import type { Api } from "./api"
import { hydrated } from "./journey"
import { type Person, personOf } from "./person"

/** The list of everything that is wrong. Next keeps an alert of its own outside of main. */
export const summary = (page: Page): Locator => page.getByRole("main").getByRole("alert")

/** Step one. */
export async function enterEmail(page: Page, { email }: Person): Promise<void> {
  await page.goto("/sign-in")
  await page.getByLabel("Email address").fill(email)
  await page.getByRole("button", { name: "Continue" }).click()
}

/** The country of a phone: in the browser's own list, or in the box that takes its place where scripts run. */
export async function chooseCountry(page: Page, code: string): Promise<void> {
  const field = page.getByRole("combobox", { name: "Country of your phone number" })
  await field.selectOption(code).catch(async () => {
    await field.fill(new Intl.DisplayNames("en", { type: "region" }).of(code) ?? code)
    await field.press("Enter")
  })
}

/** Step two, for newcomers. */
export async function fillInDetails(page: Page, { firstName, lastName, phone }: Person): Promise<void> {
  await expect(page).toHaveURL(/\/sign-in\/register/)
  await page.getByLabel("First name").fill(firstName)
  await page.getByLabel("Last name").fill(lastName)
  await chooseCountry(page, "US")
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

/** The last step. Where scripts run a complete PIN goes by itself, once; otherwise, and after an error, the button sends it. */
export async function enterPin(page: Page, pin: string): Promise<void> {
  // The page before it may still be there.
  await expect(page.getByLabel("PIN", { exact: true })).toBeVisible()
  // Before scripts run, one cannot tell whether it will go by itself.
  if (await page.evaluate(() => matchMedia("(scripting: enabled)").matches)) await hydrated(page)
  await page.getByLabel("PIN", { exact: true }).fill(pin)
  const goesByItself = await page.evaluate(isOnItsWay, pin).catch(() => true)
  if (!goesByItself) await page.locator("form:has(#pin) button").click()
}

/** Sent already: the form is busy, or has been answered and is empty again. */
const isOnItsWay = (pin: string): boolean => {
  const input = document.querySelector<HTMLInputElement>("#pin")
  return input?.value !== pin || input.form?.dataset.busy === "true"
}

/** All steps of somebody who has an account. */
export async function signIn(page: Page, member: Person, api: Api): Promise<void> {
  await askForPin(page, member)
  await enterPin(page, await api.pin(member))
  await expect(page).toHaveURL("/account")
}

/** The account's part for developers, which is folded away. */
export const openKeys = (page: Page): Promise<void> => page.getByText("API keys, for developers").click()

/** The new phone of somebody: a number that is in no other test. */
export const newPhoneOf = (member: Person): Person => ({
  ...member,
  phone: personOf(`new phone of ${member.email}`).phone,
})

/** Names another phone on the page for that, and sends it. */
export async function nameNewPhone(page: Page, { phone }: Person): Promise<void> {
  await chooseCountry(page, "US")
  await page.getByLabel("New mobile phone number").fill(phone.replace("+1", ""))
  await page.getByRole("button", { name: "Send the PINs" }).click()
}

/** Somebody who is signed in asks for another phone: its PIN is on its way. Answers them with it. */
export async function askForNewPhone(page: Page, member: Person): Promise<Person> {
  const next = newPhoneOf(member)
  await page.goto("/account/phone")
  await nameNewPhone(page, next)
  await expect(page.getByLabel("PIN from the new phone")).toBeVisible()
  return next
}
