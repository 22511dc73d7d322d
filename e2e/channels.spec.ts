import { crowd } from "./crowd"
import { expect, hydrated } from "./journey"
import { onOwnServer } from "./own-server"
import { expectNoFault } from "./promises/looks"
import { askForPin, enterEmail, enterPin, fillInDetails } from "./steps"

/** PINs may come by WhatsApp and by a call. */
const test = onOwnServer({ SMS_CHANNELS: "sms,whatsapp,voice", VOICE_PRICES: '{"*": 0.05}' })

test("who gets no text sends the PIN by WhatsApp instead, and signs in with it", async ({
  page,
  person,
  api,
  server,
  javaScriptEnabled,
}) => {
  // The page's own work would let them pass: a thread that never ends, and whoever does not wait for it.
  await page.addInitScript(() => Object.assign(Worker.prototype, { postMessage: () => undefined }))
  await crowd(server.url, person)
  await enterEmail(page, person)
  await fillInDetails(page, person)
  await page.getByRole("button", { name: "Send me a PIN" }).click()
  if (javaScriptEnabled) await page.getByRole("button", { name: "Stop checking" }).click()
  await expect(page.getByText("We cannot send text messages to numbers like this one").first()).toBeVisible()
  expect(await api.messages(person)).toEqual([])
  if (javaScriptEnabled) await expectNoFault(page)

  await page.getByRole("button", { name: "Send it by WhatsApp instead" }).click()
  await expect(page.getByText(`We sent a 6-digit PIN by WhatsApp to the number ending in`)).toBeVisible()
  if (javaScriptEnabled) await expectNoFault(page)
  expect(await api.messages(person)).toEqual([expect.objectContaining({ channel: "whatsapp" })])
  await enterPin(page, await api.pin(person))
  await expect(page).toHaveURL("/account")
})

test("who waits for a text is called instead", async ({ page, member, api, javaScriptEnabled }) => {
  await page.clock.install()
  await askForPin(page, member)
  // Signing in elsewhere ends the wait on the server, so that the test need not sit it out.
  await api.useUpPin(member)
  if (javaScriptEnabled) {
    await hydrated(page)
    await page.clock.fastForward("00:31")
    await expectNoFault(page)
  }
  await page.getByRole("button", { name: "Call me with the PIN" }).click()
  await expect(page.getByText("We are calling you now.")).toBeVisible()
  await expect(page.getByText("We are calling the number ending in")).toBeVisible()
  if (javaScriptEnabled) await expectNoFault(page)
  expect((await api.messages(member))[0]).toMatchObject({ channel: "voice" })
  await enterPin(page, await api.pin(member))
  await expect(page).toHaveURL("/account")
})
