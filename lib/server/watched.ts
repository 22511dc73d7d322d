import type { IncomingMessage, ServerResponse } from "node:http"
import type { BegunRequest, EndedRequest } from "@/lib/dialects/operation"
import { requestIdOf } from "@/lib/http/request-id"
import { isFile } from "./next-routes"

/** What those who answer may say of it, where they know more than the status. */
type Story = Omit<Partial<EndedRequest>, "status">

type Watching = {
  /** Hears that a request began, and then how it ended. */
  watch(begun: BegunRequest): (ended: EndedRequest) => void
  /** Does what answers, in which a story may be told. */
  inStory(story: Story, answer: () => void): void
  routeOf(path: string): string
  /** The routes that machines call; all others are people's. */
  machines: ReadonlySet<string>
  newId(): string
}

/** Answers a request while it is watched. */
export type Watched = (request: IncomingMessage, response: ServerResponse, path: string, answer: () => void) => void

const methods: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])

/**
 * Watches what no dialect tells of: pages, forms and machines. Each answer says the id that its line is found by. It is told once its
 * connection is done with it: one whose caller left before all of it was written is `aborted`. A file that is there leaves no line, and what a
 * dialect answered by way of Next was told by the dialect, whose answers say an id of their own.
 */
export const watched =
  ({ watch, inStory, routeOf, machines, newId }: Watching): Watched =>
  (request, response, path, answer) => {
    const { method = "", headers } = request
    const id = requestIdOf(headers["x-request-id"], newId)
    const route = routeOf(path)
    const story: Story = {}
    const ended = watch({
      id,
      dialect: machines.has(route) ? "machines" : "pages",
      operation: `${methods.has(method) ? method : "other"} ${route}`,
      ...(typeof headers.traceparent === "string" && { traceparent: headers.traceparent }),
    })
    let isTold = false
    beforeHead(response, () => {
      isTold = response.hasHeader("x-request-id")
      if (!isTold) response.setHeader("X-Request-Id", id)
    })
    response.once("close", () => {
      const { headersSent, statusCode, writableFinished } = response
      if (isTold || (isFile(path) && statusCode < 400)) return
      const { operation } = story
      const told = { ...(headersSent && { status: statusCode }), ...(operation && { operation }) }
      ended(
        writableFinished
          ? { outcome: outcomeOf(statusCode), ...story, ...told }
          : { ...story, ...told, outcome: "aborted" },
      )
    })
    inStory(story, answer)
  }

/** Does something right before the head of an answer is written, whoever writes it. */
function beforeHead(response: ServerResponse, act: () => void): void {
  const write = response.writeHead
  response.writeHead = ((...words: Parameters<typeof write>) => {
    if (!response.headersSent) act()
    return write.apply(response, words)
  }) as typeof write
}

function outcomeOf(status: number): "ok" | "invalid" | "failed" {
  if (status < 400) return "ok"
  return status < 500 ? "invalid" : "failed"
}
