import { channel } from "node:diagnostics_channel"
import type { IncomingHttpHeaders, IncomingMessage } from "node:http"
import { addressTold, type TrustedProxy } from "@/lib/http/forwarded"

export type { TrustedProxy }

/** Where a request carries the address of its socket. */
export const socketHeader = "x-latchkey-socket"
const here = globalThis as { latchkeySocketMark?: string }

/**
 * Writes the socket's own address into every request before it is read: Next fills `x-forwarded-for` only where
 * it is absent, so that a forged one would look like a true one. The mark in front is a secret of this process, so
 * that a caller cannot write the header himself. Calls `onProxy` when a request shows that a proxy stands in front, and
 * `hear` with the headers of every request as they came.
 */
export function recordSocketAddresses(
  mark: string,
  onProxy: () => void,
  hear: (headers: IncomingHttpHeaders) => void = () => undefined,
): void {
  if (here.latchkeySocketMark) return
  here.latchkeySocketMark = mark
  channel("http.server.request.start").subscribe((message) => {
    const { request } = message as { request: IncomingMessage }
    const address = request.socket.remoteAddress
    if (request.headers["x-forwarded-for"] && address && isPrivate(address)) onProxy()
    hear(request.headers)
    if (address) request.headers[socketHeader] = `${mark} ${address}`
    else delete request.headers[socketHeader]
  })
}

/** The caller's IP address, as far as it may be believed; undefined where it is not known for certain. */
export function clientAddress(headers: Headers, trusted: TrustedProxy): string | undefined {
  const socket = socketAddress(headers)
  if (trusted === "none") return socket
  return addressTold(headers.get("x-forwarded-for") ?? "", trusted)
}

function socketAddress(headers: Headers): string | undefined {
  const [mark, address] = (headers.get(socketHeader) ?? "").split(" ")
  return mark && mark === here.latchkeySocketMark ? address : undefined
}

const isPrivate = (address: string) =>
  /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/i.test(address)
