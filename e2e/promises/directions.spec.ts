import { expect, hydrated, test } from "../journey"
import { personOf } from "../person"
import { askForPin, enterEmail, enterPin, register, signIn } from "../steps"
import { faultsRightToLeft } from "./looks"

test("19: the switch changes the language, keeps the step and what is wrong, and is remembered", async ({
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

test("19: the switch leads nobody elsewhere, and strangers cannot turn it", async ({ page, baseURL }) => {
  const choose = (origin: string, to: string) =>
    page.request.post("/do/choose-language", { headers: { origin }, form: { language: "zh-HK", to }, maxRedirects: 0 })
  for (const to of ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:1", "x:y"])
    expect((await choose(String(baseURL), to)).headers().location).toMatch(/^\/(?![/\\])/)
  const strange = await choose("https://elsewhere.example", "/sign-in")
  expect(strange.headers()["set-cookie"]).toBeUndefined()
})

test("19: read from right to left, in a pseudo-locale, nothing is cut off on any page", async ({
  page,
  person,
  member,
  api,
}) => {
  test.skip(test.info().project.name === "no-js", "a script turns the page around")
  test.slow()
  const expectNoFault = async () => {
    await hydrated(page)
    expect(await faultsRightToLeft(page)).toEqual([])
  }
  for (const path of ["/", "/sign-in", "/sign-in?problem=server", "/docs", "/docs/handbid", "/docs/matrix"]) {
    await page.goto(path)
    await expectNoFault()
  }
  const newcomer = personOf(`another than ${person.email}`)
  await enterEmail(page, newcomer)
  await expect(page).toHaveURL("/sign-in/register")
  await expectNoFault()
  await page.reload()
  await register(page, newcomer)
  await expectNoFault()
  await askForPin(page, member)
  await expectNoFault()
  await page.context().clearCookies()
  await signIn(page, member, api)
  await expectNoFault()
  for (const path of ["/account/phone", "/account/sign-out-everywhere"]) {
    await page.goto(path)
    await expectNoFault()
  }
})

test.describe("for a person who wants no motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } })

  test("19: nothing moves on any page, whatever is pressed", async ({ page, member, api }) => {
    const movingOn = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("*")]
          .filter((element) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element)
            return /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth"
          })
          .map(({ tagName, className }) => `${tagName} ${className}`),
      )
    for (const path of ["/", "/sign-in", "/docs/handbid"]) {
      await page.goto(path)
      expect(await movingOn()).toEqual([])
    }
    await askForPin(page, member)
    expect(await movingOn()).toEqual([])
    await enterPin(page, await api.pin(member))
    await expect(page).toHaveURL("/account")
    expect(await movingOn()).toEqual([])
  })
})
