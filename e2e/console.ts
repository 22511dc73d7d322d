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
