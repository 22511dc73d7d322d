import type { IncomingMessage, RequestListener, ServerResponse } from "node:http"
import { NodeRequest, sendNodeResponse } from "srvx/node"
import { socketHeader } from "@/lib/http/client-address"
import { always } from "./always"
import { readableTarget } from "./readable-target"
import type { Found, RouteTable } from "./route-table"
import { isRouterStateReadable, routerStateUnreadable } from "./router-state"
import type { Watched } from "./watched"

type Listening = {
  find: RouteTable
  next: RequestListener
  report(problem: unknown): void
  /** What no dialect tells of is answered in this. */
  watched: Watched
}

/**
 * Answers what is in the table, and hands everything else to `next`: pages, files, and whatever a URL may be that is not
 * written plainly, so that nobody but Next decides what such a one means.
 */
export const listener =
  ({ find, next, report, watched }: Listening): RequestListener =>
  (request, response) => {
    const { method = "GET" } = request
    request.url = readableTarget(request.url ?? "/")
    const path = pathOf(request.url)
    const found = isPlain(request) ? find(path, method) : undefined
    const respond = () => {
      if (!found) return pass(request, response, next)
      answer(request, response, found).catch((problem) => {
        report(problem)
        if (!response.headersSent) response.writeHead(500)
        response.end()
      })
    }
    if (found && !found.isMachines) respond()
    else watched(request, response, path, respond)
  }

/** Hands a request to Next, but for what Next breaks at. */
function pass(request: IncomingMessage, response: ServerResponse, next: RequestListener): void {
  if (!methods.includes(request.method ?? "")) notAllowed(response)
  else if (!isRouterStateReadable(request)) routerStateUnreadable(response)
  else next(request, response)
}

/** Those that Next can be asked by. It breaks at TRACE. */
const methods: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

function notAllowed(response: ServerResponse): void {
  response.writeHead(405, { ...always, Allow: methods.join(", "), "Cache-Control": "no-store" }).end()
}

async function answer(request: IncomingMessage, response: ServerResponse, { handler, params }: Found): Promise<void> {
  const answered = await handler(new NodeRequest({ req: request, res: response }), { params: Promise.resolve(params) })
  await sendNodeResponse(response, answered)
}

const pathOf = (url: string) => {
  const query = url.indexOf("?")
  return query < 0 ? url : url.slice(0, query)
}

// Segments without escapes, none empty and none of dots alone, and a query of visible ASCII.
const plainTarget = /^(?:\/(?!\.{1,2}(?:[/?]|$))[\w.~-]+)+(?:\?[!$-~]*)?$/
const plainHost = /^[\w.:[\]-]+$/

/** A header that came twice is read by Node's rules under Next, and by those of `Headers` here: such a request is Next's. */
function isPlain({ url = "", headers, rawHeaders }: IncomingMessage): boolean {
  const ours = socketHeader in headers ? 1 : 0
  const names = Object.keys(headers).length - ours
  return plainTarget.test(url) && plainHost.test(headers.host ?? "") && names * 2 >= rawHeaders.length
}
