import { expect, test } from "./journey"
import { askForPin, enterEmail, enterPin, register, signIn, summary } from "./steps"

test("somebody with an account signs in with their email and a PIN", async ({ page, member, api }) => {
  await page.goto("/")
  await page.getByRole("link", { name: "Sign in" }).click()
  await expect(page).toHaveTitle("Sign in – Latchkey")
  await page.getByLabel("Email address").fill(member.email)
  await page.getByRole("button", { name: "Continue" }).click()

  await expect(page).toHaveURL("/sign-in/pin")
  await expect(page).toHaveTitle("Enter the PIN – Latchkey")
  await expect(page.getByText(`to the number ending in ${member.phone.slice(-2)}`)).toBeVisible()
  await enterPin(page, await api.pin(member))

  await expect(page).toHaveURL("/account")
  await expect(page.getByText(member.email).first()).toBeVisible()
  await expect(page.getByText(`Number ending in ${member.phone.slice(-2)}`).first()).toBeVisible()
  expect(await page.content()).not.toContain(member.phone.slice(2))
})

test("a newcomer registers and is signed in", async ({ page, person, api }) => {
  await enterEmail(page, person)
  await expect(page).toHaveTitle("Create your account – Latchkey")
  await expect(page.getByText(person.email).first()).toBeVisible()
  await register(page, person)
  await enterPin(page, await api.pin(person))
  await expect(page).toHaveURL("/account")
  await expect(page.getByText(`${person.firstName} ${person.lastName}`)).toBeVisible()
})

test("a PIN pasted with a space in it works", async ({ page, member, api }) => {
  await askForPin(page, member)
  await expect(page.getByLabel("PIN", { exact: true })).toBeFocused()
  const pin = await api.pin(member)
  await page.keyboard.insertText(`${pin.slice(0, 3)} ${pin.slice(3)}`)
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL("/account")
})

test("a newcomer can correct a mistyped phone number, and only the new number's PIN works", async ({
  page,
  person,
  api,
}) => {
  const typo = { ...person, phone: person.phone.replace("+1303", "+1720") }
  await enterEmail(page, person)
  await register(page, typo)
  await page.getByRole("link", { name: "Change number" }).click()
  await expect(page.getByLabel("First name")).toHaveValue(person.firstName)
  await expect(page.getByLabel("Last name")).toHaveValue(person.lastName)
  await expect(page.getByLabel("Mobile phone number")).toHaveValue(typo.phone.replace("+1", ""))
  await register(page, person)
  await enterPin(page, await api.pin(typo))
  await expect(summary(page)).toContainText("That PIN is wrong")
  await enterPin(page, await api.pin(person))
  await expect(page).toHaveURL("/account")
})

test("another email can be used, and the one before is there to be mended", async ({ page, member }) => {
  await askForPin(page, member)
  await page.getByRole("link", { name: "Use a different email" }).click()
  await expect(page.getByLabel("Email address")).toHaveValue(member.email)
})

test("Back after signing in shows no form", async ({ page, member, api }) => {
  await page.goto("/")
  await signIn(page, member, api)
  await page.goBack()
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  await expect(page.locator("#pin, #email")).toHaveCount(0)
  await page.goto("/sign-in/pin")
  await expect(page).toHaveURL("/account")
})

test("steps are not skipped: without an email there is no register and no PIN page", async ({ page }) => {
  for (const step of ["/sign-in/register", "/sign-in/pin", "/account"]) {
    await page.goto(step)
    await expect(page).toHaveURL("/sign-in")
  }
})
