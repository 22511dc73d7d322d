import { once } from "node:events"
import { type RequestListener, request, type Server } from "node:http"
import { type AddressInfo, connect } from "node:net"
import { expect, onTestFinished, test, vi } from "vitest"
import { httpServer, listen } from "./http-server"
import { orderlyStop } from "./orderly-stop"
import { pendingWork } from "./pending-work"

const portOf = (server: Server) => (server.address() as AddressInfo).port

/** A server, what it put off, and how to end it. `release` lets the answers go that `/slow` waits for. */
async function running(deadline = 10_000) {
  const done: string[] = []
  const surprises: unknown[] = []
  const work = pendingWork((problem) => surprises.push(problem))
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const answer: RequestListener = async ({ url }, response) => {
    work.later(async () => {
      await released
      work.later(async () => done.push("what was put off twice"))
      done.push("what was put off")
    })
    if (url === "/slow") await released
    response.end("answered")
  }
  const server = httpServer(answer)
  await listen(server, 0, "127.0.0.1")
  onTestFinished(() => server.closeAllConnections())
  const close = async () => void done.push("closed")
  const stop = orderlyStop({ server, pending: work.done, close, deadline })
  return { server, stop, done, surprises, release, url: `http://127.0.0.1:${portOf(server)}` }
}

test("what is under way is finished, then what was put off, then the database is closed, and nobody is let in", async () => {
  const { server, stop, done, release, url } = await running()
  const port = portOf(server)
  const slow = fetch(`${url}/slow`)
  await once(server, "request")
  const stopped = stop()
  const refused = connect(port, "127.0.0.1")
  expect(((await once(refused, "error")) as [{ code: string }])[0].code).toBe("ECONNREFUSED")
  expect(done).toEqual([])
  release()
  const answer = await slow
  expect(await answer.text()).toBe("answered")
  expect(answer.headers.get("connection")).toBe("close")
  expect(await stopped).toBe(true)
  expect(done).toEqual(["what was put off", "what was put off twice", "closed"])
})

test("an idle connection does not hold it up", async () => {
  const { stop, release, url } = await running()
  await (await fetch(`${url}/quick`)).text()
  release()
  expect(await stop()).toBe(true)
})

test("told twice it stops once", async () => {
  const { stop, done, release } = await running()
  release()
  expect(await Promise.all([stop(), stop()])).toEqual([true, true])
  expect(done).toEqual(["closed"])
})

test("what is not finished at the deadline is cut off", async () => {
  const { server, stop, url } = await running(50)
  const slow = fetch(`${url}/slow`).catch(() => "cut off")
  await once(server, "request")
  expect(await stop()).toBe(false)
  expect(await slow).toBe("cut off")
})

test("work that was put off and fails is reported, and holds nothing up", async () => {
  const report = vi.fn()
  const work = pendingWork(report)
  const problem = new Error("no database")
  work.later(async () => {
    throw problem
  })
  await work.done()
  expect(report.mock.calls).toEqual([[problem]])
})

test("a connection that is idle for longer than proxies keep theirs stays open, and slow heads and bodies are ended", async () => {
  const { server } = await running()
  expect(server.keepAliveTimeout).toBeGreaterThan(65_000)
  expect([server.headersTimeout, server.requestTimeout]).toEqual([10_000, 30_000])
})

test("a head of more than 16 KiB is 431", async () => {
  const { server } = await running()
  const long = request({ port: portOf(server), host: "127.0.0.1", headers: { "x-long": "x".repeat(20_000) } })
  long.end()
  const [answer] = (await once(long, "response")) as [{ statusCode: number }]
  expect(answer.statusCode).toBe(431)
})
