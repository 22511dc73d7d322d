import { standInForGoogle } from "./google"
import { expect, test } from "./journey"
import { signIn } from "./steps"

test("signing out says so, and the account is closed to Back", async ({ page, member, api }) => {
  await signIn(page, member, api)
  await page.getByRole("button", { name: "Sign out", exact: true }).click()
  await expect(page).toHaveURL("/?signed-out")
  await expect(page.getByRole("status")).toHaveText("You are signed out.")
  await page.goBack()
  await expect(page).toHaveURL("/sign-in")
  await expect(page.getByText(member.email)).toHaveCount(0)
})

test("signing out everywhere ends the session of another browser", async ({ page, browser, baseURL, member, api }) => {
  await signIn(page, member, api)
  const elsewhere = await browser.newContext({ baseURL, extraHTTPHeaders: { "x-forwarded-for": member.address } })
  await standInForGoogle(elsewhere, "answers")
  const other = await elsewhere.newPage()
  await signIn(other, member, api)

  await page.getByRole("link", { name: "Sign out everywhere" }).click()
  await expect(page.getByRole("heading", { name: "Sign out everywhere?" })).toBeFocused()
  await expect(page.getByText("in all 3 browsers and apps")).toBeVisible()
  await page.getByRole("button", { name: "Sign out everywhere" }).click()
  await expect(page.getByRole("status")).toHaveText("You are signed out.")
  await other.goto("/account")
  await expect(other).toHaveURL("/sign-in")
  await elsewhere.close()
})
