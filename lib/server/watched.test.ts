import { once } from "node:events"
import { type RequestListener, request } from "node:http"
import { type AddressInfo, connect } from "node:net"
import { expect, onTestFinished, test } from "vitest"
import { newId } from "@/lib/outside/chance"
import { inStory, tellStory } from "@/lib/outside/request-story"
import { testAuth } from "@/lib/testing/test-auth"
import { httpServer, listen } from "./http-server"
import { listener } from "./listener"
import { nextRoutes } from "./next-routes"
import { orderlyStop } from "./orderly-stop"
import { routeTable } from "./route-table"
import { watched } from "./watched"

const routes = {
  staticRoutes: ["/", "/sign-in", "/health/live", "/_not-found", "/icon.svg"].map((page) => ({ page })),
  dynamicRoutes: [
    { page: "/do/[form]", regex: "^/do/([^/]+?)(?:/)?$" },
    { page: "/theme/[file]", regex: "^/theme/([^/]+?)(?:/)?$" },
  ],
}

type Told = { id: string; dialect: string; operation: string; status?: number; outcome?: string }

/** Our server in front of a stand-in for Next, and every line that it would write. */
async function serving(next: RequestListener) {
  const { api, surprises } = await testAuth()
  const lines: Told[] = []
  let heard = () => {}
  const live = async () => Response.json({ status: "live" })
  const server = httpServer(
    listener({
      find: routeTable(api, { "/health/live": { GET: live } }),
      next,
      report: (problem) => surprises.push(problem),
      watched: watched({
        watch: (begun) => (ended) => {
          lines.push({ ...begun, ...ended })
          heard()
        },
        inStory,
        routeOf: nextRoutes(routes),
        machines: new Set(["/health/live"]),
        newId,
      }),
    }),
  )
  await listen(server, 0, "127.0.0.1")
  onTestFinished(() => server.closeAllConnections())
  const { port } = server.address() as AddressInfo
  const line = async () => {
    while (lines.length === 0) await new Promise<void>((resolve) => (heard = resolve))
    return lines.shift()
  }
  return { server, lines, line, port, url: `http://127.0.0.1:${port}` }
}

test("a page leaves a line with its route, and with nothing that its address said", async () => {
  const { url, line } = await serving((_, response) => void response.end("a page"))
  const answer = await fetch(`${url}/theme/ada%40example.com?phone=%2B13035551234&pin=123456`)
  const id = answer.headers.get("x-request-id")
  expect(await line()).toEqual({ id, dialect: "pages", operation: "GET /theme/[file]", status: 200, outcome: "ok" })
  await fetch(`${url}/sign-in/`, { method: "HEAD" })
  expect(await line()).toMatchObject({ operation: "HEAD /sign-in", status: 200, outcome: "ok" })
})

test("whatever address is made up, the line says the same", async () => {
  const { url, line } = await serving((_, response) => void response.writeHead(404).end())
  for (const path of [
    "/ada@example.com",
    "/+13035551234",
    "/do/a/b",
    "//sign-in",
    "/_not-found",
    "/_next/static/x.js",
  ]) {
    await fetch(`${url}${path}`)
    expect(await line()).toMatchObject({ operation: "GET unmatched", status: 404, outcome: "invalid" })
  }
})

test("a method that nobody knows is no word of the line", async () => {
  const { port, line } = await serving((_, response) => void response.end())
  connect(port, "127.0.0.1").write("PURGE /sign-in HTTP/1.1\r\nHost: a\r\n\r\n")
  expect(await line()).toMatchObject({ operation: "other /sign-in", status: 405, outcome: "invalid" })
})

test("the id is the caller's own where it can be no phone and no address", async () => {
  const { url, line } = await serving((_, response) => void response.writeHead(200, { "content-length": 0 }).end())
  const ask = (id: string) => fetch(url, { headers: { "x-request-id": id } })
  expect((await ask("0123456789abcdef")).headers.get("x-request-id")).toBe("0123456789abcdef")
  expect(await line()).toMatchObject({ id: "0123456789abcdef" })
  expect((await ask("+13035551234")).headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/)
})

test("a form's line says which form it was, and what refused it", async () => {
  const { url, line } = await serving(async (_, response) => {
    await new Promise(setImmediate)
    tellStory({ operation: "POST /do/resend-pin" })
    tellStory({ outcome: "refused", reason: "limited", rule: "prefix" })
    response.writeHead(303, { location: "/sign-in/pin?problem=1234" }).end()
  })
  await fetch(`${url}/do/resend-pin`, { method: "POST", redirect: "manual" })
  expect(await line()).toEqual({
    id: expect.any(String),
    dialect: "pages",
    operation: "POST /do/resend-pin",
    status: 303,
    outcome: "refused",
    reason: "limited",
    rule: "prefix",
  })
})

test("whoever leaves before the answer is told as gone, with the status that they heard", async () => {
  const asked: (() => void)[] = []
  const { url, line } = await serving(({ url: path }, response) => {
    if (path === "/sign-in") response.writeHead(200).write("half of a page")
    asked.shift()?.()
  })
  const leave = async (path: string) => {
    const arrived = new Promise<void>((resolve) => asked.push(resolve))
    const asking = request(`${url}${path}`).on("error", () => undefined)
    asking.end()
    await arrived
    if (path === "/sign-in") await once(asking, "response")
    asking.destroy()
    return line()
  }
  expect(await leave("/")).toEqual({ id: expect.any(String), dialect: "pages", operation: "GET /", outcome: "aborted" })
  expect(await leave("/sign-in")).toMatchObject({ operation: "GET /sign-in", status: 200, outcome: "aborted" })
})

test("a server that stops has told of every answer, those too that its deadline cut off", async () => {
  const { server, url, lines } = await serving(({ url: path }, response) => void (path === "/" && response.end()))
  const stop = orderlyStop({ server, pending: async () => undefined, close: async () => undefined, deadline: 50 })
  await fetch(url)
  const slow = fetch(`${url}/sign-in`).catch(() => "cut off")
  await once(server, "request")
  expect(await stop()).toBe(false)
  expect(lines.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual(["GET / ok", "GET /sign-in aborted"])
  expect(await slow).toBe("cut off")
})

test("machines leave a line of their own, and what breaks is told as failed", async () => {
  const { url, line } = await serving((_, response) => void response.writeHead(500).end())
  await fetch(`${url}/health/live`)
  expect(await line()).toMatchObject({ dialect: "machines", operation: "GET /health/live", outcome: "ok" })
  await fetch(url)
  expect(await line()).toMatchObject({ dialect: "pages", operation: "GET /", status: 500, outcome: "failed" })
})

test("what a dialect told of already is not told again, and neither is a file that is there", async () => {
  const { url, lines, line } = await serving(({ url: path }, response) => {
    // As a dialect answers that Next was asked for.
    if (path?.startsWith("/v3")) response.setHeader("X-Request-Id", "told-by-the-dialect")
    response.end()
  })
  for (const path of ["/v3/auctions", "/_next/static/a.js", "/icon.svg"]) await fetch(`${url}${path}`)
  expect((await fetch(`${url}/v3//auctions`)).headers.get("x-request-id")).toBe("told-by-the-dialect")
  await fetch(url)
  expect(await line()).toMatchObject({ operation: "GET /" })
  expect(lines).toEqual([])
})
