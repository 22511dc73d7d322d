import { expect, test } from "@playwright/test"
import { type Asked, ask } from "./raw-request"
import { emptyFolder, type Server, startServer } from "./server"

// What strangers send that no browser and no client of ours does: it breaks nothing, and nothing is done for it.

let server: Server
let data: Awaited<ReturnType<typeof emptyFolder>>
test.beforeAll(async () => {
  data = await emptyFolder()
  server = await startServer({ DATA_DIR: data.folder })
  // Next is awake from here on.
  await ask(server.url, { target: "/sign-in" })
})
test.afterAll(async () => {
  await server?.stop()
  await data?.remove()
})

test("a client that could speak HTTP/2 as well is answered in HTTP/1.1, as Java's and curl's are", async () => {
  const could = { connection: "Upgrade, HTTP2-Settings, close", upgrade: "h2c", "http2-settings": "AAMAAABkAAQAAP__" }
  const read = await ask(server.url, { target: "/v3/auctions?limit=0", headers: could })
  expect(read.status).toBe("HTTP/1.1 200 OK")
  const body = JSON.stringify({ email: "nobody@example.com" })
  const written = { method: "POST", target: "/v3/auth/email-check", body }
  const answer = await ask(server.url, { ...written, headers: { ...could, "content-type": "application/json" } })
  expect(answer.status).toBe("HTTP/1.1 200 OK")
  const socket = { connection: "Upgrade, close", upgrade: "websocket", "sec-websocket-version": "13" }
  for (const target of ["/sign-in", "/_next/webpack-hmr"])
    expect((await ask(server.url, { target, headers: socket })).status).toMatch(/^HTTP\/1\.1 (200|404) /)
})

/** What Next's router sends to get a page's parts: with it, where in the tree of pages the browser is. */
function fromState(state: string): Asked {
  return { target: "/sign-in", headers: { rsc: "1", "next-router-state-tree": state } }
}

const odd: [string, Asked, RegExp][] = [
  ["an escape that stands for nothing, in an API", { target: "/v3/item/%ff" }, /404/],
  ["the same where a page has a name in it", { target: "/sign-in/with/%ff" }, /303/],
  ["the same where a form has", { target: "/do/%", method: "POST" }, /404/],
  ["TRACE", { target: "/sign-in", method: "TRACE" }, /405/],
  ["the server as a whole", { target: "*", method: "OPTIONS" }, /405/],
  ["a whole URL", { target: "http://evil.example/v3/auctions" }, /200/],
  ["a page, to do something", { target: "/sign-in", method: "POST", headers: { "next-action": "00aa" } }, /405/],
  ["a page, to be removed", { target: "/account", method: "DELETE" }, /405/],
  ["a page from where nothing is", fromState("["), /400/],
  ["a page from an escape that stands for nothing", fromState("%ff"), /400/],
  ["a page from what is no place", fromState(JSON.stringify([7, "x"])), /400/],
  ["a page from nowhere at all", fromState(""), /400/],
  ["an image of our own paths", { target: "/_next/image?url=%2Fdocs&w=64&q=75" }, /404/],
]
for (const [what, asked, status] of odd)
  test(`it is asked for ${what}, and says no`, async () => {
    const answer = await ask(server.url, asked)
    expect(answer.status).toMatch(status)
    expect(answer.headers["content-security-policy"]).toMatch(/^default-src /)
    expect(answer.headers.location ?? "/").toMatch(/^\/(?!\/)/)
  })
