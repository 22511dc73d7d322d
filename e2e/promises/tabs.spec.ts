import { expect, hydrated, test } from "../journey"
import { askForPin, enterPin, signIn } from "../steps"

/** What the promise says. */
const soon = { timeout: 2_000 }

test.skip(
  ({ javaScriptEnabled }) => javaScriptEnabled === false,
  "a tab without scripts learns when it is loaded again",
)

test("15: signing in or out in one tab moves the other within two seconds", async ({ page, context, member, api }) => {
  const other = await context.newPage()
  await other.goto("/sign-in")
  await hydrated(other)
  await signIn(page, member, api)
  await expect(other).toHaveURL("/account", soon)
  await hydrated(other)
  await page.getByRole("button", { name: "Sign out", exact: true }).click()
  await expect(page).toHaveURL("/?signed-out")
  await expect(other).toHaveURL("/sign-in", soon)
})

test("15: a tab that heard nothing asks when it is looked at again, and is there within two seconds", async ({
  page,
  context,
  member,
  api,
}) => {
  const other = await context.newPage()
  await other.addInitScript(() => {
    window.BroadcastChannel = class extends EventTarget {
      close() {}
      postMessage() {}
    } as unknown as typeof BroadcastChannel
  })
  await askForPin(other, member)
  await hydrated(other)
  await askForPin(page, member)
  await enterPin(page, await api.pin(member))
  await expect(page).toHaveURL("/account")
  await expect(other).toHaveURL("/sign-in/pin")
  await other.evaluate(() => window.dispatchEvent(new Event("focus")))
  await expect(other).toHaveURL("/account", soon)
})
