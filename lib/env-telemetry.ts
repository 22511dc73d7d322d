import { z } from "zod"

const url = z.url({ protocol: /^https?$/, error: "must be an http or https URL" }).optional()

/** How OpenTelemetry calls its samplers. */
export const samplers = [
  "always_on",
  "always_off",
  "traceidratio",
  "parentbased_always_on",
  "parentbased_always_off",
  "parentbased_traceidratio",
] as const
export type SamplerName = (typeof samplers)[number]

/**
 * OpenTelemetry's variables, under its own names. Its SDK reads the addresses, headers and what the service is called from the environment
 * itself; here they are checked.
 */
export const telemetryShape = {
  /** `true` turns all of it off, as OpenTelemetry has it; anything else does not. */
  OTEL_SDK_DISABLED: z.string().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: url,
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: url,
  OTEL_EXPORTER_OTLP_HEADERS: z.string().optional(),
  OTEL_SERVICE_NAME: z.string().optional(),
  OTEL_RESOURCE_ATTRIBUTES: z.string().optional(),
  OTEL_TRACES_SAMPLER: z
    .enum(samplers, { error: `must be one of ${samplers.join(", ")}` })
    .default("parentbased_always_on"),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number("must be between 0 and 1")
    .min(0, "must be between 0 and 1")
    .max(1, "must be between 0 and 1")
    .default(1),
  OTEL_METRIC_EXPORT_INTERVAL: z.coerce
    .number("must be milliseconds")
    .int("must be whole milliseconds")
    .min(1000, "must be 1000 or more")
    .default(60_000),
}

/** What is sent to a collector; undefined where nothing is. */
export function telemetryOf(env: z.output<z.ZodObject<typeof telemetryShape>>) {
  if (env.OTEL_SDK_DISABLED?.toLowerCase() === "true") return undefined
  const both = env.OTEL_EXPORTER_OTLP_ENDPOINT
  const traces = Boolean(both ?? env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT)
  const metrics = Boolean(both ?? env.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT)
  if (!traces && !metrics) return undefined
  const { OTEL_TRACES_SAMPLER: sampler, OTEL_TRACES_SAMPLER_ARG: ratio, OTEL_METRIC_EXPORT_INTERVAL: interval } = env
  return { traces, metrics, sampler, ratio, interval }
}
