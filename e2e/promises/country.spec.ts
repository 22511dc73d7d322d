import type { Page } from "@playwright/test"
import { expect, hydrated, test } from "../journey"
import type { Person } from "../person"
import { enterEmail, summary } from "../steps"

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "without scripts it is the browser's own list")

const box = (page: Page) => page.getByRole("combobox", { name: "Country of your phone number" })
const phoneOf = (page: Page) => page.getByLabel("Mobile phone number")

/** The form, with the box in the list's place. */
async function openForm(page: Page, person: Person): Promise<void> {
  await enterEmail(page, person)
  await expect(page).toHaveURL("/sign-in/register")
  await hydrated(page)
  await page.getByLabel("First name").fill("Ada")
  await expect(page.locator("input#country")).toBeVisible()
}

test("16: a country is found by name in both languages, code, common short name and dialling code", async ({
  page,
  person,
}) => {
  await openForm(page, person)
  const names: [typed: string, found: RegExp][] = [
    ["HK", /^Hong Kong/],
    ["香港", /^Hong Kong/],
    ["+852", /^Hong Kong/],
    ["UK", /^United Kingdom/],
    ["USA", /^United States/],
    ["England", /^United Kingdom/],
  ]
  for (const [typed, found] of names) {
    await box(page).fill(typed)
    await expect(page.getByRole("option", { selected: true })).toHaveText(found)
    await box(page).press("Enter")
    await expect(box(page)).toHaveValue(found)
  }
  await box(page).fill("nowhere at all")
  await expect(page.getByText("No country has this name or code.")).toBeVisible()
  await phoneOf(page).focus()
  await expect(box(page)).toHaveValue(/^United Kingdom/)
})

test("16: a typed +852 chooses the country, and the number stays as it was typed", async ({ page, person }) => {
  await openForm(page, person)
  await phoneOf(page).fill("+852 5123 4567")
  await expect(box(page)).toHaveValue("Hong Kong SAR China (+852)")
  await expect(phoneOf(page)).toHaveValue("+852 5123 4567")
})

test("16: a landline is named as such, with an example of the country that is chosen", async ({ page, person }) => {
  await openForm(page, person)
  await page.getByLabel("Last name").fill("Tester")
  await phoneOf(page).fill("+852 2123 4567")
  await page.getByRole("button", { name: "Send me a PIN" }).click()
  await expect(summary(page)).toContainText("This is a landline number")
  await expect(summary(page)).toContainText(/like 5\d{3} \d{4}/)
})

test.describe("where the languages name a country", () => {
  test.use({ locale: "en-GB", timezoneId: "Asia/Hong_Kong" })
  test("16: it is chosen; and the box is fetched once somebody is there", async ({ page, person }) => {
    await enterEmail(page, person)
    await expect(page).toHaveURL("/sign-in/register")
    await hydrated(page)
    await expect(page.locator("select#country")).toHaveValue("GB")
    await page.getByLabel("First name").press("A")
    await expect(box(page)).toHaveValue("United Kingdom (+44)")
  })
})

test.describe("where the languages name no country", () => {
  test.use({ locale: "en", timezoneId: "Asia/Hong_Kong" })
  test("16: the clock does", async ({ page, person }) => {
    await openForm(page, person)
    await expect(box(page)).toHaveValue("Hong Kong SAR China (+852)")
  })
})
