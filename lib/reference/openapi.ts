import { dialects } from "@/lib/dialects/all"
import type { Dialect, DialectDocs, DialectPath, Method, TokenNeed } from "@/lib/dialects/operation"
import packageFile from "@/package.json"
import type { Description, OperationObject, Schema, SecurityScheme, Verb } from "./description"
import { documented } from "./documented"
import type { Described } from "./outcomes"
import { requestOf } from "./request"
import { responsesOf } from "./responses"

type AnyPaths = Record<string, DialectPath>
type AnyDialect = { name: string; dialect: Dialect; paths: AnyPaths; docs: DialectDocs<AnyPaths> }

const all = (): AnyDialect[] =>
  Object.entries(dialects).map(([name, { dialect, paths }]) => ({
    name,
    dialect,
    paths,
    docs: documented[name as keyof typeof documented] as unknown as DialectDocs<AnyPaths>,
  }))

/** The OpenAPI 3.1 description of every dialect, made of the schemas and tables that the handlers use. */
export function describeAll(): Description {
  const schemas: Record<string, Schema> = {}
  const securitySchemes: Record<string, SecurityScheme> = {}
  const paths: Description["paths"] = {}
  const tags: Description["tags"] = []
  for (const one of all()) {
    const { title, description, security } = one.docs
    tags.push({ name: title, description })
    securitySchemes[one.name] = { type: "http", ...security }
    for (const placed of operationsOf(one)) {
      const { url, method } = placed
      if (placed.docs.bearer)
        securitySchemes[bearerOf(one.name)] = { type: "http", scheme: "bearer", description: placed.docs.bearer }
      paths[url] = { ...paths[url], [method.toLowerCase() as Verb]: operationObject(placed, one, schemas) }
    }
  }
  return { ...opening, tags, paths, components: { schemas, securitySchemes } }
}

let made: Description | undefined

/** The description, made once: it is the same for everybody. */
export function reference(): Description {
  made ??= describeAll()
  return made
}

const opening = {
  openapi: "3.1.1",
  info: {
    title: "Latchkey",
    version: packageFile.version,
    description: [
      `${packageFile.description} Published sign-in APIs over one core. A body may be JSON or a form; one of more than 64 KiB is refused.`,
      "What a path does not take is 405 with `Allow`; what is at no path is 404; both in the shape of the API.",
      "Every answer here is `Cache-Control: no-store` unless it says otherwise. A token of one API opens nothing in another.",
    ].join(" "),
    license: { name: packageFile.license, identifier: packageFile.license },
  },
  servers: [{ url: "/", description: "Where this file came from." }],
} as const satisfies Partial<Description>

/** An operation with its place among the others. */
export type Placed = Described & { dialectName: string; pathName: string; operationId: string }

/** Every operation of every dialect, in the order of the reference. */
export const everyOperation = (): Placed[] => all().flatMap(operationsOf)

function operationsOf({ name: dialectName, paths, docs }: AnyDialect): Placed[] {
  return Object.entries(paths).flatMap(([pathName, { url, dialect, pages: _, ...operations }]) =>
    Object.entries(operations).map(([method, operation]) => {
      const own = docs.operations[pathName]?.[method as Method]
      if (!own) throw new Error(`${method} ${url} is not documented`)
      const ending = Object.keys(operations).length === 1 ? "" : capital(method.toLowerCase())
      const operationId = `${dialectName}${capital(pathName)}${ending}`
      const headers = own.headers ?? docs.headers
      return { dialectName, dialect, operation, docs: own, headers, method, url, pathName, operationId }
    }),
  )
}

function operationObject(
  described: Placed,
  { name, docs }: AnyDialect,
  schemas: Record<string, Schema>,
): OperationObject {
  const { operationId } = described
  const { summary, description } = described.docs
  return {
    tags: [docs.title],
    operationId,
    summary,
    ...(description !== undefined && { description }),
    ...requestOf(described, schemas),
    responses: responsesOf(described, docs.error, schemas),
    security: securityOf(described, name),
  }
}

function securityOf({ operation, docs }: Described, name: string): Record<string, string[]>[] {
  const need: TokenNeed = operation.token ?? "none"
  const shown = { [docs.bearer ? bearerOf(name) : name]: operation.scope === undefined ? [] : [operation.scope] }
  return docs.basic ? [shown, {}] : { none: [], optional: [{}, shown], required: [shown] }[need]
}

const bearerOf = (name: string) => `${name}Bearer`

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
