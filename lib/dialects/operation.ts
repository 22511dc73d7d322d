import type { z } from "zod"
import type { DiscoveryCore } from "@/lib/discovery/browse"
import type { Reason, Refusal } from "@/lib/refusal"
import type { SignedIn } from "@/lib/session/session"
import type { Caller, Core, Member, Visitor } from "@/lib/sign-in/core"

/** An HTTP answer in a dialect's own shape. A body of undefined is none. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> }

/**
 * How a request ended, for operators: answered, not well formed, refused by the core, or failed by a surprise. `reason` is the kind of
 * the problem or refusal, `rule` the limit that refused. All are words of ours, and never the caller's.
 */
export type Outcome = { outcome: "ok" | "invalid" | "refused" | "failed"; reason?: string; rule?: string }

/**
 * A request that began: its id, the dialect, the operation as its method and the path's template, and, as its caller sent it, what the W3C
 * calls `traceparent`.
 */
export type BegunRequest = { id: string; dialect: string; operation: string; traceparent?: string | undefined }

/**
 * How it ended: `aborted` if its caller left before the answer was written, and without a status if before it began. `operation` where it is
 * known better in the end.
 */
export type EndedRequest = Omit<Outcome, "outcome"> & {
  outcome: Outcome["outcome"] | "aborted"
  status?: number
  operation?: string
}

/** What is wrong with one field, in words that follow its name. */
export type FieldProblem = { field: string; problem: string }

/** A request that never reached the core. */
export type Problem =
  | { kind: "invalid-fields"; fields: FieldProblem[] }
  | { kind: "unreadable-body" }
  | { kind: "body-too-large" }
  | { kind: "foreign-origin" }
  | { kind: "no-such-path" }
  | { kind: "no-such-method" }
  | { kind: "broken" }

/** A table of answers: one for every kind of refusal or problem, or the build breaks. `sent` is what the caller sent. */
export type Answers<Union extends { kind: string }> = {
  [Kind in Union["kind"]]: (
    about: Extract<Union, { kind: Kind }>,
    retryAfter: number,
    sent: Record<string, unknown>,
  ) => Answer
}

/** What is common to the operations of one dialect. */
export type Dialect = {
  /** As operators know it. */
  name: string
  /** Request headers that a page of another origin may send. */
  allowHeaders: string[]
  /** Who is calling, by this dialect's headers, or what is wrong with them. */
  caller(headers: Headers, from: Pick<Caller, "address" | "userAgent" | "bearer">): Caller | FieldProblem
  refusals: Answers<Reason>
  problems: Answers<Problem>
  /** Whose bearer token this is, where the dialect has others than its sessions' access tokens. */
  bearer?(token: string, caller: Caller, core: Core): Promise<SignedIn | Refusal>
}

/** Who an operation's `run` is told of, by what the operation asks of a token. */
type Who = { none: Caller; optional: Visitor; required: Member }
export type TokenNeed = keyof Who

/** One operation of a dialect: read the wire, run a verb, write the wire. */
export type Operation<Input, Result, Need extends TokenNeed> = {
  /** Turns the body, or the query, and the path's parameters into what the verb takes. */
  read: z.ZodType<Input>
  token?: Need
  /** What the token must be good for. */
  scope?: string
  run(input: Input, who: Who[Need], core: DiscoveryCore): Promise<Result | Refusal>
  write(result: Result): Answer
}

/** An operation whose input and result no one outside needs to know. */
// biome-ignore lint/suspicious/noExplicitAny: the types were checked where the operation was written.
export type AnyOperation = Operation<any, any, any>

/**
 * One path: where it is, in OpenAPI's notation, and its operations by method. `pages`: which pages of other origins may read it, beside those
 * that operators list: `any`, since it tells everybody the same, or `apps`, the pages of apps that people sign in to.
 */
export type Path = { url: string; pages?: "any" | "apps" } & Partial<Record<Method, AnyOperation>>
export type Method = "GET" | "POST" | "PUT" | "DELETE"

/** A path that knows whose it is, so that a route needs to name nothing else. */
export type DialectPath = Path & { dialect: Dialect }

/** A dialect's paths by name, each with its dialect. */
export const pathsOf = <Paths extends Record<string, Path>>(
  dialect: Dialect,
  paths: Paths,
): { [Name in keyof Paths]: Paths[Name] & { dialect: Dialect } } =>
  Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, { ...path, dialect }])) as never

/**
 * Whether a method's operations are closed to browsers' pages of other origins: all that do more than read. They send texts, spend
 * tries, make accounts, and a form or a body of `text/plain` asks no preflight: a strange page must not make its
 * visitors do so. Who is no browser sends no `Origin` and notices nothing.
 */
export const refusesForeignOrigins = (method: string): boolean => method !== "GET" && method !== "HEAD"

/** Writes down an operation; what it takes and gives is inferred and checked here. */
export const operation = <Input, Result, Need extends TokenNeed = "none">(
  described: Operation<Input, Result, Need>,
): AnyOperation => described

/** What JSON Schema may say of a value beyond what its zod schema shows. */
export type Shown = { [keyword: string]: unknown; description?: string; example?: unknown }

/** A header that callers send. */
export type HeaderDocs = {
  name: string
  description: string
  schema: z.ZodType
  required?: boolean
  example?: string
  /** A value that is refused. */
  wrong?: string
}

/** What the API reference says of an operation, beyond what the operation says itself. */
export type OperationDocs = {
  summary: string
  description?: string
  /** The published body, where `read` takes any object and looks for itself. */
  request?: z.ZodType
  /** What to say of a field, by its dotted name. */
  fields?: Record<string, Shown>
  /** A request that is well formed, without what stands in the URL. */
  example?: Record<string, unknown>
  /** Further requests that are well formed, by what they show. */
  examples?: Record<string, Record<string, unknown>>
  /** Requests that are not well formed; the empty one is tried in any case. */
  wrong?: Record<string, unknown>[]
  /** The form that is published first, where it is not JSON. */
  form?: true
  /** Instead of the dialect's. */
  headers?: HeaderDocs[]
  /** It takes the dialect's HTTP Basic or the same in the body, which the frame does not look at. */
  basic?: true
  /** It takes a bearer token, though its dialect's callers show who they are in another way. */
  bearer?: string
  answer: { status: number; description: string; body?: z.ZodType; example?: unknown; headers?: Record<string, string> }
  /** What the core may refuse here. What the frame refuses goes without saying. */
  refuses: (Reason["kind"] | Reason)[]
}

/** What the API reference says of a dialect. A path or a method without an entry breaks the build. */
export type DialectDocs<Paths> = {
  title: string
  description: string
  /** How its callers show who they are. */
  security: { scheme: "bearer" | "basic"; description: string }
  headers: HeaderDocs[]
  /** The shape of every no. */
  error: z.ZodType
  operations: { [Name in keyof Paths]: { [M in Method & keyof Paths[Name]]: OperationDocs } }
}
