import {
  type Answer,
  type Answers,
  type AnyOperation,
  type Dialect,
  type DialectPath,
  type FieldProblem,
  type Method,
  type Problem,
  refusesForeignOrigins,
} from "@/lib/dialects/operation"
import type { DiscoveryCore } from "@/lib/discovery/browse"
import { type Body, readBody } from "@/lib/http/body"
import { comeBack, inTime, isWaiting, Overdue } from "@/lib/http/in-time"
import { isRefusal, type Refusal, refuse } from "@/lib/refusal"
import { covers } from "@/lib/session/scope"
import type { SignedIn } from "@/lib/session/session"
import type { Caller } from "@/lib/sign-in/core"
import { noteRefusal } from "@/lib/sign-in/steps/note-refusal"
import { whoIsThis } from "@/lib/sign-in/steps/who-is-this"
import { after, type Duration } from "@/lib/time"
import { crossOrigin, preflight } from "./cross-origin"
import { refused } from "./refused"

/** What operations run in. It is made on the first request, never while the application is built. */
export type Surroundings = {
  core: DiscoveryCore
  addressOf(headers: Headers): string | undefined
  /** Our own origin and those that `CORS_ORIGINS` lists. */
  origins: ReadonlySet<string>
  report(problem: unknown): void
  /** How long a caller waits, from when their request is here to the answer. */
  patience: Duration
  /** Whether a problem is that what we stand on is out of reach just now. */
  isOutage(problem: unknown): boolean
}

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const

/** The handlers of one path, for every method that Next knows: what the path has not is answered 405. */
export type Handlers = Record<(typeof methods)[number], Handler>

/** Makes a path's handlers of its operations. */
export function mount(path: DialectPath, surroundings: () => Promise<Surroundings>): Handlers {
  const { dialect } = path
  const own = methods.filter((name) => name in path)
  const allow = [...own, ...("GET" in path ? ["HEAD"] : []), "OPTIONS"].join(", ")
  const respond =
    (method: string): Handler =>
    async (request, context) => {
      const around = await surroundings().catch(() => undefined)
      const operation = path[(method === "HEAD" ? "GET" : method) as Method]
      if (!around) return toResponse(dialect.problems.broken({ kind: "broken" }, 0, {}), {})
      const cross = crossOrigin(request, around.origins)
      if (method === "OPTIONS") return preflight(dialect, allow, cross)
      if (!operation)
        return toResponse(dialect.problems["no-such-method"]({ kind: "no-such-method" }, 0, {}), {
          ...cross,
          Allow: allow,
        })
      const answer = await run(dialect, operation, request, await context.params, around).catch((problem) =>
        failed(problem, dialect, request, around),
      )
      return toResponse(answer, cross)
    }
  return Object.fromEntries(methods.map((method) => [method, respond(method)])) as Handlers
}

/**
 * A path that is not there, in the dialect's own shape, whatever the method. A page of a listed origin reads that too: its
 * browser is let ask and then told, since it would not tell the page of a preflight that failed.
 */
export function nowhere(dialect: Dialect, surroundings: () => Promise<Surroundings>): Handlers {
  const missing: Handler = async (request) => {
    const around = await surroundings().catch(() => undefined)
    const cross = around ? crossOrigin(request, around.origins) : {}
    const asks = request.method === "OPTIONS" && request.headers.has("access-control-request-method")
    if (asks && "Access-Control-Allow-Origin" in cross) return preflight(dialect, methods.join(", "), cross)
    return toResponse(dialect.problems["no-such-path"]({ kind: "no-such-path" }, 0, {}), cross)
  }
  return Object.fromEntries(methods.map((method) => [method, missing])) as Handlers
}

/** A surprise is ours to mend. An outage is not, and a caller who tries again later is served. */
function failed(
  problem: unknown,
  dialect: Dialect,
  request: Request,
  { core, isOutage, report }: Surroundings,
): Answer {
  if (!(problem instanceof Overdue) && !isOutage(problem)) {
    report(problem)
    return dialect.problems.broken({ kind: "broken" }, 0, {})
  }
  core.warn("out-of-reach", problem)
  const now = core.now()
  return refused(dialect, refuse({ kind: "busy", retryAt: after(now, comeBack) }), {}, now, request)
}

async function run(
  dialect: Dialect,
  operation: AnyOperation,
  request: Request,
  params: Record<string, string>,
  around: Surroundings,
): Promise<Answer> {
  const problem = problemOf(dialect)
  const origin = request.headers.get("origin")
  if (refusesForeignOrigins(request.method) && origin !== null && !around.origins.has(origin))
    return problem({ kind: "foreign-origin" })

  const from = {
    address: around.addressOf(request.headers),
    userAgent: request.headers.get("user-agent") ?? undefined,
    // Where no token is needed it may say all the same that the device signed in before; what it says cannot be wrong.
    bearer: bearerIn(request.headers),
  }
  const caller = dialect.caller(request.headers, from)
  if ("problem" in caller) return problem({ kind: "invalid-fields", fields: [caller] })
  // Before the token is looked at: a body may take ten seconds to come, and the session may end within them.
  const hasBody = request.method === "POST"
  const body = hasBody ? await readBody(request) : { fields: queryOf(request) }
  const waiting = { ...caller, isWaiting: isWaiting(request, around.core.now, around.patience) }
  return inTime(answer(dialect, operation, request, waiting, body, params, around), around.patience)
}

async function answer(
  dialect: Dialect,
  operation: AnyOperation,
  request: Request,
  caller: Caller,
  body: Body,
  params: Record<string, string>,
  around: Surroundings,
): Promise<Answer> {
  const problem = problemOf(dialect)
  const signedIn = await authenticate(dialect, operation, request.headers.get("authorization"), caller, around)
  const no = (refusal: Refusal, sent: Record<string, unknown>, who: Caller) => {
    noteRefusal(refusal, who, around.core)
    return refused(dialect, refusal, sent, around.core.now(), request)
  }
  if (isRefusal(signedIn)) return no(signedIn, {}, caller)

  if ("problem" in body) return problem({ kind: body.problem })
  const input = await operation.read.safeParseAsync({ ...body.fields, ...params })
  if (!input.success) return problem({ kind: "invalid-fields", fields: fieldsOf(input.error.issues) })

  const who = { ...caller, signedIn }
  const result = await operation.run(input.data, who, around.core)
  return isRefusal(result) ? no(result, body.fields, who) : operation.write(result)
}

/** How a dialect says that a request is no good. */
const problemOf =
  ({ problems }: Dialect) =>
  (about: Problem): Answer =>
    (problems as Answers<Problem>)[about.kind](about as never, 0, {})

function queryOf({ url }: Request): Record<string, string> {
  const at = url.indexOf("?")
  return at < 0 ? {} : Object.fromEntries(new URL(url).searchParams)
}

async function authenticate(
  dialect: Dialect,
  { token: need = "none", scope }: AnyOperation,
  authorization: string | null,
  caller: Caller,
  around: Surroundings,
): Promise<SignedIn | Refusal | undefined> {
  if (need === "none" || (need === "optional" && authorization === null)) return undefined
  const token = caller.bearer
  if (!token) return refuse({ kind: "unauthorized", because: "missing" })
  const bearer = dialect.bearer ?? ((shown, { audience }, core) => whoIsThis(shown, audience, core))
  const signedIn = await bearer(token, caller, around.core)
  if (isRefusal(signedIn) || scope === undefined || covers(signedIn.session.scopes, scope)) return signedIn
  const { id: sessionId, accountId, client } = signedIn.session
  return refuse({ kind: "insufficient-scope", scope }, { accountId, sessionId, client })
}

/** The bearer token of a request (RFC 6750, 2.1). */
const bearerIn = (headers: Headers): string | undefined =>
  /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(headers.get("authorization") ?? "")?.[1]

/** One problem a field, the first. */
export function fieldsOf(issues: readonly { path: PropertyKey[]; message: string }[]): FieldProblem[] {
  const first = new Map<string, string>()
  for (const { path, message } of issues) {
    const field = path.map(String).join(".")
    if (!first.has(field)) first.set(field, message)
  }
  return [...first].map(([field, problem]) => ({ field, problem }))
}

function toResponse({ status, body, headers }: Answer, cross: Record<string, string>): Response {
  const all = { "Cache-Control": "no-store", ...cross, ...headers }
  const init = { status, headers: all }
  return body === undefined ? new Response(null, init) : Response.json(body, init)
}
