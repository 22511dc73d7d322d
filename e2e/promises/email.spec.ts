import type { Page } from "@playwright/test"
import { expect, hydrated, test } from "../journey"
import { enterEmail, enterPin, register, signIn } from "../steps"

const field = (page: Page) => page.getByLabel("Email address")
const box = (page: Page) => page.getByLabel("Remember this address on this device")

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign out", exact: true }).click()
  await expect(page.getByText("You are signed out.")).toBeVisible()
}

test("the email last used is remembered, out of reach of scripts, and one press forgets it", async ({
  page,
  context,
  member,
  api,
}) => {
  await signIn(page, member, api)
  await signOut(page)
  await page.goto("/sign-in")
  await expect(field(page)).toHaveValue(member.email)
  for (const { httpOnly, value } of await context.cookies()) {
    expect(httpOnly).toBe(true)
    expect(value).not.toContain(member.email)
  }
  await page.getByRole("button", { name: "Not you? Forget this email" }).click()
  await expect(page).toHaveURL("/sign-in")
  await expect(field(page)).toHaveValue("")
  await expect(field(page)).toBeFocused()
})

test("told not to, the device remembers no email", async ({ page, member, api }) => {
  await page.goto("/sign-in")
  await field(page).fill(member.email)
  await box(page).uncheck()
  await page.getByRole("button", { name: "Continue" }).click()
  await expect(page).toHaveURL("/sign-in/pin")
  await enterPin(page, await api.pin(member))
  await expect(page).toHaveURL("/account")
  await signOut(page)
  await page.goto("/sign-in")
  await expect(field(page)).toHaveValue("")
  await expect(box(page)).toBeChecked()
})

test("a typo in the domain is asked about before a text is paid for, with one press either way, and once", async ({
  page,
  person,
  api,
  javaScriptEnabled,
}) => {
  const typo = person.email.replace("example.com", "gmial.com")
  const meant = person.email.replace("example.com", "gmail.com")
  await enterEmail(page, { ...person, email: typo })
  await expect(page).toHaveURL("/sign-in/spelling")
  await expect(page).toHaveTitle(/^Check your email address/)
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused()
  await expect(page.getByText(`Did you mean ${meant}?`)).toBeVisible()
  expect(await api.messages(person)).toEqual([])

  await page.getByRole("button", { name: `Keep ${typo}` }).click()
  await expect(page).toHaveURL("/sign-in/register")
  await expect(page.getByText(typo)).toBeVisible()
  await enterEmail(page, { ...person, email: typo })
  await expect(page).toHaveURL("/sign-in/register")

  await enterEmail(page, { ...person, email: typo.replace("gmial", "gmali") })
  if (javaScriptEnabled) await hydrated(page)
  await page.getByRole("button", { name: `Use ${meant}` }).click()
  await expect(page).toHaveURL("/sign-in/register")
  await expect(page.getByText(meant)).toBeVisible()
  await register(page, person)
})
