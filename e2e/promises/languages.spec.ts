import type { Page } from "@playwright/test"
import { expect, hydrated, test } from "../journey"
import { personOf } from "../person"

/** What is the same in every language: names, addresses, codes. What says that it is English may be. */
const allowed =
  /Latchkey|Google|reCAPTCHA|JavaScript|HK|SMS|SIM|API|UTC|STOP|START|(Headless)?Chrom(e|ium)|Linux|Windows|macOS|Ada|Tester|localhost:[\w/]+|[a-z]+:[a-z]+|[\w.+-]+@[\w.-]+/g

/** Sentences, labels and titles of the page that have English in them. */
async function englishOn(page: Page): Promise<string[]> {
  await hydrated(page)
  const texts = await page.evaluate(() => {
    const isElsewhere = (node: Node | null) =>
      node?.parentElement?.closest(
        "[lang]:not(html):not([lang^=zh]), code, script, style, option, noscript, iframe",
      ) !== null
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

test.describe("19: in Hong Kong's Chinese", () => {
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
    for (const path of ["/", "/nowhere-at-all", "/sign-in/lost-phone", "/sign-in"]) {
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
    await expectChinese()
  })

  test("nor where something goes wrong: another's page, a landline, a PIN that is spent, a text that does not come", async ({
    page,
    person,
    api,
  }) => {
    test.slow()
    const expectChinese = async () => expect(await englishOn(page)).toEqual([])
    const problems = ["declined", "lost", "limited", "refused", "unavailable", "not-offered"]
    for (const problem of problems.map((problem) => `google-${problem}`)) {
      await page.goto(`/sign-in?problem=${problem}`)
      await expect(page).toHaveTitle(/^錯誤：/)
      await expectChinese()
    }
    await page.goto("/sign-in")
    await page.locator("#email").fill(person.email)
    await page.getByRole("button", { name: "繼續" }).click()
    await expect(page).toHaveURL("/sign-in/register")
    await hydrated(page)
    await page.locator("#firstName").fill("大文")
    await page.locator("#lastName").fill("陳")
    await page.locator("#phone").fill("+852 2123 4567")
    await page.locator("#phone").press("Enter")
    await expect(page.getByText(/固網|固定電話|座機/).first()).toBeVisible()
    await expectChinese()
    await page.locator("#phone").fill(person.phone)
    await page.clock.install()
    await page.locator("#phone").press("Enter")
    await expect(page).toHaveURL("/sign-in/pin")
    await hydrated(page)
    const told = page.waitForResponse(/pin\/text$/)
    await page.clock.runFor(21_000)
    await told
    await expect(page.locator(".text-news")).toHaveText(/\S/)
    await expectChinese()
    const wrong = await api.wrongPin(person)
    for (let tries = 0; tries < 5; tries++) {
      const answered = page.waitForResponse(/verify-pin$/)
      await page.locator("#pin").fill(wrong)
      if (tries > 0) await page.locator("#pin").press("Enter")
      await answered
      await expect(page.locator("#pin")).toHaveValue("")
    }
    await expect(page.locator("#pin")).toBeDisabled()
    await expectChinese()
  })

  test("no page of the account has English, errors included, and the notice to the old phone speaks Chinese too", async ({
    page,
    member,
    api,
  }) => {
    test.slow()
    const expectChinese = async () => {
      await expect(page.locator("html")).toHaveAttribute("lang", "zh-HK")
      expect(await englishOn(page)).toEqual([])
    }
    const press = (name: string) => page.getByRole("button", { name }).click()
    await page.goto("/sign-in")
    await page.locator("#email").fill(member.email)
    await press("繼續")
    await expect(page).toHaveURL("/sign-in/pin")
    await page.locator("#pin").fill(await api.pin(member))
    await expect(page).toHaveURL("/account")
    await page.getByText("API 密鑰（供開發人員使用）").click()
    await press("建立密鑰")
    await expect(page).toHaveTitle(/^錯誤：/)
    await expectChinese()
    await page.locator("#name").fill("測試")
    await page.getByRole("checkbox").first().check()
    await press("建立密鑰")
    await expect(page.getByRole("heading", { name: "已建立" })).toBeVisible()
    await expect(page.getByRole("button", { name: "撤銷" })).toBeVisible()
    await page.goto("/account/sign-out-everywhere")
    await expectChinese()
    await page.goto("/account/phone")
    await press("傳送驗證碼")
    await expect(page).toHaveTitle(/^錯誤：/)
    await expectChinese()
    const other = personOf(`another phone of ${member.email}`)
    await page.locator("#phone").fill(other.phone)
    await press("傳送驗證碼")
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("輸入新電話收到的驗證碼")
    await expectChinese()
    await page.locator("#pin").fill(await api.pin(other))
    await page.locator("#pin").press("Enter")
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("輸入舊電話收到的驗證碼")
    await expectChinese()
    await press("舊電話不在我手上")
    await expect(page.getByText("你的電話號碼即將更改")).toBeVisible()
    await expectChinese()
    expect((await api.messages(member))[0]?.body).toContain("電話號碼將於 72 小時後更改")
    await press("取消更改")
    await expect(page.getByText("已取消更改電話號碼。").first()).toBeVisible()
    await expectChinese()
  })
})
