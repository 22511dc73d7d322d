import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { BlockList, isIP } from "node:net"
import { join } from "node:path"
import { type CountryResponse, Reader } from "mmdb-lib"

// From the registries' public records (https://github.com/sapics/ip-location-db), in the public domain. A reader takes some megabytes, and is
// made when somebody first looks at their account.
const files = {
  four: "@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country-ipv4.mmdb",
  six: "@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country-ipv6.mmdb",
}
/** Networks that are in no country: at home, in a company, in examples (RFC 6890). The records name countries for some. */
const nowhere = new BlockList()
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
] as const)
  nowhere.addSubnet(network, bits)
nowhere.addAddress("::", "ipv6")
nowhere.addSubnet("fc00::", 7, "ipv6")
nowhere.addSubnet("fe80::", 10, "ipv6")

type Found = CountryResponse & { country_code?: string }

const readers = new Map<string, Promise<Reader<Found>>>()

/** The ISO code of the country that a network is registered in; undefined for private ones, and where it is not known. */
export async function countryOfNetwork(network: string): Promise<string | undefined> {
  const address = network.replace(/\/\d+$/, "")
  const version = isIP(address)
  if (version === 0 || nowhere.check(address, version === 6 ? "ipv6" : "ipv4")) return undefined
  const file = version === 6 ? files.six : files.four
  const reader = readers.get(file) ?? open(file)
  readers.set(file, reader)
  return (await reader).get(address)?.country_code ?? undefined
}

async function open(file: string): Promise<Reader<Found>> {
  const path = createRequire(join(process.cwd(), "package.json")).resolve(file)
  return new Reader<Found>(await readFile(path))
}
