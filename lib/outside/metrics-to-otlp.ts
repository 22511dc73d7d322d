import { type Attributes, type HrTime, ValueType } from "@opentelemetry/api"
import { hrTime } from "@opentelemetry/core"
import type { Resource } from "@opentelemetry/resources"
import {
  AggregationTemporality,
  type DataPoint,
  DataPointType,
  type Histogram,
  type MetricData,
  type MetricProducer,
} from "@opentelemetry/sdk-metrics"
import type { MetricObjectWithValues, MetricValue } from "prom-client"

type Figure = MetricObjectWithValues<MetricValue<string>>

/** Reads all figures as they stand. */
export type Look = () => Promise<Figure[]>

/** Hands over the figures that Prometheus is told too, as OpenTelemetry calls their kinds. Nothing is counted a second time. */
export function producer(look: Look, resource: Resource): MetricProducer {
  const startTime = hrTime()
  return {
    async collect() {
      const endTime = hrTime()
      const metrics = (await look()).flatMap((figure) => metricOf(figure, startTime, endTime) ?? [])
      return { resourceMetrics: { resource, scopeMetrics: [{ scope: { name: "latchkey" }, metrics }] }, errors: [] }
    },
  }
}

function metricOf(figure: Figure, startTime: HrTime, endTime: HrTime): MetricData | undefined {
  const { name, help } = figure
  const type = String(figure.type)
  const unit = name.includes("_seconds") ? "s" : name.includes("_bytes") ? "By" : ""
  const common = {
    descriptor: { name, description: help, unit, valueType: ValueType.DOUBLE },
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
  }
  const at = { startTime, endTime }
  if (type === "histogram")
    return { ...common, dataPointType: DataPointType.HISTOGRAM, dataPoints: histograms(figure, at) }
  const dataPoints = figure.values.map(({ labels, value }) => ({ ...at, attributes: labels as Attributes, value }))
  if (type === "counter") return { ...common, dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints }
  return type === "gauge" ? { ...common, dataPointType: DataPointType.GAUGE, dataPoints } : undefined
}

/** Prometheus counts into each bucket all that lies below it; OpenTelemetry only what the one before has not. */
function histograms({ name, values }: Figure, at: { startTime: HrTime; endTime: HrTime }): DataPoint<Histogram>[] {
  const points = new Map<string, { attributes: Attributes; bounds: number[]; up: number[]; sum: number; all: number }>()
  for (const { labels, value, metricName } of values as MetricValue<string>[] & { metricName?: string }[]) {
    const { le, ...attributes } = labels as Record<string, string | number>
    const key = JSON.stringify(attributes)
    const point = points.get(key) ?? { attributes, bounds: [], up: [], sum: 0, all: 0 }
    points.set(key, point)
    if (metricName === `${name}_sum`) point.sum = value
    else if (metricName === `${name}_count`) point.all = value
    else if (le !== undefined && Number.isFinite(Number(le))) {
      point.bounds.push(Number(le))
      point.up.push(value)
    }
  }
  return [...points.values()].map(({ attributes, bounds, up, sum, all }) => {
    const counts = [...up, all].map((count, index) => count - (up[index - 1] ?? 0))
    return { ...at, attributes, value: { buckets: { boundaries: bounds, counts }, sum, count: all } }
  })
}
