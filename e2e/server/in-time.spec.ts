import { expect, test } from "@playwright/test"
import { pinsFor } from "./client"
import { emptyFolder, movingClock, type Server, startServer } from "./server"

// What takes minutes, on a server whose clock a test may move.

let server: Server
let data: Awaited<ReturnType<typeof emptyFolder>>
test.beforeAll(async () => {
  data = await emptyFolder()
  server = await startServer({ DATA_DIR: data.folder, ...movingClock })
})
test.afterAll(async () => {
  await server?.kill()
  await data?.remove()
})

const minute = 60_000

/** A newcomer who has asked for a PIN. */
async function register(page: import("@playwright/test").Page, email: string, phone: string): Promise<void> {
  await page.goto(`${server.url}/sign-in`)
  await page.getByLabel("Email address").fill(email)
  await page.getByRole("button", { name: "Continue" }).click()
  await page.getByLabel("First name").fill("Ada")
  await page.getByLabel("Last name").fill("Tester")
  await page.getByLabel("Mobile phone number").fill(phone)
  await page.getByRole("button", { name: "Send me a PIN" }).click()
  await expect(page.getByLabel("PIN", { exact: true })).toBeFocused()
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled, locale: "en-US" })
    const digit = javaScriptEnabled ? 1 : 2

    test("11: an expired PIN says so and offers a new one with one press; the new one works", async ({ page }) => {
      const phone = `+1303555150${digit}`
      await register(page, `late${digit}@example.com`, phone)
      const [late = ""] = await pinsFor(server.url, phone)
      await server.pass(11 * minute)
      await page.reload()
      await page.getByLabel("PIN", { exact: true }).fill(late)
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Sign in" }).click()
      await expect(page.getByText("This PIN has expired. Send a new PIN")).toBeVisible()
      await expect(page.getByLabel("PIN", { exact: true })).toBeDisabled()
      const again = page.getByRole("button", { name: "Send a new PIN" })
      await expect(again).toBeFocused()
      await again.click()
      await expect(page.getByLabel("PIN", { exact: true })).toBeFocused()
      const [fresh = ""] = await pinsFor(server.url, phone)
      expect(fresh).not.toBe(late)
      await page.getByLabel("PIN", { exact: true }).fill(fresh)
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Sign in" }).click()
      await expect(page).toHaveURL(`${server.url}/account`)
    })

    test("when no text comes, the page says after 20 seconds what became of it, once, and nothing moves", async ({
      page,
    }) => {
      const phone = `+1303555151${digit}`
      if (javaScriptEnabled) await page.clock.install()
      await register(page, `waits${digit}@example.com`, phone)
      const news = page.getByText("We sent your text message.")
      await expect(news).toHaveCount(0)
      await expect(page.getByText(`Check that your number ends in 1${digit}`)).toBeVisible()
      await server.pass(21_000)
      if (!javaScriptEnabled) {
        await page.getByRole("link", { name: "Check what happened to it" }).click()
        await expect(news).toBeVisible()
        return
      }
      const below = page.getByText("Make sure that your phone is on")
      const before = await below.boundingBox()
      const told = await page.evaluateHandle(() => {
        const said: string[] = []
        const status = document.querySelector(".text-news")
        new MutationObserver(() => said.push(status?.textContent ?? "")).observe(status as Element, {
          characterData: true,
          childList: true,
          subtree: true,
        })
        return said
      })
      for (let rounds = 0; rounds < 3; rounds++) {
        const asked = page.waitForResponse(/pin\/text$/)
        await page.clock.runFor(20_000)
        await asked
        await expect(news).toBeVisible()
      }
      expect(await told.jsonValue()).toEqual([expect.stringContaining("We sent your text message.")])
      expect(await below.boundingBox()).toEqual(before)
    })
  })
