import { expect, test } from "vitest"
import { networkOf } from "@/lib/limits/network"
import { countryOfNetwork } from "@/lib/outside/country-of-network"

test.each([
  ["128.30.52.100", "US"],
  ["193.0.6.139", "NL"],
  ["147.8.2.1", "HK"],
  ["2001:67c:2e8:22::c100:68b", "NL"],
  ["::ffff:147.8.2.1", "HK"],
])("%s is in %s", async (address, country) => {
  expect(await countryOfNetwork(networkOf(address))).toBe(country)
})

test.each(["10.1.2.3", "127.0.0.1", "192.168.1.1", "::1", "fd00::1", undefined])("%s is nowhere", async (address) => {
  expect(await countryOfNetwork(networkOf(address))).toBeUndefined()
})
