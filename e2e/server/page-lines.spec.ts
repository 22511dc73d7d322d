import { expect, test } from "@playwright/test"
import { ask } from "./raw-request"
import { emptyFolder, type Server, startServer } from "./server"

// Every answer that people see leaves one line, by which operators find it, and which says nothing of its person.

let server: Server
let data: Awaited<ReturnType<typeof emptyFolder>>
test.beforeAll(async () => {
  data = await emptyFolder()
  // Reads that were answered are written there alone.
  server = await startServer({ DATA_DIR: data.folder, LOG_LEVEL: "debug" })
})
test.afterAll(async () => {
  await server?.stop()
  await data?.remove()
})

type Line = { event: string; id: string; operation: string; status: number; outcome: string; reason?: string }

/** The lines of the requests that came with this id. */
const lines = (id: string): Line[] =>
  server
    .said()
    .split("\n")
    .filter((line) => line.includes(`"id":"${id}"`))
    .map((line) => JSON.parse(line))

let asked = 0
/** Asks, and answers the one line that is written of it. */
async function lineOf(target: string, init: Omit<Parameters<typeof ask>[1], "target"> = {}): Promise<Line> {
  asked += 1
  const id = `page-lines-${String(asked).padStart(8, "0")}`
  const answer = await ask(server.url, { ...init, target, headers: { "x-request-id": id, ...init.headers } })
  expect(answer.headers["x-request-id"]).toBeDefined()
  await expect.poll(() => lines(id).length).toBeGreaterThan(0)
  expect(lines(id)).toHaveLength(1)
  return lines(id)[0] as Line
}

const form = { "content-type": "application/x-www-form-urlencoded" }

test("pages, their parts, forms and machines leave one line each, with the route that Next has for them", async () => {
  const dialect = "pages"
  const rsc = { rsc: "1" }
  expect(await lineOf("/sign-in?problem=1234")).toMatchObject({ dialect, operation: "GET /sign-in", outcome: "ok" })
  expect(await lineOf("/sign-in/?_rsc=12345", { headers: rsc })).toMatchObject({ operation: "GET /sign-in" })
  expect(await lineOf("/sign-in", { method: "HEAD" })).toMatchObject({ operation: "HEAD /sign-in", status: 200 })
  expect(await lineOf("/docs/handbid")).toMatchObject({ operation: "GET /docs/[api]", status: 200 })
  expect(await lineOf("/sign-in", { method: "POST", headers: { "next-action": "00aa" } })).toMatchObject({
    operation: "POST /sign-in",
    status: 405,
    outcome: "invalid",
  })
  expect(await lineOf("/health/nowhere")).toMatchObject({ operation: "GET unmatched", status: 404, outcome: "invalid" })
  expect(await lineOf("/cron/clean-up", { method: "POST" })).toMatchObject({ dialect: "machines", status: 404 })
})

test("a form's line says which form it was and how it ended; one that nobody has is none", async () => {
  const headers = { ...form, origin: server.url, host: new URL(server.url).host, "x-forwarded-for": "198.51.100.70" }
  const post = (name: string, body: string, more = {}) =>
    lineOf(`/do/${name}`, { method: "POST", headers: { ...headers, ...more }, body })
  expect(await post("check-email", "email=nobody%40example.com")).toMatchObject({
    operation: "POST /do/check-email",
    status: 303,
    outcome: "ok",
  })
  expect(await post("check-email", "email=none")).toMatchObject({ status: 303, outcome: "invalid" })
  expect(await post("verify-pin", "pin=123456")).toMatchObject({ operation: "POST /do/verify-pin", status: 303 })
  expect(await post("check-email", "email=a", { origin: "https://evil.example" })).toMatchObject({ status: 403 })
  expect(await post("ada@example.com", "")).toMatchObject({ operation: "POST /do/[form]", status: 404 })
})

test("an address that a dialect answers by way of Next is told once, by the dialect", async () => {
  for (const target of ["/v3/auctions/%31", "/v3/no%20where"])
    expect(await lineOf(target)).toMatchObject({ dialect: "handbid" })
})

test("files leave no line, and neither does whatever made-up addresses say", async () => {
  const before = server.said().length
  const page = await (await fetch(`${server.url}/sign-in`)).text()
  const [file = ""] = /\/_next\/static\/[^"]+\.js/.exec(page) ?? []
  expect((await fetch(`${server.url}${file}`)).status).toBe(200)
  expect((await fetch(`${server.url}/icon.svg`)).status).toBe(200)
  for (const path of ["/ada@example.com", "/+13035551234/123456", "/theme/123456", "/sign-in/with/123456?code=123456"])
    await fetch(`${server.url}${path}`, { redirect: "manual" })
  await lineOf("/docs")
  const said = server.said().slice(before)
  expect(said).not.toMatch(/_next|icon|ada|1303555/)
  expect(said.match(/"event":"request"/g)).toHaveLength(6)
})
