/** The part of OpenAPI 3.1 that we write, and that our pages read. */
export type Description = {
  openapi: "3.1.1"
  info: {
    title: string
    version: string
    description: string
    license: { name: string; identifier: string }
  }
  servers: { url: string; description: string }[]
  tags: { name: string; description: string }[]
  paths: Record<string, Partial<Record<Verb, OperationObject>>>
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, SecurityScheme> }
}

export type Verb = "get" | "post" | "put" | "delete"

export type OperationObject = {
  tags: [string]
  operationId: string
  summary: string
  description?: string
  parameters?: Parameter[]
  requestBody?: { required: boolean; content: Record<string, MediaType> }
  responses: Record<string, ResponseObject>
  security: Record<string, string[]>[]
}

export type Parameter = {
  name: string
  in: "path" | "query" | "header"
  required: boolean
  description?: string
  schema: Schema
  example?: unknown
}

export type MediaType = {
  schema: Schema
  examples?: Record<string, Example>
  encoding?: Record<string, { style: "deepObject"; explode: true }>
}
export type Example = { summary?: string; value: unknown }

export type ResponseObject = {
  description: string
  headers?: Record<string, { description: string; required: boolean; schema: Schema; example?: unknown }>
  content?: { "application/json": MediaType }
}

export type SecurityScheme = { type: "http"; scheme: "bearer" | "basic"; description: string; bearerFormat?: string }

/** A JSON Schema, as far as we look into it. */
export type Schema = {
  [keyword: string]: unknown
  $ref?: string
  title?: string
  type?: string | string[]
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  enum?: unknown[]
}
