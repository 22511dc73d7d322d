import { expect, test } from "./journey"
import { askForPin, chooseCountry, enterEmail, enterPin, summary } from "./steps"

test("a mistake in the only field is told at it, once, and the focus stays there", async ({ page }) => {
  await page.goto("/sign-in")
  await page.getByLabel("Email address").fill("ada@nowhere")
  await page.getByRole("button", { name: "Continue" }).click()

  const words = "Enter an email address in the correct format, like name@example.com"
  await expect(page).toHaveTitle("Error: Sign in – Latchkey")
  const field = page.getByLabel("Email address")
  await expect(field).toBeFocused()
  await expect(field).toHaveAttribute("aria-invalid", "true")
  await expect(field).toHaveAccessibleDescription(new RegExp(words))
  await expect(field).toHaveValue("ada@nowhere")
  await expect(page.getByText(words)).toHaveCount(1)
})

test("a mistake among several fields is summed up, focused, and linked to its field, in the same words", async ({
  page,
  person,
}) => {
  await enterEmail(page, person)
  await page.getByLabel("First name").fill(person.firstName)
  await page.getByRole("button", { name: "Send me a PIN" }).click()

  await expect(page.locator(".error-summary")).toBeFocused()
  await expect(page).toHaveTitle("Error: Create your account – Latchkey")
  const field = page.getByLabel("Last name")
  await expect(field).toHaveAttribute("aria-invalid", "true")
  await expect(field).toHaveAccessibleDescription(/Enter your last name/)
  await summary(page).getByRole("link", { name: "Enter your last name" }).click()
  await expect(field).toBeFocused()
})

test("each empty field of a newcomer has its own problem, and what was typed stays", async ({ page, person }) => {
  await enterEmail(page, person)
  await page.getByLabel("First name").fill("Ada")
  await chooseCountry(page, "US")
  await page.getByRole("button", { name: "Send me a PIN" }).click()
  await expect(summary(page).getByRole("link")).toHaveText(["Enter your last name", "Enter your mobile phone number"])
  await expect(page.locator(".error-summary")).toBeFocused()
  await expect(page.getByLabel("First name")).toHaveValue("Ada")
})

test("a number that cannot get text messages is refused before anything is sent", async ({ page, person, api }) => {
  await enterEmail(page, person)
  await page.getByLabel("First name").fill("Ada")
  await page.getByLabel("Last name").fill("Tester")
  await chooseCountry(page, "GB")
  await page.getByLabel("Mobile phone number").fill("555 1234")
  await page.getByRole("button", { name: "Send me a PIN" }).click()
  await expect(summary(page)).toContainText("Enter a mobile phone number that can get text messages")
  expect(await api.messages(person)).toHaveLength(0)
})

test("five wrong PINs: the tries left are told in words, then a new PIN is the way on", async ({
  page,
  member,
  api,
  baseURL,
}) => {
  await askForPin(page, member)
  const wrong = await api.wrongPin(member)
  for (const left of ["4 tries left", "3 tries left", "2 tries left", "1 try left"]) {
    await enterPin(page, wrong)
    await expect(summary(page)).toContainText(left)
  }
  await enterPin(page, wrong)
  await expect(summary(page)).toContainText("This PIN no longer works: there were too many wrong tries. Send a new PIN")
  await expect(page.getByLabel("PIN", { exact: true })).toBeDisabled()
  await expect(page.getByRole("button", { name: "Send a new PIN" })).toBeVisible()
  await expect(page.getByRole("button", { name: "Sign in" })).toHaveCount(0)

  const headers = { origin: String(baseURL), accept: "application/json" }
  const right = await page.request.post("/do/verify-pin", { headers, form: { pin: await api.pin(member) } })
  expect(right.status()).toBe(422)
  await page.goto("/sign-in/pin")
  await expect(summary(page)).toContainText("This PIN no longer works")
})

test("what is no PIN costs no try", async ({ page, member, api }) => {
  await askForPin(page, member)
  await enterPin(page, "12345")
  await expect(summary(page)).toContainText("Enter the PIN using only its 6 digits")
  await enterPin(page, await api.wrongPin(member))
  await expect(summary(page)).toContainText("4 tries left")
})

test("ten tries are enough for one address, and the eleventh hears that the network asked, what helps, and when", async ({
  page,
  person,
  baseURL,
}) => {
  // A browser without threads cannot work for another try.
  await page.addInitScript(() => Reflect.deleteProperty(window, "Worker"))
  const asOurForm = { origin: String(baseURL), accept: "application/json" }
  for (let nth = 1; nth <= 10; nth++) {
    const form = { email: `${nth}.${person.email}` }
    expect((await page.request.post("/do/check-email", { headers: asOurForm, form })).status()).toBe(200)
  }
  await enterEmail(page, person)
  await expect(summary(page)).toContainText(
    /There were many requests from your network in a short time. Use another network, such as mobile data, or try again (in|at) \d+/,
  )
  await expect(page.getByLabel("Email address")).toHaveValue(person.email)
})
