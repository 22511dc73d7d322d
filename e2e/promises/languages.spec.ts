import type { Page } from "@playwright/test"
import { expect, hydrated, test } from "../journey"

/** What is the same in every language: names, addresses, codes. What says that it is English may be. */
const allowed = /Latchkey|Google|reCAPTCHA|JavaScript|HK|SMS|API|[\w.+-]+@[\w.-]+/g

/** Sentences, labels and titles of the page that have English in them. */
async function englishOn(page: Page): Promise<string[]> {
  await hydrated(page)
  const texts = await page.evaluate(() => {
    const isElsewhere = (node: Node | null) =>
      node?.parentElement?.closest("[lang]:not(html):not([lang^=zh]), script, style, option, noscript, iframe") !== null
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = [document.title]
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!isElsewhere(node)) found.push(node.textContent ?? "")
    for (const element of document.querySelectorAll("[placeholder], [aria-label], [title]"))
      for (const name of ["placeholder", "aria-label", "title"]) found.push(element.getAttribute(name) ?? "")
    return found
  })
  return texts.filter((text) => /[A-Za-z]{2}/.test(text.replace(allowed, "")))
}

test.describe("in Hong Kong's Chinese", () => {
  test.use({ locale: "zh-HK", mayComplain: /status of 404 .*\/nowhere-at-all/ })
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "a script looks the page over")

  test("no page on the way in has English, errors and waits included, and the text speaks Chinese too", async ({
    page,
    person,
    api,
  }) => {
    test.slow()
    const expectChinese = async () => {
      await expect(page.locator("html")).toHaveAttribute("lang", "zh-HK")
      expect(await englishOn(page)).toEqual([])
    }
    const submit = () => page.locator("main form button.button:not(.secondary)").first().click()
    for (const path of ["/", "/nowhere-at-all", "/sign-in"]) {
      await page.goto(path)
      await expectChinese()
    }
    await submit()
    await expect(page).toHaveTitle(/^錯誤：/)
    await expectChinese()
    await page.locator("#email").fill(person.email.replace("example.com", "gmial.com"))
    await submit()
    await expect(page).toHaveURL("/sign-in/spelling")
    await expectChinese()
    await page.goto("/sign-in")
    await page.locator("#email").fill(person.email)
    await submit()
    await expect(page).toHaveURL("/sign-in/register")
    await expectChinese()
    await submit()
    await expect(page).toHaveTitle(/^錯誤：/)
    await expectChinese()
    await page.locator("#firstName").fill("大文")
    await page.locator("#lastName").fill("陳")
    await page.locator("#phone").fill(person.phone)
    await submit()
    await expect(page).toHaveURL("/sign-in/pin")
    await expectChinese()
    expect((await api.messages(person))[0]?.body).toContain("是你的 Latchkey 驗證碼")
    await page.locator("#pin").fill(await api.wrongPin(person))
    await expect(page).toHaveTitle(/^錯誤：/)
    await expectChinese()
    await page.locator("#pin").fill(await api.pin(person))
    await page.locator("#pin").press("Enter")
    await expect(page).toHaveURL("/account")
  })
})

test("the switch changes the language, keeps the step and what is wrong, and is remembered", async ({
  page,
  person,
}) => {
  await page.goto("/sign-in")
  await page.getByLabel("Email address").fill(person.email)
  await page.getByRole("button", { name: "Continue" }).click()
  await expect(page).toHaveURL("/sign-in/register")
  await page.getByRole("button", { name: "繁體中文" }).click()
  await expect(page).toHaveURL("/sign-in/register")
  await expect(page.getByRole("heading", { name: "建立帳戶", level: 1 })).toBeVisible()
  await expect(page.getByText(person.email)).toBeVisible()
  await page.goto("/sign-in")
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-HK")
  await page.getByRole("button", { name: "English" }).click()
  await expect(page.getByRole("heading", { name: "Sign in", level: 1 })).toBeVisible()
})

test("the switch leads nobody elsewhere, and strangers cannot turn it", async ({ page, baseURL }) => {
  const choose = (origin: string, to: string) =>
    page.request.post("/do/choose-language", { headers: { origin }, form: { language: "zh-HK", to }, maxRedirects: 0 })
  for (const to of ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:1", "x:y"])
    expect((await choose(String(baseURL), to)).headers().location).toMatch(/^\/(?![/\\])/)
  const strange = await choose("https://elsewhere.example", "/sign-in")
  expect(strange.headers()["set-cookie"]).toBeUndefined()
})
