import {
  type Answer,
  type Answers,
  type AnyOperation,
  type BegunRequest,
  type Dialect,
  type DialectPath,
  type EndedRequest,
  type Method,
  type Outcome,
  type Problem,
  refusesForeignOrigins,
} from "@/lib/dialects/operation"
import type { DiscoveryCore } from "@/lib/discovery/browse"
import { bearerIn } from "@/lib/http/bearer"
import { type Body, readBody } from "@/lib/http/body"
import { comeBack, inTime, isWaiting, Overdue } from "@/lib/http/in-time"
import { queryOf } from "@/lib/http/query"
import { requestIdOf, traced } from "@/lib/http/request-id"
import { isRefusal, type Refusal, refuse } from "@/lib/refusal"
import { covers } from "@/lib/session/scope"
import type { SignedIn } from "@/lib/session/session"
import type { Caller } from "@/lib/sign-in/core"
import { noteRefusal } from "@/lib/sign-in/steps/note-refusal"
import { whoIsThis } from "@/lib/sign-in/steps/who-is-this"
import { after, type Duration } from "@/lib/time"
import { crossOrigin, originsFor, preflight } from "./cross-origin"
import { fieldsOf } from "./fields-of"
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
  /** Hears that a request began, and then how it ended. Undefined where nobody listens. */
  watch?: ((begun: BegunRequest) => (ended: EndedRequest) => void) | undefined
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
  const respond = (method: string): Handler => {
    const operation = path[(method === "HEAD" ? "GET" : method) as Method]
    const name = `${operation || method === "OPTIONS" ? method : "other"} ${path.url}`
    return async (request, context) => {
      const here = await surroundings().catch(() => undefined)
      if (!here) return toResponse(dialect.problems.broken({ kind: "broken" }, 0, {}), {})
      const id = requestIdOf(request.headers.get("x-request-id"), here.core.newId)
      const ended = here.watch?.({ id, dialect: dialect.name, operation: name, ...traced(request) })
      const origins = await originsFor(request, path, here)
      const around = { ...here, origins }
      const cross = { ...crossOrigin(request, origins, path.pages), "X-Request-Id": id }
      if (method === "OPTIONS") return preflight(dialect, allow, cross)
      const answer = operation
        ? await run(dialect, operation, request, await context.params, around).catch((problem) =>
            failed(problem, dialect, request, around),
          )
        : problemOf(dialect)({ kind: "no-such-method" })
      ended?.(answer)
      return toResponse(answer, operation ? cross : { ...cross, Allow: allow })
    }
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
    const id = around && requestIdOf(request.headers.get("x-request-id"), around.core.newId)
    const cross: Record<string, string> = id ? { ...crossOrigin(request, around.origins), "X-Request-Id": id } : {}
    const begun = { dialect: dialect.name, operation: "nowhere", ...traced(request) }
    const ended = id ? around.watch?.({ id, ...begun }) : undefined
    const asks = request.method === "OPTIONS" && request.headers.has("access-control-request-method")
    if (asks && "Access-Control-Allow-Origin" in cross) return preflight(dialect, methods.join(", "), cross)
    const answer = problemOf(dialect)({ kind: "no-such-path" })
    ended?.(answer)
    return toResponse(answer, cross)
  }
  return Object.fromEntries(methods.map((method) => [method, missing])) as Handlers
}

/** A surprise is ours to mend. An outage is not, and a caller who tries again later is served. */
function failed(
  problem: unknown,
  dialect: Dialect,
  request: Request,
  { core, isOutage, report }: Surroundings,
): Answer & Outcome {
  if (!(problem instanceof Overdue) && !isOutage(problem)) {
    report(problem)
    return { ...dialect.problems.broken({ kind: "broken" }, 0, {}), outcome: "failed", reason: "broken" }
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
): Promise<Answer & Outcome> {
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
): Promise<Answer & Outcome> {
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
  return isRefusal(result) ? no(result, body.fields, who) : { ...operation.write(result), outcome: "ok" }
}

/** How a dialect says that a request is no good. */
const problemOf =
  ({ problems }: Dialect) =>
  (about: Problem): Answer & Outcome => ({
    ...(problems as Answers<Problem>)[about.kind](about as never, 0, {}),
    outcome: "invalid",
    reason: about.kind,
  })

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

function toResponse({ status, body, headers }: Answer, cross: Record<string, string>): Response {
  const all = { "Cache-Control": "no-store", ...cross, ...headers }
  const init = { status, headers: all }
  return body === undefined ? new Response(null, init) : Response.json(body, init)
}
