import type { Page } from "@playwright/test"
import { hydrated } from "../e2e/journey"
import type { Person } from "../e2e/person"

/** The button of a field's own form, whatever it says. */
export const send = (page: Page, field: string): Promise<void> =>
  page.locator(`form:has(#${field}) button[type=submit]`).first().click()

/** The first step of the way in, by ids, which no language changes. */
export async function sendEmail(page: Page, { email }: Pick<Person, "email">): Promise<void> {
  await page.locator("#email").fill(email)
  await send(page, "email")
}

/** The same for somebody who has an account: their PIN is on its way. */
export async function askForPin(page: Page, person: Person): Promise<void> {
  await sendEmail(page, person)
  await page.waitForURL("**/sign-in/pin")
  await hydrated(page)
}
