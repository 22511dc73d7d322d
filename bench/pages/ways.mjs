import { inboxToken, operatorPhone, origin } from "./server.mjs"

const person = { email: "bench@example.com", firstName: "Ada", lastName: "Lee", mobile: operatorPhone }

/** Every page that is measured, with the cookie of a person who stands there, and the kilobytes of script that it may have. */
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
    { name: "home", path: "/", most: 140 },
    { name: "email", path: "/sign-in", most: 145 },
    { name: "registration", path: "/sign-in/register", cookie: registering, most: 165 },
    { name: "pin", path: "/sign-in/pin", cookie: atPin, most: 145 },
    { name: "account", path: "/account", cookie: signedIn, most: 150 },
    { name: "docs", path: "/docs/handbid", most: 140 },
    { name: "console", path: "/admin", cookie: signedIn, most: 140 },
  ]
}

async function newestPin() {
  const headers = { authorization: `Bearer ${inboxToken}` }
  const answer = await fetch(`${origin}/dev/inbox.json?to=${encodeURIComponent(operatorPhone)}`, { headers })
  return (await answer.json())[0].pin
}
