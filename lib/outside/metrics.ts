import {
  Counter,
  collectDefaultMetrics,
  Gauge,
  Histogram,
  type MetricObjectWithValues,
  type MetricValue,
  Registry,
} from "prom-client"
import { parsePhone } from "@/lib/account/phone-number"
import type { Sms } from "@/lib/delivery/sms"
import type { BooksNews } from "@/lib/firewall/books/news"

/** The figures of one process, as Prometheus reads them. Every label is a word of ours, a country or a sender's name. */
export type Metrics = {
  /** Counts a request from now until it is told how it ended. */
  request(begun: { dialect: string; operation: string }): (ended: EndedRequest) => void
  /** The sender, with its messages counted and timed under its name. */
  sender(name: string, sms: Sms): Sms
  /** Counts what the firewall decided. */
  hear(news: BooksNews): void
  /** Every figure as text in Prometheus' format, after `look` has set those that are looked up. */
  text(look: Looks): Promise<{ type: string; body: string }>
  /** The same as values. */
  values(look: Looks): Promise<MetricObjectWithValues<MetricValue<string>>[]>
}

type Looks = (gauges: Gauges) => Promise<void>
type EndedRequest = { outcome: string; reason?: string; rule?: string; operation?: string }

/** Figures that are looked up when they are asked for. */
export type Gauges = Record<"spent" | "left" | "breakers" | "mode" | "clock", Gauge<string>>

/** From a look at a token to the longest that a caller waits, in seconds. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** New figures, all at nothing, with those of the process: CPU, memory, garbage collection and the lag of the event loop. */
export function metrics(): Metrics {
  const registers = [new Registry()]
  const [register] = registers as [Registry]
  collectDefaultMetrics({ register })
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `latchkey_${name}`, help, labelNames, registers })
  const histogram = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Histogram({ name: `latchkey_${name}`, help, labelNames, registers, buckets })
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `latchkey_${name}`, help, labelNames, registers })

  const requests = histogram("request_duration_seconds", "Time from a request to its answer", [
    "dialect",
    "operation",
    "outcome",
  ])
  const refusals = counter("refusals_total", "Requests that were refused, by kind and limit", [
    "dialect",
    "reason",
    "rule",
  ])
  const decisions = counter("text_decisions_total", "Decisions of the firewall on text messages", [
    "realm",
    "country",
    "rule",
    "outcome",
  ])
  const verifications = counter("verifications_total", "Text messages that a right PIN followed", ["realm", "country"])
  const modes = counter("mode_changes_total", "Attack modes that began", ["mode"])
  const trips = counter("breaker_changes_total", "Breakers that tripped or closed", ["scope", "change"])
  const sends = counter("sends_total", "Messages handed to a sender", ["channel", "sender", "country", "outcome"])
  const sending = histogram("send_duration_seconds", "Time until a sender answered", ["channel", "sender"])
  const gauges: Gauges = {
    spent: gauge("budget_spent_dollars", "Spent or reserved in this hour or day", ["budget", "window"]),
    left: gauge("budget_left_dollars", "Left in this hour or day", ["budget", "window"]),
    breakers: gauge("open_breakers", "Breakers that are open", ["scope"]),
    mode: gauge("attack_mode", "The attack mode in force"),
    clock: gauge("clock_distance_seconds", "How far this machine's clock is ahead of the database's"),
  }
  // The library finds a series by hashing its labels: each is found once.
  const seriesOf = new Map<string, { observe(value: number): void }>()

  return {
    request({ dialect, operation: begun }) {
      const began = performance.now()
      return ({ outcome, reason = "", rule = "", operation = begun }) => {
        const name = `${dialect} ${operation} ${outcome}`
        let series = seriesOf.get(name)
        if (!series) {
          series = requests.labels({ dialect, operation, outcome })
          seriesOf.set(name, series)
        }
        series.observe((performance.now() - began) / 1000)
        if (outcome === "refused") refusals.inc({ dialect, reason, rule })
      }
    },

    sender: (sender, sms) => ({
      ...sms,
      async send(message, ...more) {
        const began = performance.now()
        const delivery = await sms.send(message, ...more)
        const { channel } = message
        sending.observe({ channel, sender }, (performance.now() - began) / 1000)
        sends.inc({
          channel,
          sender,
          country: parsePhone(message.to, "US")?.country ?? "unknown",
          outcome: delivery.fate,
        })
        return delivery
      },
    }),

    hear(news) {
      for (const { realm, country, refusedBy, outcome, count } of news.decisions)
        decisions.inc({ realm, country: country ?? "unknown", rule: refusedBy ?? "", outcome }, count)
      for (const { realm, country } of news.verified) verifications.inc({ realm, country: country ?? "unknown" })
      for (const { level } of news.modes) modes.inc({ mode: String(level) })
      for (const { scope, until } of news.breakers)
        trips.inc({ scope: scopeName(scope), change: until ? "tripped" : "closed" })
    },

    async text(look) {
      await look(gauges)
      return { type: register.contentType, body: await register.metrics() }
    },
    async values(look) {
      await look(gauges)
      return register.getMetricsAsJSON()
    },
  }
}

/** A breaker's kind, without what it is of. */
export const scopeName = (scope: string): string => scope.split(":")[0] ?? scope
