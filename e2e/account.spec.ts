import type { Page } from "@playwright/test"
import type { Api } from "./api"
import { expect, test } from "./journey"
import { type Person, personOf } from "./person"
import { enterPin, nameNewPhone, newPhoneOf, openKeys, signIn, summary } from "./steps"

const records = (page: Page, heading: string) => page.getByRole("region", { name: heading }).getByRole("listitem")

test("the account page says where I am signed in, and ends one session of another device", async ({
  page,
  member,
  api,
}) => {
  // Making the member signed somebody in by the API: an app elsewhere.
  await signIn(page, member, api)
  const sessions = records(page, "Where you are signed in")
  await expect(sessions).toHaveCount(2)
  await expect(sessions.filter({ hasText: "This device" })).toHaveCount(1)
  // Where is told by country, if it is known, and never by network.
  const prefix = member.address.split(".").slice(0, 3).join(".")
  await expect(sessions.first()).toContainText(/last seen now, \d+ \w+ \d{4}, \d\d:\d\d/)
  await expect(page.getByRole("main")).not.toContainText(prefix)

  await page.getByRole("button", { name: "Sign out there" }).click()
  await expect(page.getByRole("status").first()).toHaveText("That device is signed out.")
  await expect(records(page, "Where you are signed in")).toHaveCount(1)
})

test("signing in again in the same browser leaves no session behind that nobody can see", async ({
  page,
  baseURL,
  member,
  api,
}) => {
  await signIn(page, member, api)
  await expect(records(page, "Where you are signed in")).toHaveCount(2)
  const send = (path: string, form: Record<string, string>) =>
    page.request.post(path, { form, headers: { origin: baseURL as string, "x-forwarded-for": member.address } })
  await send("/do/check-email", { email: member.email })
  await send("/do/verify-pin", { pin: await api.pin(member) })
  await page.goto("/account")
  await expect(records(page, "Where you are signed in")).toHaveCount(2)
  await expect(records(page, "Recent activity").filter({ hasText: "a new sign-in took its place" })).toHaveCount(1)
})

test("a new API key is shown once, and never in an address", async ({ page, member, api }) => {
  await signIn(page, member, api)
  await openKeys(page)
  await page.getByLabel("Name of the key").fill("Till")
  await page.getByLabel("read:orders").check()
  await page.getByRole("button", { name: "Create a key" }).click()
  await expect(page).toHaveURL("/account?done=key")
  const key = await page.getByLabel("Your new API key").inputValue()
  expect(key).toMatch(/^sk_\w+_.{40,}$/)
  await expect(page.getByRole("list", { name: "API keys" })).toContainText(`…${key.slice(-4)}`)

  await page.reload()
  await expect(page.getByLabel("Your new API key")).toHaveCount(0)
  expect(await page.content()).not.toContain(key)
  await page.getByRole("button", { name: "Revoke" }).click()
  await expect(page.getByText("You have no API keys.")).toBeVisible()
})

test("a key without a name or a permission is not made", async ({ page, member, api }) => {
  await signIn(page, member, api)
  await openKeys(page)
  await page.getByRole("button", { name: "Create a key" }).click()
  await expect(summary(page)).toContainText("Enter a name for the key")
  await expect(summary(page)).toContainText("Choose what the key may do")
  await expect(page.getByText("You have no API keys.")).toBeVisible()
})

test("a wrong PIN is among what happened lately", async ({ page, member, api }) => {
  await page.goto("/sign-in")
  await page.getByLabel("Email address").fill(member.email)
  await page.getByRole("button", { name: "Continue" }).click()
  await enterPin(page, await api.wrongPin(member))
  await expect(summary(page)).toContainText("That PIN is wrong")
  await enterPin(page, await api.pin(member))
  await expect(page).toHaveURL("/account")
  await expect(records(page, "Recent activity").nth(1)).toContainText("A wrong PIN was refused")
})

async function changeTo(page: Page, next: Person): Promise<void> {
  await page.getByRole("link", { name: "Change your phone number" }).click()
  await nameNewPhone(page, next)
}

async function askForNewPhone(page: Page, member: Person, api: Api): Promise<Person> {
  await signIn(page, member, api)
  const next = newPhoneOf(member)
  await changeTo(page, next)
  await expect(page.getByLabel("PIN from the new phone")).toBeVisible()
  await page.getByLabel("PIN from the new phone").fill(await api.pin(next))
  await page.getByRole("button", { name: "Continue" }).click()
  await expect(page.getByLabel("PIN from the old phone")).toBeVisible()
  return next
}

test("with a PIN on each phone the number changes at once", async ({ page, member, api }) => {
  const next = await askForNewPhone(page, member, api)
  await page.getByLabel("PIN from the old phone").fill(await api.pin(member))
  await page.getByRole("button", { name: "Change my phone number" }).click()
  await expect(page).toHaveURL("/account?done=phone-changed")
  await expect(page.getByText(`Number ending in ${next.phone.slice(-2)}`).first()).toBeVisible()
  await expect(records(page, "Where you are signed in")).toHaveCount(1)
  expect((await api.messages(member))[0]?.body).toContain("was changed")
})

test("where the old phone's PIN could not be sent, the page says so", async ({ page, member, api }) => {
  await signIn(page, member, api)
  await changeTo(page, newPhoneOf(member))
  await page.getByRole("button", { name: "Cancel the change" }).click()
  // At once: between two messages to the old phone there is a wait.
  const other = { ...member, phone: personOf(`other phone of ${member.email}`).phone }
  await changeTo(page, other)
  await expect(
    page.getByText(`could not send a PIN to the old number ending in ${member.phone.slice(-2)}`),
  ).toBeVisible()
  await page.getByLabel("PIN from the new phone").fill(await api.pin(other))
  await page.getByRole("button", { name: "Continue" }).click()
  await expect(page.getByText("We have not sent a PIN to the old number")).toBeVisible()
})

test("a phone number that is none is not taken, and the page says why", async ({ page, member, api }) => {
  await signIn(page, member, api)
  await changeTo(page, { ...member, phone: "" })
  await expect(summary(page)).toContainText("Enter your mobile phone number")
  await page.getByLabel("New mobile phone number").fill("12")
  await page.getByRole("button", { name: "Send the PINs" }).click()
  await expect(summary(page)).toContainText("Enter a mobile phone number that can get text messages")
  await page.getByLabel("New mobile phone number").fill(member.phone)
  await page.getByRole("button", { name: "Send the PINs" }).click()
  await expect(summary(page)).toContainText("This is your phone number already")
})

test("without the old phone it waits, says so there, and can be cancelled", async ({ page, member, api }) => {
  await askForNewPhone(page, member, api)
  await page.getByRole("button", { name: "I do not have the old phone" }).click()
  await expect(page).toHaveURL("/account")
  await expect(page.getByRole("heading", { name: "Your phone number is about to change" })).toBeVisible()
  expect((await api.messages(member))[0]?.body).toContain("will change in 72 hours")
  await page.getByRole("button", { name: "Cancel the change" }).click()
  await expect(page.getByRole("heading", { name: "Your phone number is about to change" })).toHaveCount(0)
  await expect(page.getByRole("link", { name: "Change your phone number" })).toBeVisible()
})
