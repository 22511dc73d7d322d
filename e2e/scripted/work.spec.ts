import type { Page } from "@playwright/test"
import type { Api } from "../api"
import { expect, hydrated, test } from "../journey"
import type { Person } from "../person"

test.use({ google: "blocked", mayComplain: /net::ERR_FAILED https:\/\/www\.google\.com\/recaptcha\// })

/** Others of the same address have asked for all that it may without a token; then this person asks. */
async function askAfterOthers(page: Page, api: Api, person: Person): Promise<void> {
  await api.useUpStrictLane(person)
  await page.goto("/sign-in")
  await hydrated(page)
  await page.getByLabel("Email address").fill(person.email)
  await page.getByRole("button", { name: "Continue" }).click()
}

test("whoever can bring no captcha token works for a moment, is told so, and goes on", async ({
  page,
  api,
  person,
}) => {
  await askAfterOthers(page, api, person)
  await expect(page.getByRole("status").getByText("checking that you are a person")).toBeAttached()
  await expect(page).toHaveURL("/sign-in/register", { timeout: 30_000 })
})

test("the work can be stopped: then the page says when to try again", async ({ page, api, person }) => {
  // A thread that never ends.
  await page.addInitScript(() => Object.assign(Worker.prototype, { postMessage: () => undefined }))
  await askAfterOthers(page, api, person)
  await page.getByRole("button", { name: "Stop checking" }).click()
  await expect(page.getByText("requests from your network in a short time")).toBeVisible()
  await expect(page.getByRole("button", { name: "Stop checking" })).toHaveCount(0)
  await expect(page.getByLabel("Email address")).toHaveValue(person.email)
})
