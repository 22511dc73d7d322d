import { connect } from "node:net"

/** A request as it goes over the wire, so that it may be as odd as a test wants. */
export type Asked = {
  method?: string
  target: string
  headers?: Record<string, string>
  /** Header lines as they stand. */
  raw?: string
  body?: string | Buffer
  chunked?: boolean
  /** The length that it says, if that is not the body's. */
  length?: number
}

/** What came back, without what differs from one moment to the next. */
export type Told = { status: string; headers: Record<string, string>; body: string }

// How the bytes are framed is between two machines; Next says of every path that it varies by headers of its pages.
const unlike = /^(date|connection|keep-alive|transfer-encoding|content-length)$/
const ofPages = /,?\s*(rsc|next-router-[\w-]+|next-url)(?=,|$)/gi

/** Sends a request on a connection of its own and reads the answer until it ends. */
export async function ask(url: string, asked: Asked): Promise<Told> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  const chunks: Buffer[] = []
  socket.write(written(asked))
  if (asked.length !== undefined) socket.end()
  for await (const chunk of socket) chunks.push(chunk as Buffer)
  return read(Buffer.concat(chunks).toString("latin1"))
}

function written({ method = "GET", target, headers = {}, raw = "", body, chunked, length }: Asked): Buffer {
  const bytes = Buffer.from(body ?? "")
  const framing = chunked
    ? { "transfer-encoding": "chunked" }
    : method === "POST" || body !== undefined
      ? { "content-length": String(length ?? bytes.length) }
      : {}
  const lines = Object.entries({ host: "latchkey.example", connection: "close", ...framing, ...headers })
  const head = `${method} ${target} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}${raw}\r\n`
  return Buffer.concat([Buffer.from(head), chunked ? inChunks(bytes) : bytes])
}

function inChunks(bytes: Buffer): Buffer {
  const half = Math.ceil(bytes.length / 2)
  const parts = [bytes.subarray(0, half), bytes.subarray(half)].filter((part) => part.length > 0)
  const framed = parts.flatMap((part) => [Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from("\r\n")])
  return Buffer.concat([...framed, Buffer.from("0\r\n\r\n")])
}

function read(answer: string): Told {
  const [head = "", ...rest] = answer.split("\r\n\r\n")
  const [status = "", ...lines] = head.split("\r\n")
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const [, name = "", value = ""] = /^([^:]*):\s*(.*)$/.exec(line) ?? []
    const key = name.toLowerCase()
    const kept = key === "vary" ? value.replaceAll(ofPages, "").replace(/^,\s*/, "").trim() : value
    if (!unlike.test(key) && kept) headers[key] = key in headers ? `${headers[key]}, ${kept}` : kept
  }
  const body = rest.join("\r\n\r\n")
  return { status, headers: settled(headers), body: steady(unchunked(body, head)) }
}

function unchunked(body: string, head: string): string {
  if (!/^transfer-encoding: chunked/im.test(head)) return body
  let whole = ""
  for (let at = 0; ; ) {
    const end = body.indexOf("\r\n", at)
    const size = Number.parseInt(body.slice(at, end), 16)
    if (!size) return whole
    whole += body.slice(end + 2, end + 2 + size)
    at = end + 4 + size
  }
}

/** What is new each time: tokens, keys, ids, moments, and how many seconds are left. */
const steady = (text: string): string =>
  text
    .replaceAll(/[\w+/-]{16,}(\.[\w-]+)*=*/g, "…")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "…")
    .replaceAll(/\b\d{2,}\b(?= ?(s|seconds|minutes))/g, "…")

const settled = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      steady(name === "retry-after" || name === "ratelimit" ? value.replaceAll(/\d+$/g, "…") : value),
    ]),
  )
