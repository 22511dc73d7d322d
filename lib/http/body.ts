import qs from "qs"
import { seconds } from "@/lib/time"

/** Bytes that a body may have. */
const longest = 64 * 1024
const deadline = seconds(10)

export type Body = { fields: Record<string, unknown> } | { problem: "unreadable-body" | "body-too-large" }

/**
 * A request's body as an object: JSON, JSON once more inside a JSON string (the published curl examples), or a form with
 * brackets. Bytes are counted as they come, since Content-Length may be absent or a lie. A body that does not end within
 * ten seconds, breaks off, or is shorter than it says is unreadable, however much of it makes sense.
 */
export async function readBody(request: Request): Promise<Body> {
  const bytes = await readBytes(request)
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
  if (!isForm(request.headers.get("content-type") ?? "")) return { problem: "unreadable-body" }
  const bytes = await readBytes(request)
  if (!(bytes instanceof Uint8Array)) return { problem: bytes }
  try {
    return new URLSearchParams(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch {
    return { problem: "unreadable-body" }
  }
}

const isForm = (contentType: string) => /^application\/x-www-form-urlencoded/i.test(contentType)

async function readBytes({ headers, body }: Request): Promise<Uint8Array | "unreadable-body" | "body-too-large"> {
  const said = Number(headers.get("content-length"))
  if (said > longest) return "body-too-large"
  if (!body) return said > 0 ? "unreadable-body" : new Uint8Array()
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  const late = deadlineOf(deadline)
  try {
    for (;;) {
      // The read is left to hang. To cancel it would end the body as if it were whole, and the socket with it.
      const part = await Promise.race([reader.read(), late.passed])
      if (part === "late") return "unreadable-body"
      if (part.done) return size < said ? "unreadable-body" : Buffer.concat(chunks)
      size += part.value.byteLength
      if (size > longest) return "body-too-large"
      chunks.push(part.value)
    }
  } catch {
    return "unreadable-body"
  } finally {
    late.forget()
  }
}

function deadlineOf(wait: number): { passed: Promise<"late">; forget(): void } {
  let timer: NodeJS.Timeout | undefined
  const passed = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, wait, "late")
  })
  return { passed, forget: () => clearTimeout(timer) }
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
