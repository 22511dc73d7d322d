import { once } from "node:events"
import { type AddressInfo, connect } from "node:net"
import { expect, onTestFinished, test } from "vitest"
import { testAuth } from "@/lib/testing/test-auth"
import { httpServer, listen } from "./http-server"
import { listener } from "./listener"
import { routeTable } from "./route-table"

/** Our server in front of a Next that says what it was asked for; sends a request's first line, and reads what came. */
async function asking() {
  const { api, surprises } = await testAuth()
  const find = routeTable(api, {})
  const server = httpServer(
    listener({
      find,
      next: ({ url }, response) => void response.end(`Next was asked for ${url}`),
      report: (problem) => surprises.push(problem),
      watched: (_request, _response, _path, answer) => answer(),
    }),
  )
  await listen(server, 0, "127.0.0.1")
  onTestFinished(() => void server.close())
  const ask = async (line: string) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1")
    // HTTP/1.0, so that no answer comes in chunks.
    socket.write(`${line} HTTP/1.0\r\nHost: latchkey.example\r\n\r\n`)
    let told = ""
    socket.on("data", (text) => {
      told += text.toString()
    })
    await once(socket, "close")
    const [head = "", body = ""] = told.split("\r\n\r\n")
    return { status: Number(head.split(" ")[1]), allow: /^allow: (.*)$/im.exec(head)?.[1], body }
  }
  return { ask, surprises }
}

test.each(["TRACE", "PURGE", "PROPFIND", "PATCH"])(
  "%s at a path of an API is a method that it has not, in that API's own shape",
  async (method) => {
    const { ask, surprises } = await asking()
    const { status, allow, body } = await ask(`${method} /v3/auctions`)
    expect({ status, allow }).toEqual({ status: 405, allow: "GET, HEAD, OPTIONS" })
    expect(JSON.parse(body)).toMatchObject({ error: "method_not_allowed" })
    expect((await ask(`${method} /v3/nowhere`)).status).toBe(404)
    expect(surprises).toEqual([])
  },
)

test.each(["TRACE", "PURGE"])("%s elsewhere is refused and never comes as far as Next", async (method) => {
  const { ask } = await asking()
  for (const path of ["/sign-in", "/v3//auctions", "*"])
    expect(await ask(`${method} ${path}`)).toMatchObject({ status: 405, body: "" })
})

test("a whole URL is asked for by its path, whatever host it names", async () => {
  const { ask } = await asking()
  for (const origin of ["http://latchkey.example", "https://evil.example:8443", "HTTP://[::1]"]) {
    expect((await ask(`GET ${origin}/v3/auctions?limit=0`)).body).toContain('"totalCount"')
    expect((await ask(`GET ${origin}`)).body).toBe("Next was asked for /")
    expect((await ask(`GET ${origin}?a=b`)).body).toBe("Next was asked for /?a=b")
    expect((await ask(`GET ${origin}//sign-in`)).body).toBe("Next was asked for //sign-in")
  }
  expect((await ask("OPTIONS *")).body).toBe("Next was asked for /")
})

test.each([
  ["/v3/item/%ff", "/v3/item/%25ff"],
  ["/sign-in/with/%", "/sign-in/with/%25"],
  ["/do/%E0%A4%A?a=%zz", "/do/%25E0%25A4%25A?a=%zz"],
  ["/sign-in/%41?a=%", "/sign-in/%41?a=%"],
])("an escape that stands for nothing is taken as the text that it is: %s", async (asked, passedOn) => {
  const { ask } = await asking()
  expect((await ask(`GET ${asked}`)).body).toBe(`Next was asked for ${passedOn}`)
})
