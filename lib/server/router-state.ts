import type { IncomingMessage, ServerResponse } from "node:http"
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js"
import { always } from "./always"

/**
 * Whether Next can read where its router says that the browser is. Next answers 500 to what it cannot read, so that its own
 * judgement is asked for first.
 */
export function isRouterStateReadable({ headers }: Pick<IncomingMessage, "headers">): boolean {
  try {
    parseAndValidateFlightRouterState(headers["next-router-state-tree"])
    return true
  } catch {
    return false
  }
}

/** The answer to a router state that cannot be read: 400. A browser that loads the page anew sends none. */
export function routerStateUnreadable(response: ServerResponse): void {
  response.writeHead(400, { ...always, "Cache-Control": "no-store", "Content-Type": "text/plain; charset=utf-8" })
  response.end("The header Next-Router-State-Tree cannot be read. Load the page again.\n")
}
