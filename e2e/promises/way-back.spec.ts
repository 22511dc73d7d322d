import { expect, test } from "../journey"
import { askForPin, chooseCountry, enterEmail, register, signIn } from "../steps"

test("13: 'Change number' keeps everything, and 'Use a different email' is always in sight", async ({
  page,
  person,
}) => {
  const different = page.getByRole("link", { name: "Use a different email" })
  await enterEmail(page, person)
  await expect(different).toBeVisible()
  await page.getByLabel("First name").fill("Ada")
  await page.getByLabel("Last name").fill("Tester")
  await chooseCountry(page, "HK")
  await page.getByLabel("Mobile phone number").fill("5123 4567")
  await page.getByRole("button", { name: "Send me a PIN" }).click()
  await expect(page).toHaveURL("/sign-in/pin")
  await expect(different).toBeVisible()

  await page.getByRole("link", { name: "Change number" }).click()
  await expect(page.getByLabel("First name")).toHaveValue("Ada")
  await expect(page.getByLabel("Last name")).toHaveValue("Tester")
  await expect(page.getByLabel("Mobile phone number")).toHaveValue("5123 4567")
  await expect(page.locator("[name=country]")).toHaveValue("HK")
})

test("13: 'Change number' is never there at sign-in", async ({ page, member }) => {
  await askForPin(page, member)
  await expect(page.getByRole("link", { name: "Use a different email" })).toBeVisible()
  await expect(page.getByRole("link", { name: "Change number" })).toHaveCount(0)
})

test("12: what the PIN page is made of, its RSC too, holds at most two digits of the number", async ({
  page,
  person,
}) => {
  const bodies: Promise<string>[] = []
  page.on("response", (response) => bodies.push(response.text().catch(() => "")))
  await enterEmail(page, person)
  await register(page, person)
  await page.reload()
  const rsc = await page.request.get("/sign-in/pin?_rsc=1", { headers: { rsc: "1" } })
  expect(rsc.headers()["content-type"]).toContain("text/x-component")
  bodies.push(rsc.text())
  bodies.push(page.request.get("/sign-in/pin/text").then((answer) => answer.text()))
  const number = person.phone.slice(2)
  const made = [...(await Promise.all(bodies)), await page.content()].join("\n")
  expect(made).toContain(`ending in`)
  for (let at = 0; at + 5 <= number.length; at++) expect(made).not.toContain(number.slice(at, at + 5))
})

test("14: Back never shows a PIN form; signed in, /sign-in leads on; nothing is stored", async ({
  page,
  member,
  api,
}) => {
  const stored: (string | undefined)[] = []
  page.on("response", (response) => {
    if (/\/(sign-in|account)/.test(new URL(response.url()).pathname)) stored.push(response.headers()["cache-control"])
  })
  await page.goto("/")
  await signIn(page, member, api)
  await page.goBack()
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  await expect(page.locator("#pin")).toHaveCount(0)
  for (const path of ["/sign-in", "/sign-in/pin", "/sign-in/register"]) {
    await page.goto(path)
    await expect(page).toHaveURL("/account")
  }
  await page.goto("/sign-in/lost-phone")
  await expect(page).toHaveURL("/account/phone")
  expect(stored.length).toBeGreaterThan(3)
  for (const policy of stored) expect(policy).toContain("no-store")
})

test("17: the browser breaks no policy, and goes nowhere but to us and reCAPTCHA, and to Google not before somebody is there", async ({
  page,
  person,
  javaScriptEnabled,
}) => {
  const foreign: string[] = []
  page.on("request", (request) => {
    if (!request.url().startsWith("http://localhost:")) foreign.push(request.url())
  })
  await page.goto("/sign-in")
  await page.waitForLoadState("networkidle")
  expect(foreign).toEqual([])
  await enterEmail(page, person)
  await register(page, person)
  // A breach of the policy, or any other complaint, fails the test: see journey.ts.
  for (const url of foreign) expect(url).toMatch(/^https:\/\/www\.google\.com\/recaptcha\//)
  expect(foreign.length > 0).toBe(javaScriptEnabled !== false)
})
