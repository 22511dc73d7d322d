import { expect, test } from "vitest"
import { networkOf } from "@/lib/limits/network"

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["::FFFF:192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001::1", "2001:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["::", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["2001:db8::192.0.2.1", "2001:db8:0:0::/64"],
  ["64:ff9b:1:2:3:4:192.0.2.1", "64:ff9b:1:2::/64"],
  ["1:2:3:4:5:6:7::", "1:2:3:4::/64"],
  ["::ffff:0.0.0.1", "0.0.0.1"],
])("%s lies in %s", (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test("an unknown address is nowhere, and so is an empty one", () => {
  expect(networkOf(undefined)).toBe("nowhere")
  expect(networkOf("")).toBe("nowhere")
})

test("two addresses of one /64 are one network, of two /64 two", () => {
  expect(networkOf("2001:db8:1:2:ffff::1")).toBe(networkOf("2001:db8:1:2::9"))
  expect(networkOf("2001:db8:1:2::1")).not.toBe(networkOf("2001:db8:1:3::1"))
})

test.each([
  [["192.0.2.1", "::ffff:192.0.2.1", "::FFFF:C000:201", "::ffff:c000:0201", "0:0:0:0:0:ffff:192.0.2.1"]],
  [["192.0.2.1", "::192.0.2.1", "::c000:201", "::ffff:0:192.0.2.1", "64:ff9b::192.0.2.1", "64:FF9B::c000:201"]],
  [["2001:db8:0:a::1", "2001:DB8:0:A::1", "2001:0db8:0000:000a:0000:0000:0000:0001", "2001:db8:0:a:0:0:0:1"]],
  [["2001:db8::1", "2001:DB8:0::1", "2001:db8:0:0::0.0.0.1", "2001:db8::1%eth0", "2001:db8::1%25eth0"]],
])("one network, however it is spelled: %j", (spellings) => {
  expect(new Set(spellings.map(networkOf)).size).toBe(1)
})

test("two IPv4 callers behind one translator are two networks, not one /64", () => {
  for (const prefix of ["::ffff:", "64:ff9b::", "::ffff:0:", "::"])
    expect(networkOf(`${prefix}192.0.2.1`)).not.toBe(networkOf(`${prefix}192.0.2.2`))
})
