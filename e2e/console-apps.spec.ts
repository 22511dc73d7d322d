import { startShop } from "../examples/shop.mjs"
import { openConsole } from "./console"
import { expect, test } from "./journey"
import { summary } from "./steps"
import { operatorOf } from "./under-test"

test("an operator makes an app, sees its secret once, and people sign in to it until it is disabled", async ({
  page,
  api,
  baseURL,
}, { project }) => {
  const operator = operatorOf(project.name, "apps")
  await openConsole(page, operator, api)
  await page.getByRole("link", { name: "Apps that people sign in to" }).click()
  await expect(page.getByRole("heading", { name: "Apps that people sign in to", level: 1 })).toBeVisible()
  const ofSettings = page
    .getByRole("list", { name: "Apps", exact: true })
    .getByRole("listitem")
    .filter({ hasText: "Our shop" })
  await expect(ofSettings).toContainText("OAUTH_CLIENTS")
  await expect(ofSettings.getByRole("button")).toHaveCount(0)

  await page.getByText("Make an app").click()
  await page.getByLabel("Name", { exact: true }).fill(`Kiosk of ${project.name}`)
  await page.getByLabel("Where people come back to").fill("http://kiosk.example/callback")
  await page.getByRole("button", { name: "Make this app" }).click()
  await expect(summary(page)).toContainText("Addresses are https, or http on localhost")
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(`Kiosk of ${project.name}`)
  await page.getByLabel("Where people come back to").fill("http://127.0.0.1/callback")
  await page.getByLabel("Where people go after signing out (optional)").fill("http://127.0.0.1/")
  await page.getByLabel("Whose it is").selectOption("own")
  await page.getByRole("button", { name: "Make this app" }).click()
  await expect(page.getByRole("status").filter({ hasText: "Made." })).toBeVisible()
  const secret = await page.getByLabel("The app's new secret").inputValue()
  const told = await page.getByRole("region", { name: /^The secret of/ }).textContent()
  const id = /app_[\w-]+?(?=\.)/.exec(told ?? "")?.[0] as string
  await page.reload()
  await expect(page.getByLabel("The app's new secret")).toHaveCount(0)
  await expect(page.getByRole("list", { name: "Changes" }).getByRole("listitem").first()).toContainText(
    `${id} was made`,
  )

  const shop = await startShop({ issuer: baseURL as string, id, secret })
  await page.goto(`${shop.origin}/enter`)
  await expect(page.getByRole("heading", { name: `Hello ${operator.email}` })).toBeVisible()

  await page.goto("/admin/apps")
  const mine = page.getByRole("listitem").filter({ hasText: `Kiosk of ${project.name}` })
  await mine.getByRole("button", { name: "Replace the secret" }).click()
  await expect(page.getByLabel("The app's new secret")).not.toHaveValue(secret)
  await mine.getByRole("button", { name: "Disable" }).click()
  await expect(mine).toContainText("Disabled")
  await page.goto(`${shop.origin}/enter`)
  await expect(page.getByRole("heading", { name: "This link does not work" })).toBeVisible()
  await page.goto("/admin/apps")
  await mine.getByRole("button", { name: "Enable" }).click()
  await expect(page.getByRole("status").filter({ hasText: "Enabled." })).toBeVisible()
  shop.close()
})
