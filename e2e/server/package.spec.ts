import { execFileSync, spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { cp, readdir } from "node:fs/promises"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { pinsFor, post } from "./client"
import { emptyDatabase } from "./cluster"
import { emptyFolder, settings, startServer } from "./server"

// What `npm run package` made, in a folder of its own, where no checkout is near. Whoever built without it has no package to try.
test.skip(!existsSync(".package/server.mjs"), "needs npm run package")

// One worker copies it once.
test.describe.configure({ mode: "default" })

let folder: string
let remove: () => Promise<void>
test.beforeAll(async () => {
  const empty = await emptyFolder()
  folder = join(empty.folder, "package")
  remove = empty.remove
  await cp(".package", folder, { recursive: true, verbatimSymlinks: true })
})
test.afterAll(() => remove?.())

const person = {
  firstname: "Packed",
  lastname: "Up",
  email: "packed@example.com",
  mobile: "3035551403",
  countryCode: "US",
}

/** Signs the person in over HTTP, and looks at a page and at what balancers ask. */
async function isUsed(url: string) {
  expect((await post(`${url}/v3/auth/register`, person, "198.51.100.63")).status).toBe(201)
  await expect.poll(() => pinsFor(url, "+13035551403")).toHaveLength(1)
  const [pin] = await pinsFor(url, "+13035551403")
  expect((await post(`${url}/v3/auth/verify-pin`, { email: person.email, pin }, "198.51.100.63")).status).toBe(200)
  const health = await fetch(`${url}/health/ready`)
  expect([health.status, await health.json()]).toEqual([200, { status: "ready" }])
}

test("a package away from its checkout signs people in, shows its pages with their styles, and ends with 0 when told", async ({
  page,
}) => {
  // Nobody listens there: it is enough that all that would tell a collector is in the package, or the start would fail.
  const env = { DATA_DIR: join(folder, "../data"), OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9" }
  const server = await startServer(env, "package", folder)
  await isUsed(server.url)
  const missing: string[] = []
  page.on("response", (response) => response.status() >= 400 && missing.push(response.url()))
  await page.goto(`${server.url}/sign-in`)
  await expect(page.getByLabel(/email/i)).toBeVisible()
  await page.goto(`${server.url}/docs`)
  expect(missing).toEqual([])
  expect(healthOf(server.url)).toBe(0)
  expect(await server.stop()).toBe(0)
  expect(healthOf(server.url)).toBe(1)
})

test("a package migrates a Postgres as a step of its own, and then serves it", async () => {
  test.skip(!process.env.DATABASE_URL, "needs DATABASE_URL")
  const { url: DATABASE_URL, drop } = await emptyDatabase("package")
  const env = { DATABASE_URL, MIGRATE_ON_START: "off" }
  const step = { cwd: folder, env: { ...process.env, ...settings, ...env } }
  expect(execFileSync(process.execPath, ["migrate.mjs"], step).toString()).toContain("up to date")
  const server = await startServer(env, "package", folder)
  await isUsed(server.url)
  expect(await server.stop()).toBe(0)
  await drop()
})

test("a package has no file of the environment, and no data", async () => {
  const files = await readdir(folder, { recursive: true })
  expect(files.filter((file) => /(^|\/)(\.env[^/]*|\.data|secret-key)$/.test(file))).toEqual([])
})

/** What a container's health check ends with. */
const healthOf = (url: string) =>
  spawnSync(process.execPath, ["health.mjs"], { cwd: folder, env: { ...process.env, PORT: new URL(url).port } }).status
