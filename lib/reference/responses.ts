import type { z } from "zod"
import type { ResponseObject, Schema } from "./description"
import { type Described, type Outcome, outcomes } from "./outcomes"
import { byName, schemaOf } from "./schema"

const headerWords: Record<string, string> = {
  "Retry-After": "Seconds to wait.",
  RateLimit: "What is left of the limit that was reached (draft-ietf-httpapi-ratelimit-headers).",
  "RateLimit-Policy": "The limit that was reached (draft-ietf-httpapi-ratelimit-headers).",
  "Cache-Control": "How long it may be kept.",
  "WWW-Authenticate": "How to show who you are (RFC 6750, section 3).",
}

/** Every status of an operation, each with examples that its dialect's own tables made. */
export function responsesOf(
  described: Described,
  error: z.ZodType,
  components: Record<string, Schema>,
): Record<string, ResponseObject> {
  const byStatus = new Map<number, Outcome[]>()
  for (const outcome of outcomes(described)) {
    const { status } = outcome.answer
    byStatus.set(status, [...(byStatus.get(status) ?? []), outcome])
  }
  const noes = [...byStatus].map(([status, all]) => [String(status), no(all, error, components)])
  return Object.fromEntries([[String(described.docs.answer.status), yes(described, components)], ...noes])
}

function yes({ docs: { answer } }: Described, components: Record<string, Schema>): ResponseObject {
  const { description, body, example, headers } = answer
  if (!body) return { description, ...headersOf(headers) }
  const schema = byName(schemaOf(body, "output"), components)
  return {
    description,
    ...headersOf(headers),
    content: { "application/json": { schema, examples: { example: { value: example } } } },
  }
}

function no(all: Outcome[], error: z.ZodType, components: Record<string, Schema>): ResponseObject {
  const schema = byName(schemaOf(error, "output"), components)
  const examples = Object.fromEntries(
    all.map(({ name, says, answer }) => [name, { summary: says, value: answer.body }]),
  )
  const headers = Object.assign({}, ...all.map(({ answer }) => answer.headers ?? {}))
  const always = (name: string) => all.every(({ answer }) => name in (answer.headers ?? {}))
  return {
    description: [...new Set(all.map(({ says }) => says))].join(" "),
    ...headersOf(headers, always),
    content: { "application/json": { schema, examples } },
  }
}

function headersOf(
  headers: Record<string, string> = {},
  always = (_: string) => true,
): Pick<ResponseObject, "headers"> {
  const shown = Object.entries(headers).map(([name, example]) => [
    name,
    { description: headerWords[name] ?? "", required: always(name), schema: { type: "string" }, example },
  ])
  return shown.length > 0 ? { headers: Object.fromEntries(shown) } : {}
}
