import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, onTestFinished, test } from "vitest"
import { clientAddress, recordSocketAddresses, type TrustedProxy } from "@/lib/http/client-address"

let proxies = 0
const heard: unknown[] = []
recordSocketAddresses(
  "a-secret-mark",
  () => {
    proxies += 1
  },
  (headers) => heard.push(headers["x-forwarded-for"]),
)

/** What a server behind a real socket takes the caller's address to be. */
async function addressSeen(trusted: TrustedProxy, headers: Record<string, string>): Promise<string> {
  const server = createServer((request, response) => {
    const heard = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    response.end(clientAddress(heard, trusted) ?? "unknown")
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(() => void server.close())
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { headers })
  return response.text()
}

test("with no trusted proxy only the socket is believed", async () => {
  expect(await addressSeen("none", {})).toBe("127.0.0.1")
  expect(await addressSeen("none", { "x-forwarded-for": "198.51.100.9" })).toBe("127.0.0.1")
})

test("a caller cannot write the socket's header himself", async () => {
  expect(await addressSeen("none", { "x-latchkey-socket": "guess 198.51.100.9" })).toBe("127.0.0.1")
  expect(clientAddress(new Headers({ "x-latchkey-socket": "guess 198.51.100.9" }), "none")).toBeUndefined()
})

test("behind so many proxies, so many entries from the right are theirs", async () => {
  const forged = { "x-forwarded-for": "192.0.2.66, 198.51.100.9, 10.0.0.1" }
  expect(await addressSeen(1, forged)).toBe("10.0.0.1")
  expect(await addressSeen(2, forged)).toBe("198.51.100.9")
  expect(await addressSeen(4, forged)).toBe("unknown")
})

test("behind Vercel the first entry is the caller's, since Vercel overwrites the header", async () => {
  expect(await addressSeen("vercel", { "x-forwarded-for": "198.51.100.9" })).toBe("198.51.100.9")
})

test("what is no address is not known", async () => {
  expect(await addressSeen(1, { "x-forwarded-for": "anything at all" })).toBe("unknown")
  expect(await addressSeen(1, {})).toBe("unknown")
})

test("a proxy that nobody declared is noticed", async () => {
  const before = proxies
  await addressSeen("none", { "x-forwarded-for": "198.51.100.9" })
  expect(proxies).toBe(before + 1)
})

test("whoever watches for callers without an address hears every request as it came", async () => {
  heard.length = 0
  await addressSeen(1, { "x-forwarded-for": "unknown" })
  await addressSeen(1, {})
  expect(heard).toEqual(["unknown", undefined])
})

test("the address behind a gateway that writes ports is the caller's, without the port", async () => {
  expect(await addressSeen(1, { "x-forwarded-for": "192.0.2.66:1, 203.0.113.7:40001" })).toBe("203.0.113.7")
  expect(await addressSeen("vercel", { "x-forwarded-for": "203.0.113.7:40001" })).toBe("203.0.113.7")
})

test("several headers are one list, and empty items do not count", async () => {
  const joined = new Headers([
    ["x-forwarded-for", "192.0.2.66"],
    ["x-forwarded-for", "198.51.100.9, , 203.0.113.7"],
    ["x-forwarded-for", ""],
  ])
  expect(clientAddress(joined, 1)).toBe("203.0.113.7")
  expect(clientAddress(joined, 2)).toBe("198.51.100.9")
})

test("Forwarded is not believed: a proxy that does not know it passes the caller's own on", async () => {
  expect(await addressSeen(1, { forwarded: "for=198.51.100.9" })).toBe("unknown")
  const both = { forwarded: "for=198.51.100.9", "x-forwarded-for": "203.0.113.7" }
  expect(await addressSeen(1, both)).toBe("203.0.113.7")
})
