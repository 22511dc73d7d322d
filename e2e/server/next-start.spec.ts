import { expect, test } from "@playwright/test"
import { pinsFor, post } from "./client"
import { emptyFolder, type Server, startServer } from "./server"

// What Vercel runs, and whoever starts Next by themselves: the same application without our own server.

let server: Server
let data: Awaited<ReturnType<typeof emptyFolder>>
test.beforeAll(async () => {
  data = await emptyFolder()
  server = await startServer({ DATA_DIR: data.folder }, "next")
})
test.afterAll(async () => {
  await server?.kill()
  await data?.remove()
})

test("under plain next start a person signs in by the API and finds the pages", async ({ page }) => {
  const person = {
    firstname: "Plain",
    lastname: "Next",
    email: "plain@example.com",
    mobile: "3035551402",
    countryCode: "US",
  }
  expect((await post(`${server.url}/v3/auth/register`, person, "198.51.100.62")).status).toBe(201)
  await expect.poll(() => pinsFor(server.url, "+13035551402")).toHaveLength(1)
  const [pin] = await pinsFor(server.url, "+13035551402")
  const answer = await post(`${server.url}/v3/auth/verify-pin`, { email: person.email, pin }, "198.51.100.62")
  expect(answer.status).toBe(200)
  await page.goto(`${server.url}/sign-in`)
  await expect(page.getByLabel(/email/i)).toBeVisible()
})
