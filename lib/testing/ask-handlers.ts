import type { Handlers } from "@/lib/dialects/mount"

/** What a test asks. */
export type CallOptions = {
  method?: string
  /** Sent as JSON, unless it is text, bytes or a stream already. */
  body?: unknown
  headers?: Record<string, string>
  params?: Record<string, string>
  query?: string
  /** The caller's address; undefined is one that nobody knows. */
  address?: string | undefined
  /** Tells that the caller hung up. */
  signal?: AbortSignal
}

// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came.
export type CallAnswer = { status: number; body: any; headers: Headers; text: string }

/** The method of a request, where it names none. */
export const methodOf = ({ method, body }: CallOptions) => method ?? (body === undefined ? "GET" : "POST")

/** Asks a path's handlers as a server would. */
export async function askHandlers(handlers: Handlers, options: CallOptions): Promise<CallAnswer> {
  const { body, headers, params = {}, query = "" } = options
  const method = methodOf(options)
  const address = "address" in options ? options.address : "203.0.113.7"
  const ready = typeof body === "string" || body instanceof Uint8Array || body instanceof ReadableStream
  const request = new Request(`https://latchkey.example/${query}`, {
    method,
    signal: options.signal ?? null,
    headers: {
      ...(ready ? {} : { "content-type": "application/json" }),
      ...(address && { "x-test-address": address }),
      ...headers,
    },
    ...(body !== undefined && { body: ready ? (body as BodyInit) : JSON.stringify(body), duplex: "half" }),
  } as RequestInit)
  const response = await handlers[method as keyof Handlers](request, { params: Promise.resolve(params) })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: text ? JSON.parse(text) : undefined }
}
