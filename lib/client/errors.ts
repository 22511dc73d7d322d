import type { components } from "./schema"

type Body = components["schemas"]["CommerceError"]

/** Every no of the Commerce API. `code` is its own word; `unreachable` is where none came. */
export class CommerceError extends Error {
  override readonly name: string = "CommerceError"
  readonly status: number
  readonly code: Body["error"]["code"] | "unreachable"
  /** The field that is wrong, where one is. */
  readonly field: string | undefined

  constructor(status: number, { code, message, field }: ErrorFacts) {
    super(message)
    this.status = status
    this.code = code
    this.field = field
  }
}
type ErrorFacts = { code: CommerceError["code"]; message: string; field?: string | undefined }

/** The request breaks a rule; `field` says where. */
export class ValidationError extends CommerceError {
  override readonly name = "ValidationError"
}

/** Wrong email or password. */
export class InvalidCredentialsError extends CommerceError {
  override readonly name = "InvalidCredentialsError"
}

/** The token has expired, was revoked, or never was: sign in again. */
export class TokenError extends CommerceError {
  override readonly name = "TokenError"
}

/** The token or API key is not good for this. */
export class InsufficientScopeError extends CommerceError {
  override readonly name = "InsufficientScopeError"
}

/** There is an account with this email already. */
export class DuplicateError extends CommerceError {
  override readonly name = "DuplicateError"
}

/** Too many requests: wait so many seconds. */
export class RateLimitedError extends CommerceError {
  override readonly name = "RateLimitedError"
  readonly retryAfter: number

  constructor(status: number, facts: ErrorFacts, retryAfter: number) {
    super(status, facts)
    this.retryAfter = retryAfter
  }
}

/** No answer came, or none that is Commerce's. */
export class UnreachableError extends CommerceError {
  override readonly name = "UnreachableError"

  constructor(status: number, cause?: unknown) {
    super(status, { code: "unreachable", message: "Commerce could not be reached." })
    this.cause = cause
  }
}

const kinds: Partial<Record<Body["error"]["code"], typeof CommerceError>> = {
  validation_error: ValidationError,
  invalid_credentials: InvalidCredentialsError,
  token_expired: TokenError,
  token_revoked: TokenError,
  token_invalid: TokenError,
  insufficient_scope: InsufficientScopeError,
  duplicate: DuplicateError,
}

/** The exception for an answer that is no success. */
export function errorFrom(response: Response, body: unknown): CommerceError {
  const { status, headers } = response
  const facts = isBody(body) ? body.error : undefined
  if (!facts) return new UnreachableError(status)
  if (facts.code === "rate_limited") return new RateLimitedError(status, facts, Number(headers.get("retry-after")))
  return new (kinds[facts.code] ?? CommerceError)(status, facts)
}

const isBody = (body: unknown): body is Body =>
  typeof (body as Partial<Body> | undefined)?.error === "object" && typeof (body as Body).error?.code === "string"
