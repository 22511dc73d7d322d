import { z } from "zod"
import type { Introspected } from "@/lib/oauth/client-tokens"
import type { AppTokens } from "@/lib/oauth/id-token"
import { personScopes } from "@/lib/oauth/scopes"
import type { UserInfo } from "@/lib/oauth/userinfo"
import type { Tokens } from "@/lib/sign-in/steps/mint"
import { epochSeconds } from "@/lib/time"

const grants = ["client_credentials", "authorization_code", "refresh_token"] as const
export const unsupportedGrant = `grant_type must be one of ${grants.join(", ")}`

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

const isGrant = (grant: string): grant is (typeof grants)[number] => (grants as readonly string[]).includes(grant)

/** RFC 7636, 4.1: what redeems a code, of 43 to 128 unreserved characters. */
const verifier = /^[\w.~-]{43,128}$/

/** What each grant needs beside the client's own name. */
const needs = {
  client_credentials: [],
  authorization_code: ["code", "redirect_uri", "code_verifier"],
  refresh_token: ["refresh_token"],
} as const

export const tokenRequest = body(
  z
    .object({
      grant_type: parameter("grant_type").refine(isGrant, unsupportedGrant),
      scope: optional("scope"),
      code: optional("code"),
      redirect_uri: optional("redirect_uri"),
      code_verifier: optional("code_verifier").refine(
        (text) => text === undefined || verifier.test(text),
        "code_verifier must have 43 to 128 letters, digits, or -._~",
      ),
      refresh_token: optional("refresh_token"),
      ...credentials,
    })
    .superRefine((given, context) => {
      for (const name of isGrant(given.grant_type) ? needs[given.grant_type] : [])
        if (given[name] === undefined)
          context.addIssue({ code: "custom", path: [name], message: `${name} is required` })
    })
    .transform(({ grant_type: grant, scope, ...given }) => ({
      ...claimOf(given),
      grant: grant as (typeof grants)[number],
      scopes: scope?.split(" ").filter(Boolean),
      code: given.code ?? "",
      redirectUri: given.redirect_uri ?? "",
      verifier: given.code_verifier ?? "",
      refreshToken: given.refresh_token ?? "",
    })),
)

/** For introspection and revocation alike. The hint is only a hint: there is one place to look (RFC 7009, 2.1). */
export const aboutTokenRequest = body(
  z
    .object({ token: parameter("token"), ...credentials })
    .transform(({ token, ...claim }) => ({ token, ...claimOf(claim) })),
)
export const nothingRequest = z.object({})

/** Published in camel case. Standard OAuth libraries refuse that alone, so RFC 6749's own names stand beside it. */
export const tokenBody = ({ accessToken, refreshToken, expiresIn, scopes, ...more }: Tokens | AppTokens) => ({
  accessToken,
  tokenType: "Bearer",
  expiresIn,
  access_token: accessToken,
  token_type: "Bearer",
  expires_in: expiresIn,
  scope: scopes.join(" "),
  ...(refreshToken && { refresh_token: refreshToken }),
  ...("idToken" in more && { id_token: more.idToken }),
})

/** OpenID Connect Core, 5.1. */
export const userInfoBody = ({ id, name, email, phone }: UserInfo) => ({
  sub: id,
  ...(name && {
    name: [name.firstName, name.lastName].filter(Boolean).join(" "),
    given_name: name.firstName,
    family_name: name.lastName,
    ...(name.language && { locale: name.language }),
  }),
  ...(email && { email: email.address, email_verified: email.isVerified }),
  ...(phone !== undefined && { phone_number: phone, phone_number_verified: true }),
})

/** RFC 7662, section 2.2. */
export const introspectedBody = (token: Introspected) => {
  if (!token.active) return { active: false }
  const { clientId, subject, resource, scopes, issuedAt, expiresAt, issuer } = token
  return {
    active: true,
    scope: scopes.join(" "),
    client_id: clientId,
    token_type: "Bearer",
    exp: epochSeconds(expiresAt),
    iat: epochSeconds(issuedAt),
    sub: subject,
    aud: resource,
    iss: issuer,
  }
}

const ways = ["client_secret_basic", "client_secret_post"]
const waysOfApps = [...ways, "none"]

/** RFC 8414, section 2, and OpenID Connect Discovery, section 3: one answer at both addresses. */
export const metadataBody = (issuer: string) => ({
  issuer,
  token_endpoint: `${issuer}/auth/token`,
  jwks_uri: `${issuer}/.well-known/jwks.json`,
  introspection_endpoint: `${issuer}/oauth/introspect`,
  revocation_endpoint: `${issuer}/oauth/revoke`,
  authorization_endpoint: `${issuer}/oauth/authorize`,
  userinfo_endpoint: `${issuer}/oauth/userinfo`,
  end_session_endpoint: `${issuer}/oauth/logout`,
  response_types_supported: ["code"],
  response_modes_supported: ["query"],
  grant_types_supported: [...grants],
  code_challenge_methods_supported: ["S256"],
  authorization_response_iss_parameter_supported: true,
  scopes_supported: [...personScopes],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
  acr_values_supported: ["sms", "tel", "otp", "hwk", "swk"],
  claims_supported: [
    ...["sub", "iss", "aud", "exp", "iat", "auth_time", "nonce", "acr", "amr", "sid"],
    ...[
      "name",
      "given_name",
      "family_name",
      "locale",
      "email",
      "email_verified",
      "phone_number",
      "phone_number_verified",
    ],
  ],
  backchannel_logout_supported: true,
  backchannel_logout_session_supported: true,
  prompt_values_supported: ["none", "login", "consent", "select_account"],
  ui_locales_supported: ["en", "zh-HK"],
  claims_parameter_supported: false,
  request_parameter_supported: false,
  request_uri_parameter_supported: false,
  token_endpoint_auth_methods_supported: waysOfApps,
  introspection_endpoint_auth_methods_supported: ways,
  revocation_endpoint_auth_methods_supported: waysOfApps,
})
