import { decisionsOf, openConsole } from "../console"
import { expect, test } from "../journey"
import { personOf } from "../person"
import { operatorOf } from "../under-test"

test("the mode is pinned, says so, and is let go", async ({ page, api }) => {
  await openConsole(page, operatorOf("js", "mode"), api)
  // Level 0 holds nobody up: other journeys go on meanwhile.
  await page.getByRole("radio", { name: /^0\./ }).check()
  await page.getByRole("button", { name: "Pin it" }).click()
  await expect(page.getByRole("heading", { name: "The attack mode is pinned at 0" })).toBeVisible()
  await expect(page.getByRole("region", { name: "Attack mode", exact: true })).toContainText("By an operator")
  await page.getByRole("button", { name: "Make it automatic again" }).click()
  await expect(page.getByRole("heading", { name: "The attack mode is pinned at 0" })).toHaveCount(0)
  await expect(page.getByRole("status").filter({ hasText: "automatic again" })).toBeVisible()
})

test.describe("while somebody looks", () => {
  test.use({ mayComplain: /ERR_INTERNET_DISCONNECTED|Failed to (load|fetch)/ })

  test("new decisions come in, and what is open or focused stays so; offline it says so", async ({
    page,
    context,
    api,
  }, { testId }) => {
    const operator = operatorOf("no-js", "mode")
    await openConsole(page, operator, api)
    const mine = decisionsOf(page, operator).first()
    await mine.locator("summary").click()
    await page.getByLabel("Country or prefix").fill("+44")

    const newcomer = personOf(`newcomer of ${testId}`)
    await api.makeAccount(newcomer)
    await expect(decisionsOf(page, newcomer).first()).toBeVisible({ timeout: 15_000 })
    await expect(mine.getByRole("region", { name: "Verdicts" })).toBeVisible()
    await expect(page.getByLabel("Country or prefix")).toBeFocused()
    await expect(page.getByLabel("Country or prefix")).toHaveValue("+44")

    await context.setOffline(true)
    await expect(page.getByText("No connection: these figures are old.")).toBeVisible({ timeout: 15_000 })
    await context.setOffline(false)
    await expect(page.getByText("No connection: these figures are old.")).toHaveCount(0, { timeout: 15_000 })

    await page.getByRole("button", { name: "Pause updating" }).click()
    await expect(page.getByText("Paused.")).toBeVisible()
    await expect(page.getByRole("button", { name: "Go on updating" })).toBeFocused()
  })
})
