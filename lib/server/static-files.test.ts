import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { brotliCompressSync } from "node:zlib"
import { expect, onTestFinished, test } from "vitest"
import { staticFiles } from "./static-files"

const script = "console.log('a file of the build')\n".repeat(100)

async function served() {
  const folder = await mkdtemp(join(tmpdir(), "latchkey-static-"))
  await mkdir(join(folder, "chunks"))
  await writeFile(join(folder, "chunks/one.js"), script)
  await writeFile(join(folder, "chunks/turbopack-worker-one.js"), script)
  await writeFile(join(folder, "chunks/one.js.br"), brotliCompressSync(script))
  const server = createServer(staticFiles(folder, (request, response) => response.writeHead(418).end(request.url)))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await rm(folder, { recursive: true })
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test("a file of the build is kept for ever, and comes in Brotli where that is taken", async () => {
  const url = `${await served()}/_next/static/chunks/one.js`
  const small = await fetch(url, { headers: { "accept-encoding": "br" } })
  expect(await small.text()).toBe(script)
  expect(Object.fromEntries(small.headers)).toMatchObject({
    "content-encoding": "br",
    "cache-control": "public,max-age=31536000,immutable",
    vary: "Accept-Encoding",
    "content-security-policy": expect.stringContaining("default-src 'none'"),
    "x-content-type-options": "nosniff",
  })
  const plain = await fetch(url, { headers: { "accept-encoding": "identity" } })
  expect(plain.headers.get("content-encoding")).toBeNull()
  expect(await plain.text()).toBe(script)
})

test("a script that begins a thread may load the rest of itself, and nothing else", async () => {
  const { headers } = await fetch(`${await served()}/_next/static/chunks/turbopack-worker-one.js`)
  const policy = headers.get("content-security-policy")?.split("; ")
  expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'"]))
})

test.each([
  "/_next/static/none.js",
  "/_next/static/chunks/..%2f..%2fsecret",
  "/_next/staticky/chunks/one.js",
  "/sign-in?x=1",
])("%s is Next's to answer, as it was asked for", async (path) => {
  const answer = await fetch(`${await served()}${path}`)
  expect([answer.status, await answer.text()]).toEqual([418, path])
})
