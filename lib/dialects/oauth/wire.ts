import { z } from "zod"
import type { Introspected } from "@/lib/oauth/client-tokens"
import type { Tokens } from "@/lib/sign-in/steps/mint"

export const unsupportedGrant = "The one grant_type here is client_credentials"

/** A parameter without a value is as one left out, and none may come twice (RFC 6749, 3.2). */
const parameter = (name: string) =>
  z.preprocess(
    (value) => value || undefined,
    z
      .string({ error: ({ input }) => (input === undefined ? `${name} is required` : `${name} must be one text`) })
      .refine((value) => value.isWellFormed() && !value.includes("\0"), `${name} must be text without NUL`),
  )
const optional = (name: string) => z.preprocess((value) => value || undefined, parameter(name).optional())

const credentials = { client_id: optional("client_id"), client_secret: optional("client_secret") }
type Credentials = { client_id?: string | undefined; client_secret?: string | undefined }
const claimOf = ({ client_id: clientId, client_secret: clientSecret }: Credentials) => ({ clientId, clientSecret })

/** The rest of this API writes in camel case, so its clients may do so here. */
const camelCase = { grantType: "grant_type", clientId: "client_id", clientSecret: "client_secret" } as const
const inEitherCase = (body: unknown) => {
  const given = body as Record<string, unknown>
  const renamed = Object.entries(camelCase).flatMap(([camel, snake]) => (camel in given ? [[snake, given[camel]]] : []))
  return { ...Object.fromEntries(renamed), ...given } as unknown
}
const body = <T extends z.ZodType>(shape: T) => z.preprocess(inEitherCase, shape)

export const tokenRequest = body(
  z
    .object({
      grant_type: parameter("grant_type").refine((grant) => grant === "client_credentials", unsupportedGrant),
      scope: optional("scope"),
      ...credentials,
    })
    .transform(({ scope, ...claim }) => ({ ...claimOf(claim), scopes: scope?.split(" ").filter(Boolean) })),
)

/** For introspection and revocation alike. The hint is only a hint: there is one place to look (RFC 7009, 2.1). */
export const aboutTokenRequest = body(
  z
    .object({ token: parameter("token"), ...credentials })
    .transform(({ token, ...claim }) => ({ token, ...claimOf(claim) })),
)
export const nothingRequest = z.object({})

/** Published in camel case. Standard OAuth libraries refuse that alone, so RFC 6749's own names stand beside it. */
export const tokenBody = ({ accessToken, expiresIn, scopes }: Tokens) => ({
  accessToken,
  tokenType: "Bearer",
  expiresIn,
  access_token: accessToken,
  token_type: "Bearer",
  expires_in: expiresIn,
  scope: scopes.join(" "),
})

const inSeconds = (at: Date) => Math.floor(at.getTime() / 1000)

/** RFC 7662, section 2.2. */
export const introspectedBody = (token: Introspected) => {
  if (!token.active) return { active: false }
  const { clientId, scopes, issuedAt, expiresAt, issuer } = token
  return {
    active: true,
    scope: scopes.join(" "),
    client_id: clientId,
    token_type: "Bearer",
    exp: inSeconds(expiresAt),
    iat: inSeconds(issuedAt),
    sub: clientId,
    aud: issuer,
    iss: issuer,
  }
}

const ways = ["client_secret_basic", "client_secret_post"]

/** RFC 8414, section 2. There is no authorization endpoint, and so no response type. */
export const metadataBody = (issuer: string) => ({
  issuer,
  token_endpoint: `${issuer}/auth/token`,
  jwks_uri: `${issuer}/.well-known/jwks.json`,
  introspection_endpoint: `${issuer}/oauth/introspect`,
  revocation_endpoint: `${issuer}/oauth/revoke`,
  response_types_supported: [],
  grant_types_supported: ["client_credentials"],
  token_endpoint_auth_methods_supported: ways,
  introspection_endpoint_auth_methods_supported: ways,
  revocation_endpoint_auth_methods_supported: ways,
})
