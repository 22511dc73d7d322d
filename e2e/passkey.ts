import type { CDPSession, Page } from "@playwright/test"
import type { Api } from "./api"
import { expect, hydrated } from "./journey"
import type { Person } from "./person"
import { signIn } from "./steps"

/** The account's part about passkeys. */
export const passkeysOf = (page: Page) => page.getByRole("region", { name: "Passkeys" })

/** A device with a screen lock that its owner opens, or does not. */
export async function withDevice(page: Page, isUserVerified = true) {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  await cdp.send("WebAuthn.enable")
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified,
      automaticPresenceSimulation: true,
    },
  })
  const credentials = async () => (await cdp.send("WebAuthn.getCredentials", { authenticatorId })).credentials
  return { cdp, authenticatorId, credentials }
}

/** A member who signed in by PIN, added a passkey, and signed out; and how many texts they got by then. */
export async function hasPasskey(page: Page, member: Person, api: Api) {
  const device = await withDevice(page)
  await signIn(page, member, api)
  await hydrated(page)
  await passkeysOf(page).getByRole("button", { name: "Add a passkey" }).click()
  await expect(page).toHaveURL("/account?done=passkey")
  await expect(page.getByRole("status").first()).toHaveText(/^Your passkey is added/)
  await expect(page.getByRole("list", { name: "Your passkeys" }).getByRole("listitem")).toHaveCount(1)
  await page.getByRole("button", { name: "Sign out", exact: true }).click()
  await expect(page).toHaveURL("/?signed-out")
  return { ...device, texts: (await api.messages(member)).length }
}
