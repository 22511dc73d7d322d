import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, test } from "@playwright/test"
import { pinsFor, post } from "./client"
import { emptyFolder, startServer } from "./server"

type Span = { name: string; spanId: string; parentSpanId?: string; traceId: string }

/** Says which packages of OpenTelemetry were loaded, once the process ends. Its API alone is Next's too. */
const tellsLoaded = `data:text/javascript,${encodeURIComponent(`
  import module from "node:module"
  process.on("exit", () => {
    const names = Object.keys(module.createRequire(process.cwd() + "/").cache).flatMap((file) => /@opentelemetry\\/((?!api)[\\w-]+)/.exec(file)?.[1] ?? [])
    process.stdout.write("loaded: " + [...new Set(names)].sort().join(",") + ".\\n")
  })`)}`

/** A collector on this machine. */
async function collector() {
  const spans: Span[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    response.end("{}")
    if (request.url !== "/v1/traces") return
    for (const { scopeSpans } of JSON.parse(Buffer.concat(chunks).toString()).resourceSpans)
      for (const scope of scopeSpans) spans.push(...scope.spans)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans, close: () => server.close() }
}

test("a server tells a collector of pages, machines and API requests, each with what was done for it alone", async () => {
  const { url: endpoint, spans, close } = await collector()
  const data = await emptyFolder()
  const watching = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, NODE_OPTIONS: `--import ${tellsLoaded}` }
  const { url, stop, said } = await startServer({ DATA_DIR: data.folder, ...watching })
  const person = { firstname: "Traced", lastname: "Up", email: "traced@example.com", mobile: "3035551404" }
  expect((await post(`${url}/v3/auth/register`, { ...person, countryCode: "US" }, "198.51.100.64")).status).toBe(201)
  await expect.poll(() => pinsFor(url, "+13035551404")).toHaveLength(1)
  expect((await fetch(`${url}/sign-in`)).status).toBe(200)
  await fetch(`${url}/health/ready`)
  expect(await stop()).toBe(0)
  close()
  await data.remove()
  expect(said()).toMatch(/loaded: .*sdk-metrics,sdk-trace/)

  const [register] = spans.filter(({ name }) => name === "handbid POST /v3/auth/register")
  const under = spans.filter(({ parentSpanId }) => parentSpanId && parentSpanId === register?.spanId)
  expect(under.map(({ name }) => name)).toContain("send inbox")
  expect(spans.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["pages GET /sign-in", "machines GET /health/ready"]),
  )
  const known = new Map(spans.map((span) => [span.spanId, span]))
  for (const { parentSpanId, traceId } of spans)
    if (parentSpanId) expect(known.get(parentSpanId)?.traceId).toBe(traceId)
})

test("a server that names no collector loads nothing of OpenTelemetry", async () => {
  const data = await emptyFolder()
  const { url, stop, said } = await startServer({ DATA_DIR: data.folder, NODE_OPTIONS: `--import ${tellsLoaded}` })
  expect((await fetch(`${url}/sign-in`)).status).toBe(200)
  expect(await stop()).toBe(0)
  await data.remove()
  expect(said()).toContain("loaded: .")
})
