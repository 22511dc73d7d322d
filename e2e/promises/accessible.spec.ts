import { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "@playwright/test"
import { openConsole } from "../console"
import { expect, hydrated, test } from "../journey"
import { askForPin, enterEmail, enterPin, register, signIn } from "../steps"
import { inboxToken, operatorOf } from "../under-test"
import { faultsOfSight } from "./looks"

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "axe is a script")

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

async function expectNoFault(page: Page): Promise<void> {
  await hydrated(page)
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
    expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual([])
  }
  expect(await faultsOfSight(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })
}

test.describe("axe finds nothing, and nothing is cut off at 320 px with text at 200%", () => {
  test("on the way in, with and without problems", async ({ page, person, api }) => {
    test.slow()
    await page.goto("/")
    await expectNoFault(page)
    await page.goto("/sign-in")
    await expectNoFault(page)
    await page.getByRole("button", { name: "Continue" }).click()
    await expect(page).toHaveTitle(/^Error: /)
    await expectNoFault(page)
    await enterEmail(page, person)
    await expect(page).toHaveURL("/sign-in/register")
    await expectNoFault(page)
    await page.getByRole("button", { name: "Send me a PIN" }).click()
    await expect(page).toHaveTitle(/^Error: /)
    await expectNoFault(page)
    await register(page, person)
    await expectNoFault(page)
    const wrong = await api.wrongPin(person)
    await enterPin(page, wrong)
    await expect(page).toHaveTitle(/^Error: /)
    await expectNoFault(page)
    for (let more = 0; more < 4; more++) {
      await enterPin(page, wrong)
      await expect(page.locator("form[data-busy]")).toHaveCount(0)
      await expect(page).toHaveTitle(/^Error: /)
    }
    await expect(page.getByRole("button", { name: "Send a new PIN" })).toBeVisible()
    await expectNoFault(page)
  })

  test("on the account's pages", async ({ page, member, api }) => {
    await signIn(page, member, api)
    await expectNoFault(page)
    await page.goto("/account/phone")
    await expectNoFault(page)
  })

  test("in the inbox and the documentation", async ({ page, member }) => {
    test.slow()
    await page.goto(`/dev/inbox?${new URLSearchParams({ token: inboxToken, to: member.phone })}`)
    await expectNoFault(page)
    for (const path of ["/docs", "/docs/handbid", "/docs/matrix", "/docs/journeys"]) {
      await page.goto(path)
      await expectNoFault(page)
    }
  })

  test("on the console", async ({ page, api }) => {
    await openConsole(page, operatorOf("js", "sight"), api)
    await expectNoFault(page)
  })

  test("on the PIN page of somebody who has an account", async ({ page, member }) => {
    await askForPin(page, member)
    await expectNoFault(page)
  })
})
