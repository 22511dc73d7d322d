import { writeFile } from "node:fs/promises"
import type { Page } from "@playwright/test"
import { openConsole } from "../e2e/console"
import { test } from "../e2e/journey"
import { enterEmail, register } from "../e2e/steps"
import { operatorOf } from "../e2e/under-test"

/** The most bytes that a picture of the home page may weigh. */
const most = 60_000

/** A part of the page as WebP, which Playwright itself does not write: the best quality that stays within its weight. */
async function webp(page: Page, clip: { x: number; y: number; width: number; height: number }): Promise<Buffer> {
  const devtools = await page.context().newCDPSession(page)
  for (const quality of [90, 80, 70, 60, 50, 40]) {
    const { data } = await devtools.send("Page.captureScreenshot", {
      format: "webp",
      quality,
      clip: { ...clip, scale: 1 },
      captureBeyondViewport: true,
    })
    const picture = Buffer.from(data, "base64")
    if (picture.length <= most) return picture
  }
  throw new Error("the picture is too heavy at any quality")
}

test("the console under attack, for home and for the README", async ({ page, api }) => {
  await page.setViewportSize({ width: 1000, height: 900 })
  await openConsole(page, operatorOf("js", "figures"), api)
  await page.getByRole("button", { name: "Pause updating" }).click()
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    const top = await page.locator(".figures").boundingBox()
    const end = await page.locator("section:has(#day)").boundingBox()
    if (!top || !end) throw new Error("the console has neither figures nor pictures")
    const clip = { x: 0, y: top.y - 16, width: 1000, height: end.y + end.height - top.y + 32 }
    await writeFile(`components/home/console-${colorScheme}.webp`, await webp(page, clip))
    await page.screenshot({ path: `.github/console-${colorScheme}.png`, fullPage: true, clip })
  }
})

test("the page that asks for the PIN, for the README", async ({ page, person }) => {
  await page.setViewportSize({ width: 1000, height: 760 })
  await enterEmail(page, person)
  await register(page, person)
  await page.locator("#pin").fill("4829")
  await page.screenshot({ path: ".github/screenshot.png" })
})
