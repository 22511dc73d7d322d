import { expect, test } from "./journey"
import { enterEmail, enterPin, register } from "./steps"

test("focus waits at the first thing to do on each step", async ({ page, person, api }) => {
  await page.goto("/sign-in")
  await expect(page.getByLabel("Email address")).toBeFocused()
  await enterEmail(page, person)
  await expect(page.getByLabel("First name")).toBeFocused()
  await register(page, person)
  await expect(page.getByLabel("PIN", { exact: true })).toBeFocused()
  await enterPin(page, await api.pin(person))
  await expect(page.getByRole("heading", { name: "You are signed in", level: 1 })).toBeFocused()
})

test("the whole journey can be made with the keyboard", async ({ page, person, api }) => {
  const { keyboard } = page
  await page.goto("/")
  await keyboard.press("Tab")
  await expect(page.getByRole("link", { name: "Skip to main content" })).toBeFocused()
  await keyboard.press("Enter")
  await keyboard.press("Tab")
  await expect(page.getByRole("link", { name: "Sign in" })).toBeFocused()
  await keyboard.press("Enter")

  await expect(page.getByLabel("Email address")).toBeFocused()
  await keyboard.type(person.email)
  await keyboard.press("Enter")

  await expect(page.getByLabel("First name")).toBeFocused()
  await keyboard.type(person.firstName)
  await keyboard.press("Tab")
  await keyboard.type(person.lastName)
  await keyboard.press("Tab")
  await keyboard.type("United States")
  await keyboard.press("Tab")
  await keyboard.type(person.phone)
  await keyboard.press("Enter")

  await expect(page.getByLabel("PIN", { exact: true })).toBeFocused()
  await keyboard.type(await api.pin(person))
  await keyboard.press("Enter")
  await expect(page.getByRole("heading", { name: "You are signed in", level: 1 })).toBeFocused()
  const signOut = page.getByRole("button", { name: "Sign out", exact: true })
  const isReached = () => signOut.evaluate((button) => button === document.activeElement)
  for (let tabs = 0; tabs < 15 && !(await isReached()); tabs++) await keyboard.press("Tab")
  await expect(signOut).toBeFocused()
  await keyboard.press("Enter")
  await expect(page.getByText("You are signed out.")).toBeVisible()
})

test("nothing is cut off on the narrowest phone", async ({ page, person }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const expectToFit = async (sight: string) => {
    await expect(page.getByText(sight).first()).toBeVisible()
    // Before that the style sheets may be on their way.
    await page.waitForLoadState("load")
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  }
  await page.goto("/")
  await expectToFit("It works for everybody")
  const email = `${"long".repeat(15)}@${"example".repeat(6)}.example.com`
  await enterEmail(page, { ...person, email })
  await expectToFit(email)
  await page.getByRole("button", { name: "Send me a PIN" }).click()
  await expectToFit("There is a problem")
  await register(page, person)
  await expectToFit(email)
})
