import type { Page } from "@playwright/test"
import { expect, test } from "./journey"
import { enterPin, signIn } from "./steps"

/** An app whose origin `RETURN_ORIGINS` lists. */
const shop = "https://app.example"

/** The app answers in the browser: its pages say where the visitor came to. */
const openShop = async (page: Page) =>
  page.context().route(`${shop}/**`, (route) => route.fulfill({ contentType: "text/html", body: "<h1>Basket</h1>" }))

test("a signed-out visitor to a page of the account comes back to it, over a reload and a change of language", async ({
  page,
  member,
  api,
}) => {
  await page.goto("/account/phone")
  await expect(page).toHaveURL("/sign-in")
  await page.reload()
  await page.getByRole("button", { name: "繁體中文" }).click()
  await page.getByLabel("電郵地址", { exact: true }).fill(member.email)
  await page.getByRole("button", { name: "繼續" }).click()
  await expect(page).toHaveURL("/sign-in/pin")
  await page.getByRole("button", { name: "English" }).click()
  await expect(page.getByRole("heading", { name: "Check your phone" })).toBeVisible()
  await page.reload()
  await enterPin(page, await api.pin(member))
  await expect(page).toHaveURL("/account/phone")
})

test("an app's visitor comes back to the app, and whoever is signed in already is led straight on", async ({
  page,
  member,
  api,
}) => {
  await openShop(page)
  const back = `${shop}/basket?item=1`
  const way = `/sign-in?return_to=${encodeURIComponent(back)}`
  await page.goto(way)
  await page.getByLabel("Email address").fill(member.email)
  await page.getByRole("button", { name: "Continue" }).click()
  await expect(page).toHaveURL("/sign-in/pin")
  await enterPin(page, await api.pin(member))
  await expect(page).toHaveURL(back)
  await page.goto("/account")
  await expect(page.getByRole("heading", { name: "You are signed in", level: 1 })).toBeVisible()
  // What a redirect leads to no test may answer for.
  const answer = await page.request.get(way.replace("/sign-in", "/sign-in/to"), { maxRedirects: 0 })
  expect(answer.headers().location).toBe(back)
})

test("a link that leads to a stranger leads to the account", async ({ page, member, api }) => {
  await page.goto(`/sign-in?return_to=${encodeURIComponent("/\\evil.example")}`)
  await expect(page).toHaveURL("/sign-in")
  await signIn(page, member, api)
})
