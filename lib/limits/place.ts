/**
 * Where a network is, coarsely enough to be shown: the first 24 bits of an IPv4 address, the first 48 of an IPv6 one.
 * Undefined where the address was not known.
 */
export function placeOf(network: string | null | undefined): string | undefined {
  const four = /^(\d+\.\d+\.\d+)\.\d+$/.exec(network ?? "")
  if (four) return `${four[1]}.0/24`
  const six = /^([0-9a-f]+:[0-9a-f]+:[0-9a-f]+):[0-9a-f]+::\/64$/.exec(network ?? "")
  return six ? `${six[1]}::/48` : undefined
}
