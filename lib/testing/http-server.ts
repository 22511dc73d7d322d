import { createServer, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import { Readable } from "node:stream"
import { onTestFinished } from "vitest"
import { dialects } from "@/lib/dialects/all"
import type { Handlers } from "@/lib/dialects/mount"
import type { TestAuth } from "@/lib/testing/test-auth"

/**
 * The mounted handlers of a test behind a real socket, for clients that bring their own HTTP. It listens before it serves,
 * so that a test may tell its core the origin.
 */
export async function httpServer(): Promise<{ origin: string; serve(auth: TestAuth): void }> {
  let routes: Route[] = []
  const server = createServer(async (incoming, outgoing) => {
    const request = toRequest(incoming, origin)
    const answer = await answerOf(request, routes)
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
    outgoing.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    origin,
    serve: (auth) => {
      routes = routesOf(auth)
    },
  }
}

type Route = { pattern: RegExp; handlers: Handlers }

function routesOf({ api }: TestAuth): Route[] {
  return Object.entries(dialects).flatMap(([name, { paths }]) =>
    Object.entries(paths).map(([path, { url }]) => ({
      pattern: new RegExp(`^${url.replaceAll(".", "\\.").replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
      handlers: (api as Record<string, Record<string, Handlers>>)[name]?.[path] as Handlers,
    })),
  )
}

async function answerOf(request: Request, routes: Route[]): Promise<Response> {
  const { pathname } = new URL(request.url)
  for (const { pattern, handlers } of routes) {
    const found = pattern.exec(pathname)
    const handler = handlers[request.method as keyof Handlers]
    if (found && handler) return handler(request, { params: Promise.resolve({ ...found.groups }) })
  }
  return new Response(null, { status: 404 })
}

function toRequest(incoming: IncomingMessage, origin: string): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value))
  headers.set("x-test-address", incoming.socket.remoteAddress ?? "")
  const { method = "GET" } = incoming
  const body = method === "GET" || method === "HEAD" ? {} : { body: Readable.toWeb(incoming), duplex: "half" }
  return new Request(new URL(incoming.url ?? "/", origin), { method, headers, ...body } as RequestInit)
}
