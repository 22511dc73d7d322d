import { withoutUnseen } from "./typed-text"

const atext = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
const dotString = new RegExp(`^${atext}(\\.${atext})*$`)
const quotedString = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*"$/
const ipv4 = /^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!$)|$)){4}$/
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * The mailbox as it is looked up, in one form however it was typed: trimmed, in lower case, an international domain in its
 * ASCII form. Undefined for what is no RFC 5321 mailbox (section 4.1.2, with the lengths of 4.5.3.1) or has a domain that is
 * not fully qualified (2.3.5). The part before the @ has no ASCII form, and only its own server knows which spellings of it
 * are one (RFC 6530, 10.1): of two that look alike, one could belong to another person. So it is ASCII, or refused.
 */
export function parseEmail(typed: string): string | undefined {
  if (typed.length > 1000) return undefined
  const mailbox = fromFullWidth(withoutUnseen(typed)).trim()
  const at = mailbox.lastIndexOf("@")
  const local = localPart(mailbox.slice(0, Math.max(at, 0)))
  const domain = addressLiteral(mailbox.slice(at + 1)) ?? asciiDomain(mailbox.slice(at + 1))
  if (!local || !domain || local.length > 64 || local.length + 1 + domain.length > 254) return undefined
  return `${local}@${domain}`
}

/** What East Asian keyboards write for ASCII. */
const fromFullWidth = (text: string) =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

/** Quotes that are not needed say nothing (RFC 5321, 4.1.2: "alice" and alice are one). */
function localPart(typed: string): string | undefined {
  const text = /[^\0-\x7f]/.test(typed) ? "" : typed.toLowerCase()
  if (!quotedString.test(text)) return dotString.test(text) ? text : undefined
  const said = text.slice(1, -1).replace(/\\(.)/g, "$1")
  return dotString.test(said) ? said : `"${said.replace(/["\\]/g, "\\$&")}"`
}

/**
 * A domain in its ASCII form (UTS #46). The URL standard's reader does it, since browsers have it as well as servers; what
 * else could stand in a URL is kept from it.
 */
function asciiDomain(typed: string): string | undefined {
  // Older readers make "ss" of the capital sharp s, and newer ones its small letter.
  const text = typed.replaceAll("\u1e9e", "\u00df")
  const url = `http://${text}`
  if (/[^A-Za-z0-9.\-\u0080-\uffff]/.test(text) || !URL.canParse(url)) return undefined
  const { hostname } = new URL(url)
  const labels = hostname.split(".")
  const isDomain =
    labels.length > 1 && labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1) as string)
  return isDomain ? hostname : undefined
}

function addressLiteral(typed: string): string | undefined {
  const [, tag, address = ""] = /^\[(IPv6:)?([\x21-\x5a\x5e-\x7e]+)\]$/i.exec(typed) ?? []
  if (!tag) return ipv4.test(address) ? `[${address}]` : undefined
  const url = `http://[${address}]`
  return address.includes(":") && URL.canParse(url) ? `[ipv6:${new URL(url).hostname.slice(1)}` : undefined
}
