import { createServer, request } from "node:http"
import type { AddressInfo } from "node:net"

/** What lies between callers and a process, and loses every third answer after the process has given it. */
export type Proxy = { url: string; to(target: string): string; close(): void }

/** Starts one. */
export async function lossyProxy(): Promise<Proxy> {
  let [target, answers] = ["", 0]
  const server = createServer((asked, answered) => {
    const { method = "GET", url = "", headers } = asked
    const sent = request(target + url, { method, headers }, (answer) => {
      if (++answers % 3 === 0) {
        answer.once("end", () => asked.socket.destroy()).resume()
        return
      }
      answered.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(answered)
    })
    sent.on("error", () => asked.socket.destroy())
    asked.pipe(sent)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    to(process) {
      target = process
      return url
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
