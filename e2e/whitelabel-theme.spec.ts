import { openConsole } from "./console"
import { expect, test } from "./journey"
import { summary } from "./steps"
import { operatorOf } from "./under-test"

test("a theme dresses a whitelabel's pages; a colour that is hard to read is refused with its ratio", async ({
  page,
  api,
}, { project }) => {
  await openConsole(page, operatorOf(project.name, "theme"), api)
  await page.getByText("Set a theme").click()
  // Whitelabel 4: other journeys belong to the first.
  await page.getByLabel("Whitelabel").selectOption("4")
  await page.getByLabel("Name", { exact: true }).fill("OGAC Night")
  await page.getByLabel("Sender name").fill("OGAC")
  await page.getByLabel("Colour on light pages").fill("#ffd400")
  await page.getByLabel("Colour on dark pages").fill("#ffd400")
  await page.getByLabel("Host (optional)").fill(`127.0.0.1:${new URL(page.url()).port}`)
  await page.getByRole("button", { name: "Set this theme" }).click()
  await expect(summary(page)).toContainText(/#ffd400 reaches a contrast of \d\.\d\d:1/)
  await expect(page.getByLabel("Sender name")).toHaveValue("OGAC")
  await page.getByLabel("Colour on light pages").fill("#7a1f5c")
  await page.getByRole("button", { name: "Set this theme" }).click()
  await expect(page.getByRole("status").filter({ hasText: "The theme is set." })).toBeVisible()

  const dressed = `http://127.0.0.1:${new URL(page.url()).port}/sign-in`
  await page.goto(dressed)
  await expect(page).toHaveTitle("Sign in – OGAC Night")
  await expect(page.getByRole("banner")).toContainText("OGAC Night")
  await expect(page.getByRole("button", { name: "Continue" })).toHaveCSS("background-color", "rgb(122, 31, 92)")
})
