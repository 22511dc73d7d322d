import type { Page } from "@playwright/test"
import type { Api } from "../e2e/api"
import { expect, hydrated, test } from "../e2e/journey"
import { type Person, personOf } from "../e2e/person"
import { inboxToken, operatorOf } from "../e2e/under-test"
import { type Sheet, sheetAt } from "./sheet"
import { askForPin, send } from "./walk"

// Each language walks through every page once, and every state on the way is photographed. Fields are found by their ids,
// which no language changes.
for (const language of ["en", "zh-HK"]) {
  test.describe(language, () => {
    test.use({ locale: language, mayComplain: /status of 4\d\d/ })

    test(`every page in ${language}`, async ({ page, api }) => {
      const sheet = await sheetAt(".data/contact-sheet", language, page)
      const newcomer = personOf(`newcomer of the contact sheet in ${language}`)
      await signInFirstTime(page, sheet, newcomer, api)
      await account(page, sheet, newcomer, api)
      await signInAgain(page, sheet, newcomer, api)
      if (language === "en") await english(page, sheet, api)
      await sheet.finish()
    })
  })
}

const told = (page: Page) => expect(page.locator("[aria-invalid], .error-summary").first()).toBeVisible()

/** Somebody who has an account, on a browser that knows nobody: their PIN is on its way. */
async function askAnew(page: Page, person: Person): Promise<void> {
  await page.context().clearCookies()
  await page.goto("/sign-in")
  await hydrated(page)
  await askForPin(page, person)
}

async function signInFirstTime(page: Page, sheet: Sheet, person: Person, api: Api): Promise<void> {
  await page.goto("/")
  await sheet.take("home")
  await page.goto("/sign-in")
  await hydrated(page)
  await sheet.take("email")
  await page.goto("/sign-in/lost-phone")
  await hydrated(page)
  await sheet.take("lost phone")
  await page.goto("/sign-in")
  await hydrated(page)
  await send(page, "email")
  await told(page)
  await sheet.take("email, nothing typed")
  await page.locator("#email").fill(person.email)
  await send(page, "email")
  await page.waitForURL("**/sign-in/register")
  await hydrated(page)
  await sheet.take("registration")
  await send(page, "firstName")
  await told(page)
  await sheet.take("registration, nothing typed")
  await page.locator("#firstName").fill(person.firstName)
  await page.locator("#lastName").fill(person.lastName)
  await page.locator("#phone").fill(person.phone)
  await send(page, "phone")
  await page.waitForURL("**/sign-in/pin")
  await hydrated(page)
  await sheet.take("PIN")
  await page.locator("#pin").fill(await api.wrongPin(person))
  await told(page)
  await sheet.take("PIN, wrong")
  await page.locator("#pin").fill(await api.pin(person))
  await send(page, "pin").catch(() => undefined)
  await page.waitForURL("**/account")
}

async function account(page: Page, sheet: Sheet, person: Person, api: Api): Promise<void> {
  await sheet.take("account")
  await page.goto("/account/phone")
  await hydrated(page)
  await sheet.take("change of phone")
  await page.locator("#phone").fill(personOf(`new phone of ${person.email}`).phone)
  await send(page, "phone")
  await page.locator("#pin").waitFor()
  await sheet.take("change of phone, PIN")
  await askAnew(page, person)
  await page.locator("#pin").fill(await api.pin(person))
  await page.waitForURL("**/account")
  await sheet.take("account, told of a change of phone")
  await page.goto("/no-such-page")
  await sheet.take("not found")
  await page.goto(`/dev/inbox?${new URLSearchParams({ token: inboxToken, to: person.phone })}`)
  await sheet.take("inbox")
}

async function signInAgain(page: Page, sheet: Sheet, person: Person, api: Api): Promise<void> {
  await askAnew(page, person)
  const wrong = await api.wrongPin(person)
  for (let tries = 1; tries <= 5; tries++) {
    await page.locator("#pin").fill(wrong)
    if (tries > 1) await send(page, "pin")
    await expect(page.locator("form[data-busy]")).toHaveCount(0)
    await told(page)
  }
  await sheet.take("PIN, spent")
}

/** What operators and developers read, in English alone. */
async function english(page: Page, sheet: Sheet, api: Api): Promise<void> {
  for (const path of ["/docs", "/docs/handbid", "/docs/clients", "/docs/matrix", "/docs/journeys"]) {
    await page.goto(path)
    await sheet.take(path.slice(1).replaceAll("/", " "))
  }
  const operator = operatorOf("js", "sight")
  await api.makeAccount(operator)
  await askAnew(page, operator)
  await page.locator("#pin").fill(await api.pin(operator))
  await page.waitForURL("**/account")
  await page.goto("/admin")
  await hydrated(page)
  await sheet.take("console")
  await page.goto("/admin/policy")
  await sheet.take("policy")
  await page.goto("/admin/policy?try=values&base=0&client.free=many")
  await sheet.take("policy, mistyped")
  const change = {
    try: "values",
    base: "0",
    "block.free": "4",
    countries: "US, CA, HK",
    "values.why": "a quieter night",
  }
  await page.goto(`/admin/policy?${new URLSearchParams({ ...change, "values.span": "week" })}`)
  await sheet.take("policy, tried")
  await page.goto("/admin/apps")
  await sheet.take("apps")
  await page.goto("/admin/apps?try=make&redirectUris=http://app.example/callback")
  await sheet.take("apps, mistyped")
}
