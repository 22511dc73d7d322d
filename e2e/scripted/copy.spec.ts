import { expect, test } from "../journey"

test("an example is copied whole by its button", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"])
  await page.goto("/docs/commerce")
  const operation = page.getByRole("article", { name: "Sign in", exact: true })
  await operation.getByRole("button", { name: "Copy" }).first().click()
  await expect(operation.getByRole("button", { name: "Copied" })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/^curl -X POST [\s\S]+securePassword123[\s\S]+'$/)
})
