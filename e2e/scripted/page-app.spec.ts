import { apps } from "../app"
import { expect, test } from "../journey"
import { startPageApp } from "../page-app"
import { enterPin } from "../steps"

// A page without a server of its own, by oidc-client-ts: all that it asks for crosses origins.

test("a page of another origin signs a member in by its client library, reads who it is, renews, and signs out", async ({
  page,
  member,
  api,
  baseURL,
}) => {
  const app = await startPageApp({ authority: baseURL as string, client_id: apps.page.id })
  const says = (text: string) => expect(page.getByRole("heading", { name: text, exact: true })).toBeVisible()
  await page.goto(app.origin)
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.getByLabel("Email address").fill(member.email)
  await page.getByRole("button", { name: "Continue" }).click()
  await expect(page).toHaveURL("/sign-in/pin")
  await enterPin(page, await api.pin(member))
  await says(`Hello ${member.email}`)
  await page.getByRole("button", { name: "Renew" }).click()
  await says(`Renewed ${member.email}`)
  await page.getByRole("button", { name: "Sign out" }).click()
  await says("Signed out")
  await expect(page).toHaveURL(new RegExp(`^${app.origin}/\\?state=`))
  await page.goto("/account")
  await expect(page).toHaveURL(/\/sign-in/)
  app.close()
})
