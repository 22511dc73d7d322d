import type { Page } from "@playwright/test"
import { expect, hydrated, test } from "../journey"
import { hasPasskey, passkeysOf as region, withDevice } from "../passkey"
import { signIn } from "../steps"

const passkeys = (page: Page) => page.getByRole("list", { name: "Your passkeys" }).getByRole("listitem")
const button = (page: Page) => page.getByRole("button", { name: "Sign in with a passkey" })
const atButton = (page: Page) => page.locator("#use-passkey-problem")

test("a passkey is added after a PIN and signs in by the button, no text leaves, and Back shows no form", async ({
  page,
  member,
  api,
}) => {
  const { texts } = await hasPasskey(page, member, api)
  await page.goto("/sign-in")
  await hydrated(page)
  await button(page).click()
  await expect(page).toHaveURL("/account")
  await expect(page.getByRole("region", { name: "Recent activity" })).toContainText("Signed in with a passkey")
  expect(await api.messages(member)).toHaveLength(texts)
  await page.goBack()
  await expect(page.getByLabel("Email address")).toHaveCount(0)
})

test("the browser offers the passkey in the email's field, and choosing it signs in", async ({ page, member, api }) => {
  const { texts } = await hasPasskey(page, member, api)
  await page.goto("/sign-in")
  await hydrated(page)
  await expect(page.getByLabel("Email address")).toHaveAttribute("autocomplete", "email webauthn")
  await page.getByLabel("Email address").click()
  await expect(page).toHaveURL("/account")
  expect(await api.messages(member)).toHaveLength(texts)
})

test("the offer ends when the email is sent, and nothing is asked of the server before the first sign of a person", async ({
  page,
  member,
}) => {
  await page.addInitScript(() => {
    const here = window as unknown as { offers: string[] }
    here.offers = []
    PublicKeyCredential.isConditionalMediationAvailable = async () => true
    navigator.credentials.get = (options) =>
      new Promise((_, reject) => {
        here.offers.push(String(options?.mediation))
        options?.signal?.addEventListener("abort", () => {
          here.offers.push("withdrawn")
          reject(new DOMException("", "AbortError"))
        })
      })
  })
  const begun: string[] = []
  page.on("request", (request) => request.url().endsWith("/do/begin-passkey") && begun.push(request.url()))
  await page.goto("/sign-in", { waitUntil: "networkidle" })
  expect(begun).toEqual([])
  await hydrated(page)
  await page.keyboard.type(member.email)
  await expect.poll(() => page.evaluate("window.offers")).toEqual(["conditional"])
  let offers: unknown
  await page.route("**/do/check-email", async (route) => {
    offers = await page.evaluate("window.offers")
    await route.continue()
  })
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL("/sign-in/pin")
  expect(offers).toEqual(["conditional", "withdrawn"])
})

test("a passkey that was removed says so, and the email is still the way in", async ({ page, member, api }) => {
  const { cdp, authenticatorId } = await hasPasskey(page, member, api)
  // A person who types their email leaves the offered passkey alone.
  await cdp.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled: false })
  await signIn(page, member, api)
  await passkeys(page).getByRole("button", { name: "Remove" }).click()
  await expect(page.getByRole("status").first()).toHaveText(/^The passkey is removed\. It no longer opens your account/)
  await expect(passkeys(page)).toHaveCount(0)
  await expect(page.getByRole("region", { name: "Recent activity" })).toContainText("A passkey was removed")
  await page.getByRole("button", { name: "Sign out", exact: true }).click()
  await expect(page).toHaveURL("/?signed-out")
  await cdp.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled: true })
  await page.goto("/sign-in")
  await hydrated(page)
  await button(page).click()
  await expect(atButton(page)).toHaveText("Error: This passkey opens no account here. Use another one, or your email")
  await expect(page).toHaveTitle(/^Error: /)
  await expect(button(page)).toBeFocused()
})

test("a counter that goes back, an owner who was not verified and a challenge that is shown again are told apart", async ({
  page,
  member,
  api,
}) => {
  const { cdp, authenticatorId, credentials, texts } = await hasPasskey(page, member, api)
  const [credential] = await credentials()
  await page.goto("/sign-in")
  await hydrated(page)
  // The button's answer is kept, and sent once more after it opened the account.
  const sent: string[] = []
  page.on("request", (request) => request.url().endsWith("/do/use-passkey") && sent.push(request.postData() ?? ""))
  await button(page).click()
  await expect(page).toHaveURL("/account")
  const again = await page.evaluate(async (body) => {
    const headers = { accept: "application/json", "content-type": "application/x-www-form-urlencoded" }
    return (await fetch("/do/use-passkey", { method: "POST", headers, body })).json()
  }, sent[0] ?? "")
  expect(again.problems[0].message).toBe("That took too long. Try again")

  await page.getByRole("button", { name: "Sign out", exact: true }).click()
  await expect(page).toHaveURL("/?signed-out")
  await cdp.send("WebAuthn.clearCredentials", { authenticatorId })
  await cdp.send("WebAuthn.addCredential", { authenticatorId, credential: { ...credential, signCount: 0 } as never })
  await page.goto("/sign-in")
  await hydrated(page)
  await button(page).click()
  await expect(atButton(page)).toContainText("We cannot trust this passkey")

  await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false })
  await button(page).click()
  await expect(atButton(page)).toContainText("No passkey was used. Try again")
  expect(await api.messages(member)).toHaveLength(texts)
})

test("a passkey gets a name of its own, and an empty one is told at its field", async ({ page, member, api }) => {
  await withDevice(page)
  await signIn(page, member, api)
  await hydrated(page)
  await region(page).getByRole("button", { name: "Add a passkey" }).click()
  await expect(passkeys(page)).toContainText(/Chrome on /)
  await passkeys(page).getByText("Rename").click()
  await passkeys(page).getByLabel("Name of the passkey").fill(" ")
  await passkeys(page).getByRole("button", { name: "Save the name" }).click()
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Enter a name of 100 characters or fewer")
  await passkeys(page).getByText("Rename").click()
  await passkeys(page).getByLabel("Name of the passkey").fill("My <b>laptop</b>")
  await passkeys(page).getByRole("button", { name: "Save the name" }).click()
  await expect(page.getByRole("status").first()).toHaveText("The name of the passkey is saved.")
  await expect(passkeys(page)).toContainText("My <b>laptop</b>")
  // The same device has one already.
  await hydrated(page)
  await region(page).getByRole("button", { name: "Add a passkey" }).click()
  await expect(page.getByRole("main").getByRole("alert")).toContainText("This device has a passkey for your account")
})

test("a person who declines on the device is told what else there is, at the button", async ({ page, member, api }) => {
  await withDevice(page, false)
  await page.goto("/sign-in")
  await hydrated(page)
  await button(page).click()
  await expect(atButton(page)).toHaveText(
    "Error: No passkey was used. Try again, or enter your email address, and we send you a PIN",
  )
  await signIn(page, member, api)
  await hydrated(page)
  await region(page).getByRole("button", { name: "Add a passkey" }).click()
  await expect(page.getByRole("main").getByRole("alert")).toContainText("No passkey was added. You can try again")
})
