import { isIPv6 } from "node:net"

/**
 * The network that one subscriber has: an IPv4 address, or the first 64 bits of an IPv6 one. However an address is
 * spelled, its network is the same. `nowhere` where the address is unknown, so that all such callers share one budget.
 */
export function networkOf(address: string | undefined): string {
  if (!address) return "nowhere"
  const plain = address.replace(/%.*$/, "")
  if (!isIPv6(plain)) return plain
  const groups = groupsOf(plain)
  return carriedFour(groups) ?? `${hex(groups.slice(0, 4))}::/64`
}

/** The eight 16-bit groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [head = "", tail] = address.split("::")
  const left = read(head)
  const right = read(tail ?? "")
  return [...left, ...Array<number>(Math.max(0, 8 - left.length - right.length)).fill(0), ...right]
}

/** Groups in a row; the last two may be written as an IPv4 address. */
const read = (text: string): number[] =>
  text === ""
    ? []
    : text.split(":").flatMap((group) => (group.includes(".") ? pairs(group) : Number.parseInt(group, 16)))

function pairs(four: string): number[] {
  const [a = 0, b = 0, c = 0, d = 0] = four.split(".").map(Number)
  return [a * 256 + b, c * 256 + d]
}

const hex = (groups: number[]) => groups.map((group) => group.toString(16)).join(":")

const compatible = "0:0:0:0:0:0"

/**
 * Prefixes whose last 32 bits are an IPv4 address, and whose one /64 would be shared by all: compatible and mapped
 * (RFC 4291, 2.5.5), translated (RFC 2765, 2.1), and the translators' well-known one (RFC 6052, 2.1).
 */
const carriers = new Set([compatible, "0:0:0:0:0:ffff", "0:0:0:0:ffff:0", "64:ff9b:0:0:0:0"])

function carriedFour(groups: number[]): string | undefined {
  const prefix = hex(groups.slice(0, 6))
  const [high = 0, low = 0] = groups.slice(6)
  // `::1` and its like are no IPv4 addresses.
  if (!carriers.has(prefix) || (prefix === compatible && high < 256)) return undefined
  return [high >> 8, high & 255, low >> 8, low & 255].join(".")
}
