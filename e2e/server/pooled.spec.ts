import { existsSync } from "node:fs"
import { expect, test } from "@playwright/test"
import { newToken } from "../../lib/outside/chance"
import { pgbouncer, pgbouncerProgram } from "../../lib/testing/pgbouncer"
import { chooseCountry, enterPin } from "../steps"
import { pinsFor, post } from "./client"
import { emptyDatabase } from "./cluster"
import { freePort, startServer } from "./server"

// Two processes behind Debian's PgBouncer in transaction mode, which start at once on an empty database.
test.skip(!process.env.DATABASE_URL || !existsSync(pgbouncerProgram), "needs DATABASE_URL and PgBouncer")

test("a person joins at one process in a browser and is known at the other; an API client signs in at both", async ({
  page,
}) => {
  const { url: DIRECT_URL, drop } = await emptyDatabase("pooled")
  const { url: DATABASE_URL, remove } = await pgbouncer(new URL(DIRECT_URL), await freePort())
  const env = { SECRET_KEY: newToken(), DATABASE_URL, DIRECT_URL }
  const [one, other] = await Promise.all([startServer(env), startServer(env)])
  try {
    await page.goto(`${one.url}/sign-in`)
    await page.getByLabel(/email/i).fill("pool@example.com")
    await page.getByRole("button", { name: "Continue" }).click()
    await expect(page).toHaveURL(/register/)
    await page.getByLabel("First name").fill("Pool")
    await page.getByLabel("Last name").fill("Side")
    await chooseCountry(page, "US")
    await page.getByLabel("Mobile phone number").fill("303 555 1406")
    await page.getByRole("button", { name: /send/i }).click()
    await expect(page).toHaveURL(/pin/)
    const [pin = ""] = await pinsFor(other.url, "+13035551406")
    await enterPin(page, pin)
    await expect(page).toHaveURL(/account/)
    // Cookies know no ports.
    await page.goto(`${other.url}/account`)
    await expect(page.getByText("pool@example.com").first()).toBeVisible()

    const ask = (url: string, path: string, body: unknown) => post(url + path, body, "198.51.100.71")
    expect((await ask(other.url, "/v3/auth/email-check", { email: "pool@example.com" })).body.exists).toBe(true)
    const [again] = await pinsFor(one.url, "+13035551406")
    const verified = await ask(one.url, "/v3/auth/verify-pin", { email: "pool@example.com", pin: again })
    expect(verified.status).toBe(200)
    const { refreshToken } = verified.body
    expect((await ask(other.url, "/auth/refresh-token", { refreshToken })).status).toBe(200)
  } finally {
    for (const server of [one, other]) await server.stop()
    await remove()
    await drop()
  }
})
