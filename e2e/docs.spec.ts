import { expect, test } from "./journey"

test("the reference shows each operation with its request, its answers and how to try it", async ({ page }) => {
  await page.goto("/docs")
  await expect(page).toHaveTitle("API reference – Latchkey")
  await page.getByRole("link", { name: "Trade an email and a PIN for tokens" }).first().click()
  await expect(page).toHaveURL("/docs/handbid#handbidVerifyPin")
  const operation = page.getByRole("article", { name: "Trade an email and a PIN for tokens" })
  await expect(operation).toContainText("/v3/auth/verify-pin")
  await expect(operation).toContainText("curl -X POST")
  await operation.getByText("401").click()
  await expect(operation.getByText('"error": "invalid_pin"')).toBeVisible()
})

test("the matrix shows each dialect's answer to each outcome", async ({ page }) => {
  await page.goto("/docs/matrix")
  const row = page.getByRole("row", { name: "wrong-pin" })
  await expect(row).toContainText('{"error":"invalid_pin"')
  await expect(row).toContainText('{"errors":{"pin":"Invalid SMS code."}}')
})

const pages = [
  ...[
    "/docs",
    "/docs/handbid",
    "/docs/handbid-catalogue",
    "/docs/goodcity",
    "/docs/commerce",
    "/docs/oauth",
    "/docs/oauth-apps",
  ],
  ...["/docs/social", "/docs/clients", "/docs/openid", "/docs/matrix", "/docs/journeys"],
]

test("no page of the documentation is missing from its contents, or longer than 10,000 px", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto("/docs")
  const contents = page.getByRole("navigation", { name: "Documentation" })
  const linked = await contents.getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("href")))
  expect(linked).toEqual(pages)
  for (const path of pages) {
    await page.goto(path)
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    expect(height, path).toBeLessThan(10_000)
  }
})

test("an old link to the one long page leads to the operation that it named", async ({ page }) => {
  for (const anchor of ["commerceApiKeysPost", "socialRefresh", "handbidAuctions"]) {
    await page.goto(`/docs#${anchor}`)
    const entry = page.locator(`[id="${anchor}"]`)
    await expect(entry).toBeInViewport()
    await expect(entry.getByRole("link")).toHaveAttribute("href", new RegExp(`^/docs/[a-z-]+#${anchor}$`))
  }
})

for (const path of pages)
  test(`${path} is no wider than a small phone`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(path)
    const { scroll, client } = await page.evaluate(() => {
      const { scrollWidth: scroll, clientWidth: client } = document.documentElement
      return { scroll, client }
    })
    expect(scroll).toBe(client)
  })

test("the description may be kept, and read from any page", async ({ request }) => {
  const answer = await request.get("/openapi.json")
  expect(answer.headers()).toMatchObject({ "access-control-allow-origin": "*", "content-type": "application/json" })
  expect(answer.headers()["cache-control"]).toContain("max-age=300")
  expect((await answer.json()).openapi).toMatch(/^3\.1/)
})
