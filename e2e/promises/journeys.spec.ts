import type { Page } from "@playwright/test"
import type { Api } from "../api"
import { expect, test } from "../journey"
import type { Person } from "../person"
import { askForPin, enterEmail, enterPin, register, signIn, summary } from "../steps"

/** From the first page to the email. */
async function typeEmail(page: Page, { email }: Person): Promise<void> {
  await page.goto("/")
  await page.keyboard.press("Tab")
  await expect(page.getByRole("link", { name: "Skip to main content" })).toBeFocused()
  await page.keyboard.press("Enter")
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  await expect(page.getByLabel("Email address")).toBeFocused()
  await page.keyboard.type(email)
  await page.keyboard.press("Enter")
}

/** The last step, and out again. */
async function typePinAndLeave(page: Page, person: Person, api: Api): Promise<void> {
  await expect(page.getByLabel("PIN", { exact: true })).toBeFocused()
  await page.keyboard.type(await api.pin(person))
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { name: "You are signed in", level: 1 })).toBeFocused()
  const signOut = page.getByRole("button", { name: "Sign out", exact: true })
  const isReached = () => signOut.evaluate((button) => button === document.activeElement)
  for (let tabs = 0; tabs < 15 && !(await isReached()); tabs++) await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  await expect(page.getByText("You are signed out.")).toBeVisible()
}

test("1: both journeys by keyboard alone: with an account", async ({ page, member, api }) => {
  await typeEmail(page, member)
  await typePinAndLeave(page, member, api)
})

test("1: both journeys by keyboard alone: a newcomer", async ({ page, person, api }) => {
  await typeEmail(page, person)
  await expect(page.getByLabel("First name")).toBeFocused()
  for (const text of [person.firstName, person.lastName, "United States", person.phone]) {
    await page.keyboard.type(text)
    if (text !== person.phone) await page.keyboard.press("Tab")
  }
  await page.keyboard.press("Enter")
  await typePinAndLeave(page, person, api)
})

test.describe("without JavaScript", () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled !== false, "with it is the other tests' business")

  test("4: a newcomer completes the journey, and is shown the server's errors", async ({ page, person, api }) => {
    await enterEmail(page, { ...person, email: "ada@nowhere" })
    await expect(summary(page)).toContainText("Enter an email address in the correct format")
    await enterEmail(page, person)
    await page.getByRole("button", { name: "Send me a PIN" }).click()
    await expect(summary(page).getByRole("link")).toHaveCount(3)
    await register(page, person)
    await enterPin(page, await api.wrongPin(person))
    await expect(summary(page)).toContainText("That PIN is wrong. You have 4 tries left")
    await enterPin(page, await api.pin(person))
    await expect(page).toHaveURL("/account")
  })

  test("4: somebody with an account completes the journey", async ({ page, member, api }) => {
    await signIn(page, member, api)
  })
})

test("7: after each step the focus is on the field or the heading, and titles differ", async ({
  page,
  person,
  api,
}) => {
  const titles = new Set<string>()
  const expectFocus = async (focused: string) => {
    await expect(page.locator(focused)).toBeFocused()
    titles.add(await page.title())
  }
  await page.goto("/sign-in/lost-phone")
  await expectFocus("h1")
  await page.goto("/sign-in")
  await expectFocus("#email")
  await enterEmail(page, person)
  await expectFocus("#firstName")
  await register(page, person)
  await expectFocus("#pin")
  await enterPin(page, await api.pin(person))
  await expectFocus("h1")
  await page.goto("/account/phone")
  await expectFocus("h1")
  await page.getByLabel("New mobile phone number").fill(person.phone.replace("+1303", "720"))
  await page.getByRole("button", { name: "Send the PINs" }).click()
  await expect(page.getByLabel("PIN from the new phone")).toBeFocused()
  await expectFocus("#pin")
  await page
    .getByLabel("PIN from the new phone")
    .fill(await api.pin({ ...person, phone: person.phone.replace("303", "720") }))
  await page.getByRole("button", { name: "Continue" }).click()
  await expect(page.getByLabel("PIN from the old phone")).toBeFocused()
  await expectFocus("#pin")
  expect(titles.size).toBe(8)
})

test("8: a reload keeps the step, the masked number and the wait that is left, and sends nothing", async ({
  page,
  member,
  api,
}) => {
  await askForPin(page, member)
  const before = (await api.messages(member)).length
  await page.reload()
  await expect(page).toHaveURL("/sign-in/pin")
  await expect(page.getByText(`to the number ending in ${member.phone.slice(-2)}`)).toBeVisible()
  await expect(page.getByText(/You can ask for another in \d+ seconds/)).toBeVisible()
  expect(await api.messages(member)).toHaveLength(before)
})
