import { expect, hydrated, test } from "./journey"
import { askForPin, enterPin } from "./steps"

test("after the wait the PIN can be sent again, and the page says that it was", async ({
  page,
  member,
  api,
  javaScriptEnabled,
}) => {
  await page.clock.install()
  await askForPin(page, member)
  await expect(page.getByText(/You can ask for another in \d+ seconds/)).toBeVisible()
  // Signing in elsewhere ends the wait on the server, so that the test need not sit it out.
  await api.useUpPin(member)
  const before = (await api.messages(member)).length
  if (javaScriptEnabled) {
    await hydrated(page)
    await page.clock.fastForward("00:31")
  }

  await page.getByRole("button", { name: "Send the PIN again" }).click()
  await expect(page.getByText("We sent the PIN again.")).toBeVisible()
  await expect(page.getByLabel("PIN", { exact: true })).toBeFocused()
  expect(await api.messages(member)).toHaveLength(before + 1)
  // The page takes the news out of its address once it has told it.
  if (javaScriptEnabled) await expect(page).toHaveURL("/sign-in/pin")
  await page.reload()
  expect(await api.messages(member)).toHaveLength(before + 1)
  // Without scripts the address cannot be cleaned up.
  if (javaScriptEnabled) await expect(page.getByText("We sent the PIN again.")).toHaveCount(0)
  await enterPin(page, await api.pin(member))
  await expect(page).toHaveURL("/account")
})

test("before the wait is over no text message leaves, and the page says when it may", async ({ page, member, api }) => {
  await askForPin(page, member)
  const before = (await api.messages(member)).length
  // Scripts hold the button back; without them the server does.
  await page.getByRole("button", { name: "Send the PIN again" }).dispatchEvent("click")
  await expect(page.getByText(/You can ask for another (text message )?in \d+ seconds/).first()).toBeVisible()
  expect(await api.messages(member)).toHaveLength(before)
})
