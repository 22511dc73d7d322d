import { expect, test } from "./journey"
import { askForPin, enterEmail, enterPin, summary } from "./steps"

test("a mistake is summed up, focused, and linked to its field, in the same words", async ({ page }) => {
  await page.goto("/sign-in")
  await page.getByLabel("Email address").fill("ada@nowhere")
  await page.getByRole("button", { name: "Continue" }).click()

  const words = "Enter an email address in the correct format, like name@example.com"
  await expect(page.locator(".error-summary")).toBeFocused()
  await expect(page).toHaveTitle("Error: Sign in – Latchkey")
  const field = page.getByLabel("Email address")
  await expect(field).toHaveAttribute("aria-invalid", "true")
  await expect(field).toHaveAccessibleDescription(new RegExp(words))
  await expect(field).toHaveValue("ada@nowhere")

  await summary(page).getByRole("link", { name: words }).click()
  await expect(field).toBeFocused()
})

test("each empty field of a newcomer has its own problem, and what was typed stays", async ({ page, person }) => {
  await enterEmail(page, person)
  await page.getByLabel("First name").fill("Ada")
  await page.getByLabel("Country of your phone number").selectOption("US")
  await page.getByRole("button", { name: "Send me a PIN" }).click()
  await expect(summary(page).getByRole("link")).toHaveText(["Enter your last name", "Enter your mobile phone number"])
  await expect(page.locator(".error-summary")).toBeFocused()
  await expect(page.getByLabel("First name")).toHaveValue("Ada")
})

test("a number that cannot get text messages is refused before anything is sent", async ({ page, person, api }) => {
  await enterEmail(page, person)
  await page.getByLabel("First name").fill("Ada")
  await page.getByLabel("Last name").fill("Tester")
  await page.getByLabel("Country of your phone number").selectOption("GB")
  await page.getByLabel("Mobile phone number").fill("555 1234")
  await page.getByRole("button", { name: "Send me a PIN" }).click()
  await expect(summary(page)).toContainText("Enter a mobile phone number that can get text messages")
  expect(await api.messages(person)).toHaveLength(0)
})

test("five wrong PINs: the tries left are told in words, then a new PIN is the way on", async ({
  page,
  member,
  api,
}) => {
  await askForPin(page, member)
  const wrong = await api.wrongPin(member)
  for (const left of ["4 tries left", "3 tries left", "2 tries left", "1 try left"]) {
    await enterPin(page, wrong)
    await expect(summary(page)).toContainText(left)
  }
  await enterPin(page, wrong)
  await expect(summary(page)).toContainText("That PIN was wrong for the last time. Ask for a new PIN")
  await expect(page.getByRole("button", { name: "Send the PIN again" })).toBeVisible()

  await enterPin(page, await api.pin(member))
  await expect(summary(page)).not.toContainText("last time")
  await expect(page).not.toHaveURL("/account")
})

test("what is no PIN costs no try", async ({ page, member, api }) => {
  await askForPin(page, member)
  await enterPin(page, "12345")
  await expect(summary(page)).toContainText("Enter the PIN using only its 6 digits")
  await enterPin(page, await api.wrongPin(member))
  await expect(summary(page)).toContainText("4 tries left")
})

test("ten tries are enough for one address, and the eleventh is told how long to wait", async ({
  page,
  person,
  baseURL,
}) => {
  const asOurForm = { origin: String(baseURL), accept: "application/json" }
  for (let nth = 1; nth <= 10; nth++) {
    const form = { email: `${nth}.${person.email}` }
    expect((await page.request.post("/do/check-email", { headers: asOurForm, form })).status()).toBe(200)
  }
  await enterEmail(page, person)
  await expect(summary(page)).toContainText(/There were too many tries. Wait \d+ minutes?, then try again/)
  await expect(page.getByLabel("Email address")).toHaveValue(person.email)
})
