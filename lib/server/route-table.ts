import { dialects, type Mounted } from "@/lib/dialects/all"
import { ledThrough, prefixes } from "@/lib/dialects/prefixes.mjs"

/** What answers a request, with the parameters that stand in its path. */
export type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
type ByMethod = Partial<Record<string, Handler>>

/** Tells which handler a path and a method have; undefined where Next is to answer. */
export type RouteTable = (path: string, method: string) => Found | undefined
export type Found = {
  handler: Handler
  params: Record<string, string>
  /** It is no dialect's, which tells of its requests itself. */
  isMachines?: boolean
}

/** The handlers of every dialect at their published paths, `others` at theirs, and each dialect's 404 under its prefixes. */
export function routeTable(api: Mounted, others: Record<string, ByMethod>): RouteTable {
  const fixed = new Map<string, ByMethod>(Object.entries(others))
  const patterns: { pattern: RegExp; handlers: ByMethod }[] = []
  for (const [name, { paths }] of Object.entries(dialects))
    for (const [key, { url }] of Object.entries(paths)) {
      const handlers = (api as Record<string, Record<string, ByMethod>>)[name]?.[key] ?? {}
      if (url.includes("{")) patterns.push({ pattern: patternOf(url), handlers })
      else fixed.set(url, handlers)
    }
  const nowhere = Object.entries(prefixes).flatMap(([name, own]) =>
    own.map((prefix) => ({ prefix, handlers: api[name as keyof Mounted].nowhere as ByMethod })),
  )
  return (path, method) => {
    if ((ledThrough as readonly string[]).includes(path)) return undefined
    const handler = fixed.get(path)
    if (handler) return found(handler, method, {}, Object.hasOwn(others, path))
    for (const { pattern, handlers } of patterns) {
      const groups = pattern.exec(path)?.groups
      if (groups) return found(handlers, method, { ...groups })
    }
    const under = nowhere.find(({ prefix }) => path.startsWith(`${prefix}/`))
    return under && found(under.handlers, method)
  }
}

const patternOf = (url: string) =>
  new RegExp(`^${url.replaceAll(".", "\\.").replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`)

function found(
  handlers: ByMethod,
  method: string,
  params: Record<string, string> = {},
  isMachines = false,
): Found | undefined {
  const known = Object.hasOwn(handlers, method) ? handlers[method] : undefined
  // No path has an operation for PATCH: it says what a path says to a method that it has not, to those too that nobody knows.
  const handler = known ?? handlers.PATCH
  return handler && { handler, params, isMachines }
}
