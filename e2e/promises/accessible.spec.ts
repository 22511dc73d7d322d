import { openConsole } from "../console"
import { expect, hydrated, test } from "../journey"
import { askForNewPhone, askForPin, enterEmail, enterPin, openKeys, register, signIn } from "../steps"
import { inboxToken, operatorOf } from "../under-test"
import { expectNoFault } from "./looks"

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "axe is a script")

test.describe("18: axe finds nothing, and nothing is cut off at 320 px with text at 200%", () => {
  test("on the way in, with and without problems", async ({ page, person, api }) => {
    test.slow()
    await page.goto("/")
    await expectNoFault(page)
    await page.goto("/sign-in/lost-phone")
    await expectNoFault(page)
    await page.goto("/sign-in")
    await expectNoFault(page)
    await page.getByRole("button", { name: "Continue" }).click()
    await expect(page).toHaveTitle(/^Error: /)
    await expectNoFault(page)
    for (const problem of ["server", "google-lost"]) {
      await page.goto(`/sign-in?problem=${problem}`)
      await expect(page).toHaveTitle(/^Error: /)
      await expectNoFault(page)
    }
    await enterEmail(page, person)
    await expect(page).toHaveURL("/sign-in/register")
    await expectNoFault(page)
    await page.getByRole("button", { name: "Send me a PIN" }).click()
    await expect(page).toHaveTitle(/^Error: /)
    await expectNoFault(page)
    await register(page, person)
    await expectNoFault(page)
    const wrong = await api.wrongPin(person)
    await enterPin(page, wrong)
    await expect(page).toHaveTitle(/^Error: /)
    await expectNoFault(page)
    for (let more = 0; more < 4; more++) {
      await enterPin(page, wrong)
      await expect(page.locator("form[data-busy]")).toHaveCount(0)
      await expect(page).toHaveTitle(/^Error: /)
    }
    await expect(page.getByRole("button", { name: "Send a new PIN" })).toBeVisible()
    await expectNoFault(page)
  })

  test("on the account's pages", async ({ page, member, api }) => {
    test.slow()
    await signIn(page, member, api)
    await expectNoFault(page)
    await openKeys(page)
    await expectNoFault(page)
    await page.getByRole("button", { name: "Create a key" }).click()
    await expect(page).toHaveTitle(/^Error: /)
    await expectNoFault(page)
    await page.getByLabel("Name of the key").fill("Till")
    await page.getByLabel("read:orders").check()
    await page.getByRole("button", { name: "Create a key" }).click()
    await expect(page.getByLabel("Your new API key")).toBeVisible()
    await expectNoFault(page)
    await page.goto("/account/sign-out-everywhere")
    await expectNoFault(page)
    await page.getByRole("button", { name: "Sign out everywhere" }).click()
    await expect(page.getByText("You are signed out.")).toBeVisible()
    await expectNoFault(page)
  })

  test("on each step of changing the phone", async ({ page, member, api }) => {
    test.slow()
    const next = { ...member, phone: member.phone.replace("+1303", "+1720") }
    await signIn(page, member, api)
    await page.goto("/account/phone")
    await expectNoFault(page)
    await page.getByRole("button", { name: "Send the PINs" }).click()
    await expect(page).toHaveTitle(/^Error: /)
    await expectNoFault(page)
    await page.getByLabel("New mobile phone number").fill(next.phone)
    await page.getByRole("button", { name: "Send the PINs" }).click()
    await expect(page.getByLabel("PIN from the new phone")).toBeVisible()
    await expectNoFault(page)
    await page.getByLabel("PIN from the new phone").fill(await api.wrongPin(next))
    await page.getByRole("button", { name: "Continue" }).click()
    await expect(page).toHaveTitle(/^Error: /)
    await expectNoFault(page)
    await page.getByLabel("PIN from the new phone").fill(await api.pin(next))
    await page.getByRole("button", { name: "Continue" }).click()
    await expect(page.getByLabel("PIN from the old phone")).toBeVisible()
    await expectNoFault(page)
    await page.getByRole("button", { name: "I do not have the old phone" }).click()
    await expect(page).toHaveURL("/account")
    await expectNoFault(page)
    await page.goto("/account/phone")
    await expectNoFault(page)
  })

  test("where another browser is told of a change of phone", async ({ page, browser, member, api }) => {
    test.slow()
    const asker = await (await browser.newContext()).newPage()
    await signIn(asker, member, api)
    await signIn(page, member, api)
    await askForNewPhone(asker, member)
    for (const path of ["/", "/account", "/account/phone"]) {
      await page.goto(path)
      await expect(page.getByRole("region", { name: "Somebody asked to change your phone number" })).toBeVisible()
      await expectNoFault(page)
    }
    await asker.context().close()
  })

  test("where an email is asked about, or remembered, and in the open list of countries", async ({
    page,
    person,
    member,
    api,
  }) => {
    test.slow()
    await signIn(page, member, api)
    await page.getByRole("button", { name: "Sign out", exact: true }).click()
    await page.goto("/sign-in")
    await expect(page.getByRole("button", { name: "Not you? Forget this email" })).toBeVisible()
    await expectNoFault(page)
    await enterEmail(page, { ...person, email: person.email.replace("example.com", "gmial.com") })
    await expect(page).toHaveURL("/sign-in/spelling")
    await expectNoFault(page)
    await page.getByRole("button", { name: /^Keep/ }).click()
    await expect(page).toHaveURL("/sign-in/register")
    await hydrated(page)
    await page.getByLabel("First name").press("A")
    await page.locator("input#country").fill("united")
    await expect(page.getByRole("option").first()).toBeVisible()
    await expectNoFault(page)
  })

  test.describe("where there is nothing", () => {
    test.use({ mayComplain: /status of 404/ })
    test("on the page that says so", async ({ page }) => {
      await page.goto("/nowhere")
      await expectNoFault(page)
    })
  })

  test("in the inbox and the documentation", async ({ page, member }) => {
    test.slow()
    await page.goto(`/dev/inbox?${new URLSearchParams({ token: inboxToken, to: member.phone })}`)
    await expectNoFault(page)
    for (const path of ["/docs", "/docs/handbid", "/docs/matrix", "/docs/journeys"]) {
      await page.goto(path)
      await expectNoFault(page)
    }
  })

  test("on the console", async ({ page, api }) => {
    test.slow()
    await openConsole(page, operatorOf("js", "sight"), api)
    await expectNoFault(page)
    for (const query of [
      "",
      "?try=values&client.free=many",
      "?try=values&client.free=401&values.why=a+test",
      "?try=crowd",
    ]) {
      await page.goto(`/admin/policy${query}`)
      await expectNoFault(page)
    }
    for (const query of ["", "?try=make&redirectUris=https:", "?done=disabled", "?refused=moved"]) {
      await page.goto(`/admin/apps${query}`)
      await expectNoFault(page)
    }
    await page.getByText("Make an app").click()
    await page.getByLabel("Name", { exact: true }).fill("An app whose name has many words")
    await page.getByLabel("Where people come back to").fill("https://a-host-of-many-letters.app.example/callback")
    await page.getByRole("button", { name: "Make this app" }).click()
    await expect(page.getByLabel("The app's new secret")).toBeVisible()
    await expectNoFault(page)
    await page.goto("/admin/numbers?span=week")
    await expectNoFault(page)
  })

  test("on the PIN page of somebody who has an account, who asks for it again too soon and in time", async ({
    page,
    member,
    api,
  }) => {
    test.slow()
    await page.clock.install()
    await askForPin(page, member)
    await expectNoFault(page)
    // The page's clock runs ahead of the server's, which minds the wait.
    await page.clock.fastForward("00:31")
    const again = page.getByRole("button", { name: "Send the PIN again" })
    await again.click()
    await expect(page).toHaveTitle(/^Error: /)
    await expectNoFault(page)
    await api.useUpPin(member)
    await page.reload()
    await page.clock.fastForward("00:31")
    await again.click()
    await expect(page.getByText("We sent the PIN again.")).toBeVisible()
    await expectNoFault(page)
  })
})
