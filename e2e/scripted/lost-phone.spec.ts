import type { Page } from "@playwright/test"
import type { Api } from "../api"
import { expect, hydrated, test } from "../journey"
import { hasPasskey, withDevice } from "../passkey"
import type { Person } from "../person"
import { askForPin, nameNewPhone, newPhoneOf, signIn } from "../steps"

const usePasskey = (page: Page) => page.getByRole("button", { name: "Sign in with a passkey" })

/** Somebody who has a passkey, and reads at the PIN that it went to a phone that they have no more. */
async function lostPhone(page: Page, member: Person, api: Api, way = "/sign-in") {
  const { cdp, authenticatorId } = await hasPasskey(page, member, api)
  // A person who types their email leaves the offered passkey alone.
  await cdp.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled: false })
  await page.goto(way)
  await askForPin(page, member)
  await cdp.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled: true })
  await page.getByRole("link", { name: "I no longer have this phone" }).click()
  await expect(page).toHaveURL("/sign-in/lost-phone")
  await hydrated(page)
}

test("from a lost phone to the next: a passkey, the new phone's PIN, and 72 hours that the old phone and the other browser hear of", async ({
  page,
  browser,
  member,
  api,
}) => {
  test.slow()
  const other = await (await browser.newContext()).newPage()
  await signIn(other, member, api)
  await hasPasskey(page, member, api)
  // Straight there: a PIN on the way would be one text more than a phone gets in an hour.
  await page.goto("/sign-in/lost-phone")
  await hydrated(page)
  const texts = (await api.messages(member)).length
  await usePasskey(page).click()
  await expect(page).toHaveURL("/account/phone")
  await expect(
    page.getByText(/^You signed in without your phone\..*choose “I do not have the old phone”/),
  ).toBeVisible()
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused()
  expect(await api.messages(member)).toHaveLength(texts)

  const next = newPhoneOf(member)
  await nameNewPhone(page, next)
  await expect(page.getByLabel("PIN from the new phone")).toBeVisible()
  await page.getByLabel("PIN from the new phone").fill(await api.pin(next))
  await page.getByRole("button", { name: "Continue" }).click()
  await page.getByRole("button", { name: "I do not have the old phone" }).click()
  await expect(page.getByRole("heading", { name: "Your phone number is about to change" })).toBeVisible()
  expect((await api.messages(member))[0]?.body).toContain("will change in 72 hours")
  await other.goto("/")
  await expect(other.getByRole("button", { name: "Stop the change" })).toBeVisible()
  await other.goto("/account")
  await expect(other.getByRole("region", { name: "Recent activity" })).toContainText("Signed in with a passkey")
  await other.context().close()
})

test("Back shows no way in to whoever is signed in, and the page itself leads to the change", async ({
  page,
  member,
  api,
}) => {
  await lostPhone(page, member, api)
  await usePasskey(page).click()
  await expect(page).toHaveURL("/account/phone")
  await page.goBack()
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  await expect(page.locator("#pin")).toHaveCount(0)
  await expect(usePasskey(page)).toHaveCount(0)
  await page.goto("/sign-in/lost-phone")
  await expect(page).toHaveURL("/account/phone")
})

test("whoever lost their phone on the way to an app goes on there, now or later", async ({ page, member, api }) => {
  const back = "https://app.example/basket?item=1"
  await page.context().route("https://app.example/**", (route) => route.fulfill({ body: "Basket" }))
  await lostPhone(page, member, api, `/sign-in?return_to=${encodeURIComponent(back)}`)
  await usePasskey(page).click()
  await expect(page).toHaveURL("/account/phone")
  const goOn = page.getByRole("link", { name: "Go on to where you were signing in" })
  await expect(goOn).toBeVisible()
  await page.goto("/account")
  await goOn.click()
  await expect(page).toHaveURL(back)
})

test("whoever declines on the device, or has no passkey, is told so at the button and can go on reading", async ({
  page,
}) => {
  await withDevice(page, false)
  await page.goto("/sign-in/lost-phone")
  await hydrated(page)
  await usePasskey(page).click()
  await expect(page.locator("#use-passkey-problem")).toHaveText("Error: No passkey was used. You can try again")
  await expect(page).toHaveTitle(/^Error: I no longer have my phone/)
  await expect(page).toHaveURL("/sign-in/lost-phone")
  await expect(usePasskey(page)).toBeFocused()
})
