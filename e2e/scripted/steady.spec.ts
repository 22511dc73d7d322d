import type { Page } from "@playwright/test"
import { openConsole } from "../console"
import { expect, hydrated, test } from "../journey"
import { askForPin, enterEmail } from "../steps"
import { operatorOf } from "../under-test"

test.use({ viewport: { width: 390, height: 800 } })

/** How far things moved on the page since it began to show, as Cumulative Layout Shift has it. */
const moved = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value
        })
        observer.observe({ type: "layout-shift", buffered: true })
        // What has been laid out by now is reported by the frame after the next.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum))))
      }),
  )

async function expectStill(page: Page): Promise<void> {
  await page.reload()
  await hydrated(page)
  expect(await moved(page), page.url()).toBe(0)
}

test("nothing moves as a page's scripts come: not on the way in, in the account, nor on the console", async ({
  page,
  person,
  member: _,
  api,
}) => {
  await page.goto("/")
  await expectStill(page)
  await page.goto("/sign-in")
  await expectStill(page)
  await askForPin(page, person)
  await expectStill(page)
  await openConsole(page, operatorOf("js", "still"), api)
  for (const path of ["/account", "/account/phone", "/admin", "/admin/numbers", "/admin/policy"]) {
    await page.goto(path)
    await expectStill(page)
  }
})

test("nothing moves on the page where a newcomer registers", async ({ page, person }) => {
  await enterEmail(page, person)
  await expect(page).toHaveURL("/sign-in/register")
  await expectStill(page)
})
