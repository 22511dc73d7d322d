import type { Page } from "@playwright/test"
import { expect, hydrated, test } from "../journey"
import { openKeys, signIn, summary } from "../steps"

/** What the page has posted from now on. */
function posted(page: Page): string[] {
  const urls: string[] = []
  page.on("request", (request) => request.method() === "POST" && urls.push(request.url()))
  return urls
}

test("account forms are checked in the page before anything is sent", async ({ page, member, api }) => {
  await signIn(page, member, api)
  await hydrated(page)
  const sent = posted(page)
  await openKeys(page)
  await page.getByRole("button", { name: "Create a key" }).click()
  await expect(summary(page)).toContainText("Enter a name for the key")
  await expect(summary(page)).toContainText("Choose what the key may do")
  await expect(page).toHaveTitle(/^Error: /)

  await page.getByRole("link", { name: "Change your phone number" }).click()
  await page.getByLabel("New mobile phone number").focus()
  await hydrated(page)
  await page.getByRole("button", { name: "Send the PINs" }).click()
  await expect(summary(page)).toContainText("Enter your mobile phone number")
  expect(sent).toEqual([])
})

test("a permission that is no longer checked is not asked for", async ({ page, member, api }) => {
  await signIn(page, member, api)
  await hydrated(page)
  const sent = posted(page)
  await openKeys(page)
  await page.getByLabel("read:orders").check()
  await page.getByRole("button", { name: "Create a key" }).click()
  await expect(summary(page)).toContainText("Enter a name for the key")
  await page.getByLabel("read:orders").uncheck()
  await page.getByLabel("Name of the key").fill("Till")
  await page.getByRole("button", { name: "Create a key" }).click()
  await expect(summary(page)).toContainText("Choose what the key may do")
  expect(sent).toEqual([])
})
