import { gzipSync } from "node:zlib"
import type { Page, Request } from "@playwright/test"
import { openConsole } from "../console"
import { expect, test } from "../journey"
import { enterEmail, enterPin, register } from "../steps"
import { operatorOf } from "../under-test"

/** Kilobytes of script, each file as gzip has it, that a page loads until it is at rest and nobody has touched it. */
async function weightOf(page: Page): Promise<number> {
  const scripts = new Set<string>()
  const note = (request: Request) => {
    if (new URL(request.url()).pathname.endsWith(".js")) scripts.add(request.url())
  }
  await page.waitForLoadState("networkidle")
  page.on("request", note)
  await page.reload()
  await page.waitForLoadState("networkidle")
  page.off("request", note)
  const sizes = [...scripts].map(async (url) => gzipSync(await (await page.request.get(url)).body()).length)
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(bytes).toBeGreaterThan(50_000)
  return bytes / 1000
}

test("each page's script stays within its weight", async ({ page, person, api }) => {
  test.slow()
  const table: Record<string, { kilobytes: number; most: number }> = {}
  const weigh = async (name: string, most: number) => {
    table[name] = { kilobytes: Math.round((await weightOf(page)) * 10) / 10, most }
  }
  for (const [path, most] of [
    ["/", 140],
    ["/docs", 140],
    ["/docs/handbid", 140],
    ["/sign-in", 145],
    ["/sign-in/lost-phone", 145],
  ] as const) {
    await page.goto(path)
    await weigh(path, most)
  }
  await enterEmail(page, person)
  await expect(page).toHaveURL("/sign-in/register")
  await weigh("/sign-in/register", 165)
  await register(page, person)
  await weigh("/sign-in/pin", 145)
  await enterPin(page, await api.pin(person))
  await expect(page).toHaveURL("/account")
  await weigh("/account", 150)
  await page.goto("/account/phone")
  await weigh("/account/phone", 150)
  await page.context().clearCookies()
  await openConsole(page, operatorOf("js", "weight"), api)
  await weigh("/admin", 140)
  console.table(table)
  for (const [name, { kilobytes, most }] of Object.entries(table)) expect(kilobytes, name).toBeLessThanOrEqual(most)
})
