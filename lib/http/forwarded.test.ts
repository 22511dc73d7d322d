import { expect, test } from "vitest"
import { addressTold, readNode } from "@/lib/http/forwarded"
import { networkOf } from "@/lib/limits/network"

test.each([
  "203.0.113.7",
  " 203.0.113.7 ",
  "203.0.113.7:40001",
  "203.0.113.7:0",
  "203.0.113.7:_hidden",
  '"203.0.113.7"',
  '"203.0.113.7:40001"',
  "[203.0.113.7]:40001",
  "for=203.0.113.7",
  'For="203.0.113.7:40001"',
  "for=203.0.113.7;proto=https;by=203.0.113.43",
])("%s is 203.0.113.7", (item) => {
  expect(readNode(item)).toBe("203.0.113.7")
})

test.each([
  "2001:db8::1",
  "2001:DB8::1",
  "2001:0db8:0000::0001",
  "2001:db8:0:0:0:0:0:1",
  "[2001:db8::1]",
  "[2001:DB8::1]:4711",
  '"[2001:db8::1]"',
  '"[2001:db8::1]:4711"',
  'for="[2001:db8::1]:4711"',
  "2001:db8::1%eth0",
  "[2001:db8::1%25eth0]:4711",
  "2001:db8:0:0:0:0:0:1:4711",
  "2001:db8::1:40001",
  "2001:db8::1:4711",
])("%s lies in one /64 with all its other spellings", (item) => {
  expect(networkOf(readNode(item))).toBe("2001:db8:0:0::/64")
})

test.each(["::ffff:203.0.113.7", "::FFFF:203.0.113.7:40001", "[::ffff:cb00:7107]:40001", '"[::ffff:203.0.113.7]"'])(
  "%s is IPv4's 203.0.113.7",
  (item) => {
    expect(networkOf(readNode(item))).toBe("203.0.113.7")
  },
)

test.each([
  "",
  "unknown",
  "for=unknown",
  "_hidden",
  "for=_gazonk",
  "unix:",
  ":40001",
  "203.0.113.7:",
  "203.0.113.7:port",
  "203.0.113.7:400011",
  "203.0.113",
  "203.0.113.256",
  "203.0.113.007",
  "[2001:db8::1",
  "2001:db8::1]:4711",
  "[]:80",
  "[unknown]:80",
  '"203.0.113.7',
  "2001:db8::1::2",
  "x".repeat(16_000),
  ":".repeat(16_000),
])("%j is no address", (item) => {
  expect(readNode(item)).toBeUndefined()
})

test("a quote that a caller opens swallows nothing of what the proxy appends", () => {
  expect(addressTold('for="192.0.2.66, 203.0.113.7:40001', 1)).toBe("203.0.113.7")
  expect(addressTold('"192.0.2.66, 203.0.113.7", 198.51.100.9', 1)).toBe("198.51.100.9")
})

test("fewer items than proxies tell nothing", () => {
  expect(addressTold("203.0.113.7", 2)).toBeUndefined()
  expect(addressTold(" , ,", 1)).toBeUndefined()
})
