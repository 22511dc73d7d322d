import { offerTrust, openConsole, trustChoice } from "./console"
import { expect } from "./journey"
import { onOwnServer } from "./own-server"
import { expectNoFault } from "./promises/looks"
import { askForPin, enterEmail, enterPin, signIn } from "./steps"
import { operatorOf, operatorPhones } from "./under-test"

const test = onOwnServer({ OPERATOR_PHONES: operatorPhones.join(",") })

test("where a whitelabel offers it, a person is texted once on their device, until they want to be texted again", async ({
  page,
  context,
  member,
  api,
  javaScriptEnabled,
}, { project }) => {
  const signOut = async () => {
    await page.getByRole("button", { name: "Sign out", exact: true }).click()
    await expect(page).not.toHaveURL(/account/)
  }
  await askForPin(page, member)
  await expect(page.getByLabel(trustChoice)).toHaveCount(0)

  await openConsole(page, operatorOf(project.name, "theme"), api)
  await offerTrust(page)
  await context.clearCookies()

  await askForPin(page, member)
  if (javaScriptEnabled) await expectNoFault(page)
  await page.getByLabel(trustChoice).check()
  await enterPin(page, await api.pin(member))
  await expect(page.getByRole("status").filter({ hasText: "We do not text you on this device" })).toBeVisible()
  await signOut()
  const texts = (await api.messages(member)).length
  await enterEmail(page, member)
  await expect(page).toHaveURL("/account")
  expect(await api.messages(member)).toHaveLength(texts)

  if (javaScriptEnabled) await expectNoFault(page)
  const devices = page.getByRole("region", { name: "Devices without text messages" })
  await devices.getByRole("button", { name: "Text me again" }).click()
  await expect(page.getByRole("status").filter({ hasText: "takes a PIN again" })).toBeVisible()
  await signOut()
  await signIn(page, member, api)
  expect(await api.messages(member)).toHaveLength(texts + 1)
})
