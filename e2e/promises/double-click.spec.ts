import { expect, hydrated, test } from "../journey"
import { askForPin, chooseCountry, enterEmail } from "../steps"

test("15: a double click sends one text message", async ({ page, member, person, api }) => {
  const before = (await api.messages(member)).length
  await page.goto("/sign-in")
  await page.getByLabel("Email address").fill(member.email)
  await page.getByRole("button", { name: "Continue" }).dblclick()
  await expect(page).toHaveURL("/sign-in/pin")
  expect(await api.messages(person)).toHaveLength(before + 1)
})

test("15: a double click sends one text message to a newcomer", async ({ page, person, api }) => {
  await enterEmail(page, person)
  await expect(page).toHaveURL("/sign-in/register")
  await page.getByLabel("First name").fill(person.firstName)
  await page.getByLabel("Last name").fill(person.lastName)
  await chooseCountry(page, "US")
  await page.getByLabel("Mobile phone number").fill(person.phone)
  await page.getByRole("button", { name: "Send me a PIN" }).dblclick()
  await expect(page).toHaveURL("/sign-in/pin")
  expect(await api.messages(person)).toHaveLength(1)
})

test("15: a double click sends one text message again", async ({ page, member, api, javaScriptEnabled }) => {
  await page.clock.install()
  await askForPin(page, member)
  await api.useUpPin(member)
  const before = (await api.messages(member)).length
  if (javaScriptEnabled) {
    await hydrated(page)
    await page.clock.fastForward("00:31")
  }
  await page.getByRole("button", { name: "Send the PIN again" }).dblclick()
  await expect(page.getByText("We sent the PIN again.")).toBeVisible()
  expect(await api.messages(member)).toHaveLength(before + 1)
})
