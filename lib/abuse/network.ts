import { isIPv6 } from "node:net"

/**
 * The network that one subscriber has: an IPv4 address, or the first 64 bits of an IPv6 one.
 * `nowhere` where the address is unknown, so that all such callers share one budget.
 */
export function networkOf(address: string | undefined): string {
  if (!address) return "nowhere"
  const plain = address.replace(/%.*$/, "")
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)
  if (mapped) return mapped[1] as string
  return isIPv6(plain) ? `${leadingGroups(plain, 4)}::/64` : plain
}

/** The first so many 16-bit groups of an IPv6 address, written out. */
function leadingGroups(address: string, count: number): string {
  const [head = "", tail] = address.toLowerCase().split("::")
  const left = head ? head.split(":") : []
  const right = tail ? tail.split(":") : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right]
  return groups
    .slice(0, count)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")
}
