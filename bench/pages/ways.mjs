import { inboxToken, operatorPhone, origin } from "./server.mjs"

const person = { email: "bench@example.com", firstName: "Ada", lastName: "Lee", mobile: operatorPhone }

/** Every page that is measured, with the cookie of somebody who stands there. */
export async function waysTo(browser) {
  const context = await browser.newContext()
  const page = await context.newPage()
  const cookie = async () => (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ")
  await page.goto(`${origin}/sign-in`)
  await page.locator("#email").fill(person.email)
  await page.keyboard.press("Enter")
  await page.waitForURL("**/sign-in/register")
  const registering = await cookie()
  await page.locator("#firstName").fill(person.firstName)
  await page.locator("#lastName").fill(person.lastName)
  await page.locator("#phone").fill(person.mobile)
  await page.locator("form:has(#phone) button[type=submit]").click()
  await page.waitForURL("**/sign-in/pin")
  const atPin = await cookie()
  // Somewhere else, so that the PIN page stays one.
  const data = { email: person.email, pin: await newestPin(), whitelabelId: 1 }
  await context.request.post(`${origin}/v3/auth/verify-pin`, { data })
  await context.clearCookies()
  await page.goto(`${origin}/sign-in`)
  await page.locator("#email").fill(person.email)
  await page.keyboard.press("Enter")
  await page.waitForURL("**/sign-in/pin")
  await page.locator("#pin").fill(await newestPin())
  await page.waitForURL("**/account")
  const signedIn = await cookie()
  await context.close()
  return [
    { name: "home", path: "/" },
    { name: "email", path: "/sign-in" },
    { name: "registration", path: "/sign-in/register", cookie: registering },
    { name: "pin", path: "/sign-in/pin", cookie: atPin },
    { name: "account", path: "/account", cookie: signedIn },
    { name: "docs", path: "/docs/handbid" },
    { name: "console", path: "/admin", cookie: signedIn },
  ]
}

async function newestPin() {
  const headers = { authorization: `Bearer ${inboxToken}` }
  const answer = await fetch(`${origin}/dev/inbox.json?to=${encodeURIComponent(operatorPhone)}`, { headers })
  return (await answer.json())[0].pin
}
