import qs from "qs"
import { seconds } from "@/lib/time"

/** Bytes that a body may have. */
const longest = 64 * 1024
const deadline = seconds(10)

export type Body = { fields: Record<string, unknown> } | { problem: "unreadable-body" | "body-too-large" }

/**
 * A request's body as an object: JSON, JSON once more inside a JSON string (the published curl examples), or a form with
 * brackets. Bytes are counted as they come, since Content-Length may be absent or a lie; a stalled body is given up.
 */
export async function readBody(request: Request): Promise<Body> {
  if (Number(request.headers.get("content-length")) > longest) return { problem: "body-too-large" }
  const bytes = await readBytes(request.body)
  if (!(bytes instanceof Uint8Array)) return { problem: bytes }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    if (!text.trim()) return { fields: {} }
    const parsed = parse(text, request.headers.get("content-type") ?? "")
    return isRecord(parsed) ? { fields: parsed } : { problem: "unreadable-body" }
  } catch {
    return { problem: "unreadable-body" }
  }
}

/** A form's fields as they were sent, for whoever checks a signature over them. The same bounds hold as for any body. */
export async function readForm(
  request: Request,
): Promise<URLSearchParams | { problem: "unreadable-body" | "body-too-large" }> {
  if (Number(request.headers.get("content-length")) > longest) return { problem: "body-too-large" }
  if (!isForm(request.headers.get("content-type") ?? "")) return { problem: "unreadable-body" }
  const bytes = await readBytes(request.body)
  if (!(bytes instanceof Uint8Array)) return { problem: bytes }
  try {
    return new URLSearchParams(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch {
    return { problem: "unreadable-body" }
  }
}

const isForm = (contentType: string) => /^application\/x-www-form-urlencoded/i.test(contentType)

async function readBytes(
  stream: ReadableStream<Uint8Array> | null,
): Promise<Uint8Array | "unreadable-body" | "body-too-large"> {
  if (!stream) return new Uint8Array()
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  const giveUp = setTimeout(() => void reader.cancel().catch(() => undefined), deadline)
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength
      if (size > longest) return "body-too-large"
      chunks.push(part.value)
    }
    return Buffer.concat(chunks)
  } catch {
    return "unreadable-body"
  } finally {
    clearTimeout(giveUp)
  }
}

function parse(text: string, contentType: string): unknown {
  const looksLikeJson = /^\s*[{["]/.test(text)
  // `curl -d '{…}'` without a header calls its JSON a form.
  if (isForm(contentType) && !looksLikeJson)
    return cleaned(qs.parse(text, { depth: 5, parameterLimit: 200, arrayLimit: 50 }))
  const once: unknown = JSON.parse(text, withoutPrototypes)
  return typeof once === "string" ? JSON.parse(once, withoutPrototypes) : once
}

const cleaned = (form: unknown): unknown => JSON.parse(JSON.stringify(form), withoutPrototypes)

const withoutPrototypes = (key: string, value: unknown) =>
  key === "__proto__" || key === "constructor" || key === "prototype" ? undefined : value

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
