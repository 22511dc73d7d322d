import { expect, test } from "./journey"
import { askForPin, enterEmail, enterPin, register, summary } from "./steps"

test("reload on each step keeps the step and sends nothing more", async ({ page, person, api }) => {
  await enterEmail(page, person)
  await expect(page).toHaveURL("/sign-in/register")
  await page.reload()
  await expect(page).toHaveURL("/sign-in/register")
  await expect(page.getByText(person.email).first()).toBeVisible()
  expect(await api.messages(person)).toHaveLength(0)

  await register(page, person)
  await expect(page).toHaveURL("/sign-in/pin")
  await page.reload()
  await page.reload()
  await expect(page).toHaveURL("/sign-in/pin")
  expect(await api.messages(person)).toHaveLength(1)

  await enterPin(page, await api.pin(person))
  await expect(page).toHaveURL("/account")
  await page.reload()
  await expect(page.getByText(person.email).first()).toBeVisible()
  expect(await api.messages(person)).toHaveLength(1)
})

test("reload after a wrong PIN costs no further try", async ({ page, member, api }) => {
  await askForPin(page, member)
  await enterPin(page, await api.wrongPin(member))
  await expect(summary(page)).toContainText("4 tries left")
  await page.reload()
  await enterPin(page, await api.wrongPin(member))
  await expect(summary(page)).toContainText("3 tries left")
})
