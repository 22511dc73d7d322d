import type { Page } from "@playwright/test"
import { apps } from "../e2e/app"
import { offerTrust, openConsole, trustChoice } from "../e2e/console"
import { crowd } from "../e2e/crowd"
import { expect, hydrated, test } from "../e2e/journey"
import { withDevice } from "../e2e/passkey"
import { type Person, personOf } from "../e2e/person"
import { operatorOf } from "../e2e/under-test"
import { startShop } from "../examples/shop.mjs"
import { sheetAt } from "./sheet"
import { askForPin, send, sendEmail } from "./walk"

// What `pages.spec.ts` does not pass by: pages that wait, that were refused, that are offline, and what apps lead to.
const folder = ".data/contact-sheet"

async function email(page: Page, person: Person): Promise<void> {
  await page.goto("/sign-in")
  await hydrated(page)
  await sendEmail(page, person)
}

async function details(page: Page, person: Person): Promise<void> {
  await page.waitForURL("**/sign-in/register")
  await hydrated(page)
  await page.locator("#firstName").fill(person.firstName)
  await page.locator("#lastName").fill(person.lastName)
  await page.locator("#phone").fill(person.phone)
}

for (const language of ["en", "zh-HK"]) {
  test.describe(language, () => {
    test.use({ locale: language, mayComplain: /status of \d\d\d|ERR_INTERNET_DISCONNECTED/ })

    test(`what waits, in ${language}`, async ({ page, context, api }) => {
      const sheet = await sheetAt(folder, language, page, 60)
      const person = personOf(`who waits in ${language}`)
      await api.makeAccount(person)
      await page.clock.install()
      await email(page, { ...person, email: "pat@gmial.com" })
      await page.waitForURL("**/sign-in/spelling")
      await sheet.take("email, mistyped")
      await email(page, person)
      await page.waitForURL("**/sign-in/pin")
      await hydrated(page)
      await page.clock.fastForward("00:31")
      await sheet.take("PIN, no text came")
      await api.useUpPin(person)
      await page.locator("button[value=voice]").click()
      await expect(page).toHaveURL(/sent=/)
      await hydrated(page)
      await sheet.take("PIN, by a call")
      await context.setOffline(true)
      await page.locator("#pin").fill(await api.wrongPin(person))
      await send(page, "pin").catch(() => undefined)
      await expect(page.getByRole("main").getByRole("alert").first()).toBeVisible()
      await sheet.take("PIN, offline")
      await context.setOffline(false)
      await sheet.finish()
    })

    test(`what was refused, in ${language}`, async ({ page, api, baseURL }) => {
      const sheet = await sheetAt(folder, language, page, 70)
      const person = personOf(`whose number is crowded, in ${language}`)
      await page.addInitScript(() => Object.assign(Worker.prototype, { postMessage: () => undefined }))
      await crowd(baseURL as string, person)
      await email(page, person)
      await details(page, person)
      await send(page, "phone")
      const stop = page.getByRole("button", { name: /^(Stop checking|停止檢查)$/ })
      await stop.waitFor()
      await sheet.take("registration, checking")
      await stop.click()
      await page.locator("button[value=whatsapp]").waitFor()
      await sheet.take("registration, refused")
      await page.locator("button[value=whatsapp]").click()
      await page.waitForURL("**/sign-in/pin")
      await hydrated(page)
      await sheet.take("PIN, by WhatsApp")
      await page.locator("#pin").fill(await api.pin(person))
      await page.waitForURL("**/account")
      await sheet.finish()
    })

    test(`what apps lead to, in ${language}`, async ({ page, api, baseURL }) => {
      const sheet = await sheetAt(folder, language, page, 80)
      const person = personOf(`who uses an app in ${language}`)
      await api.makeAccount(person)
      const shop = await startShop({ issuer: baseURL as string, secret: undefined, ...apps.other })
      await page.goto(`${shop.origin}/enter`)
      await hydrated(page)
      await sheet.take("email, on the way to an app")
      await askForPin(page, person)
      await page.locator("#pin").fill(await api.pin(person))
      await page.waitForURL("**/sign-in/allow")
      await hydrated(page)
      await sheet.take("an app asks")
      await page.goto("/oauth/logout?client_id=other-app")
      await sheet.take("sign out of all")
      await page.goto("/oauth/authorize?client_id=nobody")
      await sheet.take("a link that does not work")
      await withDevice(page)
      await page.goto("/account")
      await hydrated(page)
      await page.locator("#add-passkey button").click()
      await page.waitForURL("**/account?done=passkey")
      await sheet.take("account with a passkey")
      shop.close()
      await sheet.finish()
    })
  })
}

test("a whitelabel's own looks, and its numbers", async ({ page, context, api }) => {
  const sheet = await sheetAt(folder, "en", page, 90)
  await openConsole(page, operatorOf("js", "theme"), api)
  await page.goto("/admin/numbers")
  await sheet.take("numbers")
  await page.goto("/admin")
  await offerTrust(page)
  await context.clearCookies()
  const person = personOf("a guest of the auction")
  await api.makeAccount(person)
  await page.goto("/sign-in")
  await hydrated(page)
  await sheet.take("email, of a whitelabel")
  await askForPin(page, person)
  await sheet.take("PIN, of a whitelabel")
  await page.getByLabel(trustChoice).check()
  await page.locator("#pin").fill(await api.pin(person))
  await page.waitForURL("**/account**")
  await sheet.take("account with a trusted device")
  await sheet.finish()
})
