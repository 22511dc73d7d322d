/**
 * The client that an `Authorization: Basic` header names (RFC 6749, 2.3.1; RFC 7617). Both halves are form-encoded, says
 * the RFC; `curl -u` and many clients send them as they are, so the secret may be meant either way. Undefined without
 * such a header; no client for one that cannot be read.
 */
export function basicClient(header: string | null): { id: string; secrets: string[] } | undefined {
  const encoded = /^Basic +(.*)$/i.exec(header ?? "")?.[1]
  if (encoded === undefined) return undefined
  const noClient = { id: "", secrets: [""] }
  const pair = /^[A-Za-z0-9+/]+={0,2} *$/.test(encoded) ? decode(encoded) : undefined
  const colon = pair?.indexOf(":") ?? -1
  if (pair === undefined || colon < 0) return noClient
  const [id, secret] = [pair.slice(0, colon), pair.slice(colon + 1)]
  return { id: fromForm(id) ?? id, secrets: [...new Set([fromForm(secret) ?? secret, secret])] }
}

function decode(base64: string): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(base64, "base64"))
    return text.includes("\0") ? undefined : text
  } catch {
    return undefined
  }
}

function fromForm(text: string): string | undefined {
  try {
    const plain = decodeURIComponent(text.replaceAll("+", " "))
    return plain.includes("\0") ? undefined : plain
  } catch {
    return undefined
  }
}
