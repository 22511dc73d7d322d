import { spawn } from "node:child_process"
import { once } from "node:events"
import type { Page } from "@playwright/test"
import { startShop } from "../examples/shop.mjs"
import type { Api } from "./api"
import { apps } from "./app"
import { test as base, expect } from "./journey"
import type { Person } from "./person"
import { expectNoFault } from "./promises/looks"
import { enterPin, fillInDetails } from "./steps"

type App = Awaited<ReturnType<typeof startShop>>

/** With an app of its own in each test. */
const test = base.extend<{ start: (which: keyof typeof apps) => Promise<App> }>({
  start: async ({ baseURL }, use) => {
    const started: App[] = []
    await use(async (which) => {
      const app = await startShop({ issuer: baseURL as string, secret: undefined, ...apps[which] })
      started.push(app)
      return app
    })
    for (const app of started) app.close()
  },
})

/** The example of an app is what these drive: see `examples/`. */
const says = (page: Page, text: string) => expect(page.getByRole("heading", { name: text })).toBeVisible()
/** From the email on: it stands there already where the app knew it. */
async function signInFor(page: Page, member: Person, api: Api): Promise<void> {
  await page.getByLabel("Email address").fill(member.email)
  await page.getByRole("button", { name: "Continue" }).click()
  await expect(page).toHaveURL("/sign-in/pin")
  await enterPin(page, await api.pin(member))
}

test("an app signs a member in by its client library, again without a question, and out", async ({
  page,
  member,
  api,
  start,
}) => {
  const { origin } = await start("own")
  await page.goto(`${origin}/enter`)
  await expect(page).toHaveURL("/sign-in")
  await expect(page.getByText("You are signing in to Our shop.")).toBeVisible()
  await signInFor(page, member, api)
  await says(page, `Hello ${member.email}`)
  await page.goto(`${origin}/enter?prompt=none`)
  await says(page, `Hello ${member.email}`)
  await expect(page.getByText("Signed in by sms.")).toBeVisible()
  await page.getByRole("link", { name: "Sign out" }).click()
  await says(page, "The shop")
  await page.goto(`${origin}/enter?prompt=none`)
  await says(page, "Not signed in: login_required")
})

test("a newcomer joins on the way, with the email and in the language that the app names", async ({
  page,
  person,
  api,
  start,
}) => {
  const { origin } = await start("own")
  await page.goto(`${origin}/enter?login_hint=${person.email}&ui_locales=en`)
  await expect(page.getByLabel("Email address")).toHaveValue(person.email)
  await page.getByRole("button", { name: "Continue" }).click()
  await fillInDetails(page, person)
  await page.getByRole("button", { name: "Send me a PIN" }).click()
  await expect(page).toHaveURL("/sign-in/pin")
  await enterPin(page, await api.pin(person))
  await says(page, `Hello ${person.email}`)
})

test("somebody else's app is told nothing unless the person allows it, and asks once", async ({
  page,
  member,
  api,
  start,
  javaScriptEnabled,
}) => {
  const { origin } = await start("other")
  await page.goto(`${origin}/enter`)
  await signInFor(page, member, api)
  await expect(page.getByRole("heading", { name: "The Forum asks who you are" })).toBeFocused()
  if (javaScriptEnabled) await expectNoFault(page)
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(3)
  await page.getByRole("button", { name: "Do not allow" }).click()
  await says(page, "Not signed in: access_denied")
  await page.goto(`${origin}/enter`)
  await page.getByRole("button", { name: "Allow", exact: true }).click()
  await says(page, `Hello ${member.email}`)
  await page.goto(`${origin}/enter`)
  await says(page, `Hello ${member.email}`)
})

test("a link that wants somebody signed out asks first, and leads back to the app", async ({
  page,
  member,
  api,
  start,
  javaScriptEnabled,
}) => {
  const { origin } = await start("own")
  await page.goto(`${origin}/enter`)
  await signInFor(page, member, api)
  await says(page, `Hello ${member.email}`)
  const stranger = new URLSearchParams({ client_id: apps.own.id, post_logout_redirect_uri: `${origin}/` })
  await page.goto(`/oauth/logout?${stranger}`)
  if (javaScriptEnabled) await expectNoFault(page)
  await page.getByRole("link", { name: "Stay signed in" }).click()
  await expect(page.getByRole("heading", { name: "You are signed in", level: 1 })).toBeVisible()
  await page.goto(`/oauth/logout?${stranger}`)
  await page.getByRole("button", { name: "Sign out" }).click()
  await expect(page).toHaveURL(`${origin}/`)
})

test("an app that sends people with an address that is not its own is told of, and not answered", async ({
  page,
  javaScriptEnabled,
}) => {
  const asked = new URLSearchParams({ client_id: apps.own.id, redirect_uri: "https://evil.example/callback" })
  await page.goto(`/oauth/authorize?${asked}`)
  await says(page, "This link does not work")
  if (javaScriptEnabled) await expectNoFault(page)
  await expect(page).toHaveURL(/^http:\/\/localhost/)
})

test("the example shop, as a process of its own, signs a member in and out", async ({ page, member, api, baseURL }) => {
  const { id, secret } = apps.own
  const env = { ...process.env, ISSUER: baseURL, CLIENT_ID: id, CLIENT_SECRET: secret, PORT: "0" }
  const shop = spawn(process.execPath, ["examples/shop.mjs"], { env, stdio: ["ignore", "pipe", "inherit"] })
  const [said] = await once(shop.stdout, "data")
  const origin = /http:\S+/.exec(String(said))?.[0] as string
  await page.goto(origin)
  await page.getByRole("link", { name: "Sign in" }).click()
  await signInFor(page, member, api)
  await says(page, `Hello ${member.email}`)
  await expect(page).toHaveURL(`${origin}/`)
  await page.getByRole("link", { name: "Sign out" }).click()
  await says(page, "The shop")
  shop.kill()
  await once(shop, "exit")
})
