import { setTimeout as wait } from "node:timers/promises"
import { setGlobalErrorHandler } from "@opentelemetry/core"
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http"
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http"
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from "@opentelemetry/resources"
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics"
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace"
import { type Duration, seconds } from "@/lib/time"
import { describe, log } from "./log"
import { type Look, producer } from "./metrics-to-otlp"
import { type Traces, traces } from "./traces"

/** What is sent to a collector, and how much of it. */
export type TelemetrySettings = {
  traces: boolean
  metrics: boolean
  /** How OpenTelemetry calls it; of the three that it has, with or without `parentbased_`. */
  sampler: string
  /** Of each trace, how likely it is kept by a sampler of ratios. */
  ratio: number
  /** Between two reports of the figures. */
  interval: Duration
}

/** Traces and figures on their way to an OpenTelemetry collector. */
export type Telemetry = {
  /** Undefined where only figures are sent. */
  traces: Traces | undefined
  /** Sends these figures from now on, where figures are sent. */
  report(look: Look): void
  /** Sends what is left, for three seconds at most. */
  close(): Promise<void>
}

/** How long the end of the process waits for a collector. */
const patience = seconds(3)

/**
 * Starts OpenTelemetry. Nothing of it is global. Where to send and what to say of this service its SDK reads from `OTEL_…` in the
 * environment. What a collector does not take is lost, which is logged, and holds nobody up.
 */
export function telemetry({ interval, ...on }: TelemetrySettings): Telemetry {
  warnOfLosses()
  const resource = defaultResource()
    .merge(resourceFromAttributes({ "service.name": "latchkey" }))
    .merge(detectResources({ detectors: [envDetector] }))
  const provider = on.traces
    ? new TracerProvider({
        resource,
        sampler: samplerOf(on),
        spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
      })
    : undefined
  let meters: MeterProvider | undefined
  return {
    traces: provider && traces(provider.getTracer("latchkey")),
    report(look) {
      if (!on.metrics) return
      const reader = new PeriodicExportingMetricReader({
        exporter: new OTLPMetricExporter(),
        exportIntervalMillis: interval,
        exportTimeoutMillis: Math.min(interval, seconds(10)),
        metricProducers: [producer(look, resource)],
      })
      meters = new MeterProvider({ resource, readers: [reader] })
    },
    async close() {
      const done = Promise.allSettled([provider?.shutdown(), meters?.shutdown()])
      const late = new AbortController()
      await Promise.race([done, wait(patience, undefined, late).catch(() => undefined)])
      late.abort()
    },
  }
}

/** A caller's own flag decides nothing: whoever is sampled is decided here, and what is done for a request goes with it. */
function samplerOf({ sampler, ratio }: Pick<TelemetrySettings, "sampler" | "ratio">): ParentBasedSampler {
  const kinds = { always_on: new AlwaysOnSampler(), always_off: new AlwaysOffSampler() }
  const name = sampler.replace("parentbased_", "") as keyof typeof kinds
  const root = kinds[name] ?? new TraceIdRatioBasedSampler(ratio)
  return new ParentBasedSampler({ root, remoteParentSampled: root, remoteParentNotSampled: root })
}

/** Once a minute at most. The error's message is not told: it may quote the collector's answer. */
function warnOfLosses(): void {
  let next = 0
  setGlobalErrorHandler((problem) => {
    if (performance.now() < next) return
    next = performance.now() + seconds(60)
    log("warn", "telemetry-lost", describe(problem))
  })
}
