import type { Page } from "@playwright/test"
import { expect, test } from "./journey"
import { askForNewPhone, askForPin, enterEmail, register, signIn } from "./steps"

const lost = "/sign-in/lost-phone"
const alertOn = (page: Page) => page.getByRole("region", { name: "Somebody asked to change your phone number" })
/** What the page says, and to whom it leads. */
const said = async (page: Page) => {
  await page.goto(lost)
  return page.getByRole("main").evaluate((main) => main.innerHTML.replaceAll(/<script.*?<\/script>/gs, ""))
}

test("whoever has the phone no more is led from the PIN to what is left, and back", async ({ page, member, api }) => {
  await askForPin(page, member)
  const texts = (await api.messages(member)).length
  await page.getByRole("link", { name: "I no longer have this phone" }).click()
  await expect(page).toHaveURL(lost)
  await expect(page).toHaveTitle(/^I no longer have my phone/)
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused()
  await expect(page.getByText("Ask your phone company for a new SIM card")).toBeVisible()
  await expect(page.getByText(/^Open localhost:\d+\/account\/phone there/)).toBeVisible()
  await expect(page.getByText("Without the old phone it takes 72 hours")).toBeVisible()
  await expect(page.getByText("Ask the people who run Latchkey")).toBeVisible()
  await page.getByRole("link", { name: "Back to signing in" }).click()
  await expect(page).toHaveURL("/sign-in/pin")
  expect(await api.messages(member)).toHaveLength(texts)
})

test("the first page of the way in leads there too; a newcomer, who can change the number, is not sent there", async ({
  page,
  person,
}) => {
  await page.goto("/sign-in")
  await page.getByRole("link", { name: "I no longer have my phone" }).click()
  await expect(page).toHaveURL(lost)
  await page.getByRole("link", { name: "Back to signing in" }).click()
  await expect(page).toHaveURL("/sign-in")
  await enterEmail(page, person)
  await register(page, person)
  await expect(page.getByRole("link", { name: /^I no longer have/ })).toHaveCount(0)
})

test("the page says the same to everybody: to nobody, to whoever has an account, and to whoever has none", async ({
  page,
  member,
}) => {
  const toNobody = await said(page)
  expect(toNobody).toContain("72 hours")
  await askForPin(page, member)
  expect(await said(page)).toBe(toNobody)
  await enterEmail(page, { ...member, email: `nobody.${member.email}` })
  await expect(page).toHaveURL("/sign-in/register")
  expect(await said(page)).toBe(toNobody)
})

test("without scripts the page says what passkeys need, and what is sent all the same is answered there", async ({
  page,
  baseURL,
  javaScriptEnabled,
}) => {
  await page.goto(lost)
  const isOff = javaScriptEnabled === false
  await expect(page.getByRole("button", { name: "Sign in with a passkey" })).toBeVisible({ visible: !isOff })
  await expect(page.getByText("Passkeys work only where JavaScript is on.")).toBeVisible({ visible: isOff })
  const headers = { origin: baseURL as string }
  const answer = await page.request.post("/do/lost-phone", { headers, maxRedirects: 0 })
  await page.goto(answer.headers().location ?? "/")
  await expect(page).toHaveURL(new RegExp(`${lost}\\?problem=`))
  await expect(page).toHaveTitle(/^Error: I no longer have my phone/)
  await expect(page.locator("#use-passkey-problem")).toContainText("Passkeys work only where JavaScript is on")
})

test("another browser of the account is told of a change of phone on any page, and one press there stops it", async ({
  page,
  browser,
  member,
  api,
}) => {
  const asker = await (await browser.newContext()).newPage()
  await signIn(asker, member, api)
  await signIn(page, member, api)
  await expect(alertOn(page)).toHaveCount(0)
  const next = await askForNewPhone(asker, member)
  await expect(alertOn(asker)).toHaveCount(0)
  await page.goto("/")
  await expect(alertOn(page)).toContainText(/Chrom\w+ on \w+ asked for your PINs to go to the number ending in/)
  await expect(alertOn(page)).toContainText("It still needs a PIN from the old phone, or 72 hours.")

  await asker.getByLabel("PIN from the new phone").fill(await api.pin(next))
  await asker.getByRole("button", { name: "Continue" }).click()
  await asker.getByRole("button", { name: "I do not have the old phone" }).click()
  await expect(asker.getByRole("heading", { name: "Your phone number is about to change" })).toBeVisible()
  await expect(alertOn(asker)).toHaveCount(0)
  await page.goto("/account")
  await expect(alertOn(page)).toContainText(/It happens on .*, and then you are signed out here/)
  await expect(page.getByRole("heading", { level: 1 })).toHaveAccessibleDescription(/^Somebody asked/)
  await expect(page.getByRole("heading", { name: "Your phone number is about to change" })).toHaveCount(0)

  await alertOn(page).getByRole("button", { name: "Stop the change" }).click()
  await expect(page).toHaveURL("/account?done=phone-stopped")
  await expect(page.getByRole("status").first()).toHaveText(/^The change of phone number is stopped/)
  await expect(alertOn(page)).toHaveCount(0)
  await asker.goto("/account")
  await expect(asker).toHaveURL("/sign-in")
  await asker.context().close()
})
