const atext = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
const dotString = new RegExp(`^${atext}(\\.${atext})*$`)
const quotedString = /^"([\x20\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*"$/
const ipv4 = /^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!$)|$)){4}$/
const label = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/

/**
 * The mailbox as it is looked up: trimmed and in lower case. Undefined for what is no RFC 5321 mailbox
 * (section 4.1.2, with the lengths of 4.5.3.1) or has a domain that is not fully qualified (2.3.5).
 */
export function parseEmail(typed: string): string | undefined {
  const mailbox = typed.normalize("NFC").trim()
  const at = mailbox.lastIndexOf("@")
  const local = mailbox.slice(0, Math.max(at, 0))
  const domain = mailbox.slice(at + 1)
  if (mailbox.length > 254 || local.length > 64) return undefined
  if (!dotString.test(local) && !quotedString.test(local)) return undefined
  return isDomain(domain) || isAddressLiteral(domain) ? mailbox.toLowerCase() : undefined
}

function isDomain(domain: string): boolean {
  const labels = domain.split(".")
  return labels.length > 1 && labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1) as string)
}

function isAddressLiteral(domain: string): boolean {
  const inside = /^\[(IPv6:)?(.+)\]$/i.exec(domain)
  if (!inside) return false
  const [, tagged, address = ""] = inside
  return tagged ? address.includes(":") && URL.canParse(`http://[${address}]`) : ipv4.test(address)
}
