import type { Locator, Page } from "@playwright/test"
import type { Api } from "./api"
import { expect } from "./journey"
import type { Person } from "./person"
import { signIn } from "./steps"

/** Signs an operator in and opens the console by its link. */
export async function openConsole(page: Page, operator: Person, api: Api): Promise<void> {
  await api.makeAccount(operator)
  await signIn(page, operator, api)
  await page.getByRole("link", { name: "Open the operator's console" }).click()
  await expect(page.getByRole("heading", { name: "What text messages cost", level: 1 })).toBeVisible()
}

/** The operator's own decisions, by the beginning of their number. */
export const decisionsOf = (page: Page, { phone }: Person): Locator =>
  page
    .getByRole("region", { name: "The newest decisions" })
    .getByRole("listitem")
    .filter({ hasText: `${phone.slice(0, -5)}…` })

/** What a person ticks who wants no texts on this device. */
export const trustChoice = "Do not text me on this device for 30 days"

/** On the console: dresses the first whitelabel, and lets its people trust their devices. */
export async function offerTrust(page: Page): Promise<void> {
  await page.getByText("Set a theme").click()
  await page.getByLabel("Whitelabel").selectOption("1")
  await page.getByLabel("Name", { exact: true }).fill("Auction Night")
  await page.getByLabel("Sender name").fill("Auction")
  await page.getByLabel("Colour on light pages").fill("#7a1f5c")
  await page.getByLabel("Colour on dark pages").fill("#f0a6d8")
  await page.getByLabel(trustChoice).check()
  await page.getByRole("button", { name: "Set this theme" }).click()
  await expect(page.getByRole("status").filter({ hasText: "The theme is set." })).toBeVisible()
}
