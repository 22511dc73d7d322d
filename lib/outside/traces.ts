import { AsyncLocalStorage } from "node:async_hooks"
import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from "@opentelemetry/api"
import { parseTraceParent } from "@opentelemetry/core"
import type { Sms } from "@/lib/delivery/sms"
import type { Books, OpenBooks } from "@/lib/firewall/books/books"
import { render, type Sql, type SqlDoor, type Statement } from "@/lib/store/sql"

type Begun = { dialect: string; operation: string; traceparent?: string | undefined }
type Ended = { status?: number; outcome: string; reason?: string; rule?: string; operation?: string }

/** Spans of what is done for a request. What nobody asked for, such as a look at the clock, leaves none. */
export type Traces = {
  /** Watches a request, and whatever is done for it from now on. */
  request(begun: Begun): (ended: Ended) => void
  /** The database, with a span for each statement by a name of ours. */
  door(door: SqlDoor): SqlDoor
  /** The firewall's books, with a span for each decision. */
  books(books: Books): Books
  /** The sender, with a span for each exchange. */
  sender(name: string, sms: Sms): Sms
}

/** Makes spans. Their names and attributes are words of ours, never a caller's, and never a value of a statement. */
export function traces(tracer: Tracer): Traces {
  const contexts = new AsyncLocalStorage<Context>()

  /** Does something in a span of its own, if it is done for a request. */
  async function within<T>(
    name: string,
    attributes: Attributes,
    work: (span: Span | undefined) => Promise<T>,
    kind = SpanKind.CLIENT,
  ): Promise<T> {
    const around = contexts.getStore()
    if (!around) return work(undefined)
    const span = tracer.startSpan(name, { kind, attributes }, around)
    try {
      return await contexts.run(trace.setSpan(around, span), () => work(span))
    } catch (problem) {
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw problem
    } finally {
      span.end()
    }
  }

  const statement = <T>(asked: Statement, work: () => Promise<T>): Promise<T> =>
    contexts.getStore() ? within(...describedBy(asked), work) : work()
  const on = (sql: Sql): Sql => ({
    rows: (asked) => statement(asked, () => sql.rows(asked)),
    run: (asked) => statement(asked, () => sql.run(asked)),
  })

  return {
    request({ dialect, operation, traceparent }) {
      const span = tracer.startSpan(
        `${dialect} ${operation}`,
        { kind: SpanKind.SERVER, attributes: { "latchkey.dialect": dialect, ...routeOf(operation) } },
        parentOf(traceparent),
      )
      contexts.enterWith(trace.setSpan(ROOT_CONTEXT, span))
      return ({ status, outcome, reason, rule, operation: known }) => {
        if (known) span.updateName(`${dialect} ${known}`).setAttributes(routeOf(known))
        span.setAttribute("latchkey.outcome", outcome)
        if (status) span.setAttribute("http.response.status_code", status)
        if (reason) span.setAttribute("latchkey.reason", reason)
        if (rule) span.setAttribute("latchkey.rule", rule)
        if (outcome === "failed") span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
      }
    },

    door: (door) => ({
      ...on(door),
      transaction: (work) =>
        within("transaction", { "db.system.name": "postgresql" }, () => door.transaction((tx) => work(on(tx)))),
    }),

    books: (books) => ({
      within: (names, now, work, isWaiting) =>
        within(
          "firewall books",
          {},
          (span) => books.within(names, now, (open) => work(span ? told(open, span) : open), isWaiting),
          SpanKind.INTERNAL,
        ),
    }),

    sender: (name, sms) => ({
      ...sms,
      send: (message, ...more) =>
        within(`send ${name}`, { "latchkey.sender": name, "latchkey.channel": message.channel }, async (span) => {
          const delivery = await sms.send(message, ...more)
          span?.setAttribute("latchkey.fate", delivery.fate)
          if (delivery.fate !== "accepted") span?.setStatus({ code: SpanStatusCode.ERROR })
          return delivery
        }),
    }),
  }
}

/** What the W3C's header names, to hang a span on. Whether that one is kept is not heeded. */
function parentOf(traceparent: string | undefined): Context {
  const parent = traceparent ? parseTraceParent(traceparent) : null
  return parent ? trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true }) : ROOT_CONTEXT
}

/** The books, whose decision is told to the span. A decision that is taken again overwrites it. */
const told = (books: OpenBooks, span: Span): OpenBooks =>
  Object.create(books, {
    record: {
      value(decision: Parameters<OpenBooks["record"]>[0]) {
        const { verb, outcome, refusedBy } = decision
        span.updateName("firewall decision")
        span.setAttributes({ "latchkey.verb": verb, "latchkey.outcome": outcome })
        if (refusedBy) span.setAttribute("latchkey.rule", refusedBy)
        books.record(decision)
      },
    },
  })

function routeOf(operation: string): Attributes {
  const [method = "", route] = operation.split(" ")
  return route ? { "http.request.method": method, "http.route": route } : {}
}

/** A statement's name: what it writes, or else reads, and as what it is prepared. Its text is ours; its values stand elsewhere. */
function describedBy(asked: Statement): [string, Attributes] {
  const { name, text } = render(asked)
  let summary = summaries.get(name)
  if (!summary) {
    const [, verb = "SELECT", table = ""] =
      /\b(?<!DO |FOR )(INSERT|UPDATE|DELETE)(?: INTO| FROM)? "?(\w+)/.exec(text) ??
      /\b(?:FROM)\s+"?()(\w+)/.exec(text) ??
      []
    summary = `${verb || "SELECT"} ${table}`.trim()
    summaries.set(name, summary)
  }
  const attributes = { "db.system.name": "postgresql", "db.query.summary": summary, "latchkey.statement": name }
  return [summary, attributes]
}
const summaries = new Map<string, string>()
