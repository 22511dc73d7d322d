import { Validator } from "@seriousme/openapi-schema-validator"
import { describe, expect, test } from "vitest"
import type { Schema } from "@/lib/reference/description"
import { describeAll, everyOperation } from "@/lib/reference/openapi"
import { outcomes } from "@/lib/reference/outcomes"
import { mismatch } from "@/lib/testing/documented"

const description = describeAll()
const operations = Object.entries(description.paths).flatMap(([url, path]) =>
  Object.entries(path).map(([verb, operation]) => ({ url, verb, operation })),
)
const named = everyOperation().map((operation) => [operation.operationId, operation] as const)

test("the description is valid OpenAPI 3.1", async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(description)))
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
  expect(validator.version).toBe("3.1")
})

test("every operation has a name of its own, and says no in at least one way", () => {
  const ids = operations.map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { operation } of operations)
    expect(
      Object.keys(operation.responses).filter((status) => status >= "400"),
      operation.operationId,
    ).not.toEqual([])
})

test("every reference leads somewhere, and every named shape is used", () => {
  const used = JSON.stringify(description).matchAll(/#\/components\/schemas\/(\w+)/g)
  expect([...new Set([...used].map(([, name]) => name))].sort()).toEqual(
    Object.keys(description.components.schemas).sort(),
  )
})

describe("examples are true", () => {
  const examples = operations.flatMap(({ operation }) => {
    const inAnswers = Object.entries(operation.responses).flatMap(([status, { content }]) => {
      const media = content?.["application/json"]
      return Object.entries(media?.examples ?? {}).map(([name, { value }]) => ({
        name: `${status} ${name}`,
        schema: media?.schema as Schema,
        value,
      }))
    })
    const inRequest = Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema, examples = {} }) =>
      Object.entries(examples).map(([name, { value }]) => ({ name: `request ${name}`, schema, value })),
    )
    const inParameters = (operation.parameters ?? []).flatMap(({ name, schema, example }) =>
      example === undefined ? [] : [{ name, schema, value: example }],
    )
    return [...inRequest, ...inParameters, ...inAnswers].map(
      (one) => [`${operation.operationId}: ${one.name}`, one] as const,
    )
  })
  test.each(examples)("%s", (_, { schema, value }) => {
    expect(mismatch(schema, value)).toBeUndefined()
  })
})

describe("what is asked for is what is read", () => {
  test.each(named)("%s reads its own examples", (_, { docs, operation, url }) => {
    const inPath = Object.fromEntries([...url.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, "1"]))
    for (const example of [docs.example ?? {}, ...Object.values(docs.examples ?? {})])
      expect(operation.read.safeParse({ ...inPath, ...example }).error?.issues).toBeUndefined()
  })

  test.each(named)("%s needs what it calls required, and nothing else", (_, { docs, operation, url, method }) => {
    if (method !== "POST" || !docs.example) return
    const { post } = description.paths[url] ?? {}
    const schema = Object.values(post?.requestBody?.content ?? {})[0]?.schema as Schema
    for (const name of Object.keys(docs.example)) {
      const { [name]: _left, ...rest } = docs.example
      expect([name, operation.read.safeParse(rest).success]).toEqual([name, mismatch(schema, rest) === undefined])
    }
  })

  test.each(named)("%s refuses each request that is given as wrong", (_, described) => {
    const kinds = outcomes(described).filter(({ name }) => name.startsWith("invalid-fields"))
    const wrong = (described.docs.wrong ?? []).length + described.headers.filter((header) => header.wrong).length
    expect(kinds.length).toBeGreaterThanOrEqual(wrong)
  })
})
