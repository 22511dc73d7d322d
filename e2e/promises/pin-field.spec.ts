import type { Page } from "@playwright/test"
import { pinText } from "@/lib/delivery/pin-text"
import { expect, hydrated, test } from "../journey"
import { askForPin, enterPin, summary } from "../steps"

const fieldOf = (page: Page) => page.getByLabel("PIN", { exact: true })

test("2: one visible PIN textbox: one-time-code, numeric, type text, no maxlength; as wide as the button", async ({
  page,
  member,
}) => {
  await askForPin(page, member)
  await expect(page.getByRole("main").getByRole("textbox")).toHaveCount(1)
  const field = fieldOf(page)
  await expect(field).toHaveAttribute("autocomplete", "one-time-code")
  await expect(field).toHaveAttribute("inputmode", "numeric")
  await expect(field).toHaveAttribute("type", "text")
  await expect(field).not.toHaveAttribute("maxlength")
  const widths = [field, page.getByRole("button", { name: "Sign in" })].map(
    async (control) => (await control.boundingBox())?.width,
  )
  const [ofField, ofButton] = await Promise.all(widths)
  expect(ofField).toBe(ofButton)
})

test.describe("with scripts", () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "they check and send by themselves")

  const written: [name: string, write: (pin: string) => string][] = [
    ["123 456", (pin) => `${pin.slice(0, 3)} ${pin.slice(3)}`],
    ["123-456", (pin) => `${pin.slice(0, 3)}-${pin.slice(3)}`],
    [" 123456 and a new line", (pin) => ` ${pin}\n`],
    ["full-width digits", (pin) => pin.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))],
    ["Arabic-Indic digits", (pin) => pin.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))],
    ["the whole text message", (pin) => pinText(pin, 10, "localhost")],
  ]
  for (const [name, write] of written)
    test(`3: pasted as ${name}, the PIN goes by itself and signs in`, async ({ page, context, member, api }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"])
      await askForPin(page, member)
      await hydrated(page)
      await page.evaluate((text) => navigator.clipboard.writeText(text), write(await api.pin(member)))
      await expect(fieldOf(page)).toBeFocused()
      await page.keyboard.press("ControlOrMeta+V")
      await expect(page).toHaveURL("/account")
    })

  test("3: a PIN that is filled in before the page's scripts have come goes by itself once they have", async ({
    page,
    member,
    api,
  }) => {
    await askForPin(page, member)
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(/\/_next\/static\/.*\.js/, (route) => released.then(() => route.continue()))
    await page.reload({ waitUntil: "commit" })
    await fieldOf(page).fill(await api.pin(member))
    await expect(page).toHaveURL("/sign-in/pin")
    release()
    await expect(page).toHaveURL("/account")
  })

  test("3: a complete PIN goes once, and never by itself after an error", async ({ page, member, api }) => {
    const posts: string[] = []
    page.on("request", (request) => request.method() === "POST" && posts.push(request.url()))
    await askForPin(page, member)
    await hydrated(page)
    posts.length = 0
    await page.keyboard.type(await api.wrongPin(member))
    await expect(summary(page)).toContainText("4 tries left")
    expect(posts).toHaveLength(1)
    await page.keyboard.type(await api.pin(member))
    await expect(fieldOf(page)).toHaveValue(await api.pin(member))
    expect(posts).toHaveLength(1)
    await page.keyboard.press("Enter")
    await expect(page).toHaveURL("/account")
  })

  test("6: after a wrong PIN the field is empty, focused and in view above a phone's keyboard", async ({
    page,
    member,
    api,
  }) => {
    await page.setViewportSize({ width: 390, height: 508 })
    await askForPin(page, member)
    await enterPin(page, await api.wrongPin(member))
    await expect(summary(page)).toContainText("4 tries left")
    await expect(fieldOf(page)).toBeFocused()
    await expect(fieldOf(page)).toHaveValue("")
    await expect(fieldOf(page)).toBeInViewport({ ratio: 1 })
    await expect(summary(page)).toBeInViewport({ ratio: 1 })
    await expect(page.locator(".error-summary")).toHaveCount(0)
  })

  test("20: WebOTP fills the PIN in and sends it; it is waited for no more once the form is sent, or the page left", async ({
    page,
    member,
    api,
  }) => {
    await page.addInitScript(() => {
      const here = window as unknown as Record<string, unknown>
      here.OTPCredential = class {}
      here.aborted = 0
      navigator.credentials.get = (options) =>
        new Promise((resolve, reject) => {
          here.deliver = (code: string) => resolve({ code, id: "", type: "otp" } as Credential & { code: string })
          options?.signal?.addEventListener("abort", () => {
            here.aborted = Number(here.aborted) + 1
            sessionStorage.setItem("aborted", "yes")
            reject(new DOMException("", "AbortError"))
          })
        })
    })
    await askForPin(page, member)
    await hydrated(page)
    await enterPin(page, await api.wrongPin(member))
    await expect(summary(page)).toContainText("4 tries left")
    expect(await page.evaluate("window.aborted")).toBe(1)

    await page.reload()
    await hydrated(page)
    await page.evaluate(() => sessionStorage.removeItem("aborted"))
    await page.getByRole("link", { name: "Use a different email" }).click()
    await expect(page).toHaveURL("/sign-in")
    expect(await page.evaluate(() => sessionStorage.getItem("aborted"))).toBe("yes")

    await askForPin(page, member)
    await hydrated(page)
    await page.evaluate(
      (pin) => (window as unknown as { deliver(pin: string): void }).deliver(pin),
      await api.pin(member),
    )
    await expect(page).toHaveURL("/account")
  })
})
