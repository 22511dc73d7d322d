import type { ServerResponse } from "node:http"

/** How a service can fail to answer, by what it does: each would keep a caller waiting for as long as the caller lets it. */
export const badAnswers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  "is silent": () => undefined,
  "begins its answer and stops": (response) =>
    void response.writeHead(200, { "content-type": "application/json" }).write("{"),
  "drips its answer": (response) => {
    response.writeHead(201, { "content-type": "application/json" })
    const drip = setInterval(() => response.write(" "), 20)
    response.on("close", () => clearInterval(drip))
  },
  "answers without end": (response) => {
    response.writeHead(200, { "content-type": "application/json" })
    const pour = () => {
      while (!response.destroyed && response.write(" ".repeat(64 * 1024)));
    }
    response.on("drain", pour)
    pour()
  },
}
