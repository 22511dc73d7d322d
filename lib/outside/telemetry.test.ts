import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test, vi } from "vitest"
import { mountAll } from "@/lib/dialects/all"
import { isOutage } from "@/lib/outside/outage"
import { run } from "@/lib/running"
import { askHandlers, type CallOptions } from "@/lib/testing/ask-handlers"
import { json, localServer, type Seen } from "@/lib/testing/local-server"
import { person } from "@/lib/testing/people"
import { secretsIn } from "@/lib/testing/secrets-in"
import { minutes, seconds } from "@/lib/time"

const { email, phone, details } = person()
const caller = "0af7651916cd43dd8448eb211c80319c"
const traceparent = `00-${caller}-b7ad6b7169203331-00`

/** The application that the environment describes, as a server has it, with the variables of OpenTelemetry. */
async function started(variables: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), "latchkey-telemetry-"))
  // A folder of its own, wherever the other tests keep their data.
  const own = { DATA_DIR: folder, DATABASE_URL: "", REDIS_URL: "", NODE_ENV: "test" }
  for (const [name, value] of Object.entries({ ...own, ...variables })) vi.stubEnv(name, value)
  let work: Promise<unknown> = Promise.resolve()
  const running = await run((task) => {
    work = Promise.all([work, task()])
  })
  vi.unstubAllEnvs()
  let isOpen = true
  const close = async () => {
    if (isOpen) await work.then(running.close)
    isOpen = false
  }
  onTestFinished(async () => {
    await close()
    await rm(folder, { recursive: true })
  })
  const { handbid } = mountAll(async () => ({
    core: running.core,
    addressOf: () => "203.0.113.7",
    origins: new Set(),
    report: (problem) => {
      throw problem
    },
    patience: minutes(1),
    isOutage,
    watch: running.traces?.request,
  }))
  const ask = (path: keyof typeof handbid, options: CallOptions) => askHandlers(handbid[path], options)
  const pin = async () => (await running.inbox?.read())?.[0]?.pin ?? "none"
  return { ask, pin, close }
}

type Span = {
  name: string
  traceId: string
  spanId: string
  parentSpanId?: string
  attributes: { key: string; value: Record<string, unknown> }[]
}
// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came.
const bodies = (seen: Seen[], path: string): any[] =>
  seen.filter((one) => one.path === path).map(({ body }) => JSON.parse(body))
const spansIn = (seen: Seen[]): Span[] =>
  bodies(seen, "/v1/traces").flatMap(({ resourceSpans }) =>
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    resourceSpans.flatMap(({ scopeSpans }: any) => scopeSpans.flatMap(({ spans }: any) => spans)),
  )

test("a collector is told the spans of a whole sign-in, under its caller's trace, and the figures, and no secret", async () => {
  const { url, seen } = await localServer((_, response) => json(response, 200, {}))
  const { ask, pin, close } = await started({
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_EXPORTER_OTLP_HEADERS: "x-team=doors",
    OTEL_SERVICE_NAME: "front-door",
    OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=staging",
  })
  const headers = { traceparent, tracestate: "vendor=secret" }
  expect((await ask("register", { body: details, headers })).status).toBe(201)
  const sent = await pin()
  const verified = await ask("verifyPin", { body: { email, pin: sent } })
  expect(verified.status).toBe(200)
  await close()

  const spans = spansIn(seen)
  const called = (name: string) => spans.filter((span) => span.name === name)
  const [register] = called("handbid POST /v3/auth/register")
  expect(register).toMatchObject({ traceId: caller, parentSpanId: "b7ad6b7169203331" })
  const [verify] = called("handbid POST /v3/auth/verify-pin")
  expect(verify?.parentSpanId ?? "").toBe("")
  expect(verify?.traceId).not.toBe(caller)

  const under = (span: Span | undefined): string[] =>
    spans.filter(({ parentSpanId }) => parentSpanId === span?.spanId).map(({ name }) => name)
  expect(under(register)).toEqual(expect.arrayContaining(["firewall decision", "send inbox"]))
  expect(under(verify).some((name) => /^(UPDATE|DELETE|INSERT|SELECT) \w+$/.test(name))).toBe(true)
  expect(called("firewall decision")[0]?.attributes).toContainEqual({
    key: "latchkey.outcome",
    value: { stringValue: "admitted" },
  })
  // Each is under another that was sent too, or under the caller's.
  const known = new Set([...spans.map(({ spanId }) => spanId), "b7ad6b7169203331", "", undefined])
  expect(spans.filter(({ parentSpanId }) => !known.has(parentSpanId))).toEqual([])

  const figures = bodies(seen, "/v1/metrics").at(-1).resourceMetrics[0]
  expect(JSON.stringify(figures.resource)).toContain("front-door")
  expect(JSON.stringify(figures.resource)).toContain("staging")
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  const named = (name: string) => figures.scopeMetrics[0].metrics.find((metric: any) => metric.name === name)
  expect(named("latchkey_sends_total").sum).toMatchObject({ isMonotonic: true, dataPoints: [{ asDouble: 1 }] })
  const [point] = named("latchkey_send_duration_seconds").histogram.dataPoints
  expect(point.bucketCounts.reduce((sum: number, count: number) => sum + count, 0)).toBe(point.count)
  expect(named("latchkey_budget_left_dollars").gauge.dataPoints.length).toBeGreaterThan(1)
  expect(seen.every((one) => one.headers["x-team"] === "doors")).toBe(true)

  const secrets = [
    sent,
    email,
    phone,
    phone.slice(1),
    "203.0.113.7",
    verified.body.accessToken,
    verified.body.refreshToken,
  ]
  for (const { body } of seen) {
    for (const secret of secrets) expect(body).not.toContain(secret)
    expect(body).not.toContain("vendor=secret")
  }
  const words = spans.flatMap(({ name, attributes }) => [name, ...attributes.map(({ value }) => JSON.stringify(value))])
  expect(secretsIn(words.join("\n"))).toEqual([])
})

test("a collector that never answers, or is not there, slows nobody down and is waited for at the end for a bounded time", async () => {
  const { url, seen } = await localServer(() => undefined)
  const lines: string[] = []
  const written = vi.spyOn(process.stdout, "write").mockImplementation((text) => lines.push(String(text)) > 0)
  onTestFinished(() => written.mockRestore())
  const { ask, close } = await started({
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${url}/v1/traces`,
    OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: "http://127.0.0.1:9/v1/metrics",
    OTEL_EXPORTER_OTLP_METRICS_TIMEOUT: "300",
  })
  expect((await ask("register", { body: details })).status).toBe(201)
  const began = performance.now()
  await close()
  expect(performance.now() - began).toBeLessThan(seconds(8))
  expect(seen.map(({ path }) => path)).toEqual(["/v1/traces"])
  expect(lines.filter((line) => line.includes("telemetry-lost"))).toHaveLength(1)
})

test("OTEL_TRACES_SAMPLER decides, and not a caller's flag, whatever is asked for", async () => {
  const { url, seen } = await localServer((_, response) => json(response, 200, {}))
  const { ask, close } = await started({
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_TRACES_SAMPLER: "parentbased_always_off",
  })
  await ask("emailCheck", { body: { email }, headers: { traceparent: traceparent.replace(/..$/, "01") } })
  await close()
  expect(seen.map(({ path }) => path)).toEqual(["/v1/metrics"])
})
