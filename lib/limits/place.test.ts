import { expect, test } from "vitest"
import { networkOf } from "@/lib/limits/network"
import { placeOf } from "@/lib/limits/place"

test.each([
  ["203.0.113.77", "203.0.113.0/24"],
  ["::ffff:203.0.113.77", "203.0.113.0/24"],
  ["2001:db8:aa:bb:1::5", "2001:db8:aa::/48"],
  ["2001:db8::5", "2001:db8:0::/48"],
])("%s is shown as %s", (address, shown) => {
  expect(placeOf(networkOf(address))).toBe(shown)
})

test("an address that was not known has no place", () => {
  expect(placeOf(networkOf(undefined))).toBeUndefined()
  expect(placeOf(null)).toBeUndefined()
})
