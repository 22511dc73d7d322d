import type { Readable } from "node:stream"
import qs from "qs"
import { inTime } from "@/lib/http/in-time"
import { seconds } from "@/lib/time"

/** Bytes that a body may have. */
const longest = 64 * 1024
const deadline = seconds(10)
const utf8 = new TextDecoder("utf-8", { fatal: true })

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
    const text = utf8.decode(bytes)
    if (!text.trim()) return { fields: {} }
    const parsed = parse(text, request.headers.get("content-type") ?? "")
    return isRecord(parsed) ? { fields: parsed } : { problem: "unreadable-body" }
  } catch {
    return { problem: "unreadable-body" }
  }
}

/** A form's fields as they were sent, for a check of a signature over them. The same bounds hold as for any body. */
export async function readForm(
  request: Request,
): Promise<URLSearchParams | { problem: "unreadable-body" | "body-too-large" }> {
  if (!isForm(request.headers.get("content-type") ?? "")) return { problem: "unreadable-body" }
  const bytes = await readBytes(request)
  if (!(bytes instanceof Uint8Array)) return { problem: bytes }
  try {
    return new URLSearchParams(utf8.decode(bytes))
  } catch {
    return { problem: "unreadable-body" }
  }
}

const isForm = (contentType: string) => /^application\/x-www-form-urlencoded/i.test(contentType)

type Unfit = "unreadable-body" | "body-too-large"

async function readBytes(request: Request): Promise<Uint8Array | Unfit> {
  const said = Number(request.headers.get("content-length"))
  if (said > longest) return "body-too-large"
  try {
    const bytes = await inTime(wholeOf(request), deadline)
    return typeof bytes !== "string" && bytes.byteLength < said ? "unreadable-body" : bytes
  } catch {
    return "unreadable-body"
  }
}

/** Behind our own server node's message is at hand, and to read that costs a tenth of a stream of the web made of it. */
function wholeOf(request: Request & ServedByNode): Promise<Uint8Array | Unfit> {
  const message = request.runtime?.node?.req
  return message ? wholeMessage(message) : wholeStream(request.body)
}
type ServedByNode = { runtime?: { node?: { req?: Readable } } }

function wholeMessage(message: Readable): Promise<Uint8Array | Unfit> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    let size = 0
    if (message.destroyed) resolve("unreadable-body")
    message.on("data", (chunk: Uint8Array) => {
      size += chunk.byteLength
      if (size > longest) resolve("body-too-large")
      else chunks.push(chunk)
    })
    message.once("end", () => resolve(Buffer.concat(chunks)))
    message.once("error", reject)
    message.once("close", () => resolve("unreadable-body"))
  })
}

async function wholeStream(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array | Unfit> {
  if (!body) return new Uint8Array()
  // What is given up is left to hang. To cancel it would end the body as if it were whole, and the socket with it.
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const part = await reader.read()
    if (part.done) return Buffer.concat(chunks)
    size += part.value.byteLength
    if (size > longest) return "body-too-large"
    chunks.push(part.value)
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
