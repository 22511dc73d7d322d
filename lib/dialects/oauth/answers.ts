import { z } from "zod"

/** A machine's token, or a person's for an app. */
export const granted = z
  .object({
    accessToken: z.string(),
    tokenType: z.literal("Bearer"),
    expiresIn: z.int().min(1),
    access_token: z.string(),
    token_type: z.literal("Bearer"),
    expires_in: z.int().min(1),
    scope: z.string(),
    refresh_token: z.string().optional(),
    id_token: z.string().optional(),
  })
  .meta({ title: "OAuthToken" })

/** What an app may know of a person. */
export const userInfo = z
  .object({
    sub: z.string(),
    name: z.string().optional(),
    given_name: z.string().optional(),
    family_name: z.string().optional(),
    locale: z.string().optional(),
    email: z.string().optional(),
    email_verified: z.boolean().optional(),
    phone_number: z.string().optional(),
    phone_number_verified: z.boolean().optional(),
  })
  .meta({ title: "OAuthUserInfo" })

/** What is told of a token. */
export const introspected = z
  .object({
    active: z.boolean(),
    scope: z.string().optional(),
    client_id: z.string().optional(),
    token_type: z.literal("Bearer").optional(),
    exp: z.int().optional(),
    iat: z.int().optional(),
    sub: z.string().optional(),
    aud: z.string().optional(),
    iss: z.string().optional(),
  })
  .meta({ title: "OAuthIntrospection" })

const ways = z.array(z.string())
/** What is told of this server. */
export const metadata = z
  .object({
    issuer: z.url(),
    token_endpoint: z.url(),
    jwks_uri: z.url(),
    introspection_endpoint: z.url(),
    revocation_endpoint: z.url(),
    authorization_endpoint: z.url(),
    userinfo_endpoint: z.url(),
    end_session_endpoint: z.url(),
    response_types_supported: ways,
    response_modes_supported: ways,
    grant_types_supported: ways,
    code_challenge_methods_supported: ways,
    authorization_response_iss_parameter_supported: z.boolean(),
    scopes_supported: ways,
    subject_types_supported: ways,
    id_token_signing_alg_values_supported: ways,
    acr_values_supported: ways,
    claims_supported: ways,
    backchannel_logout_supported: z.boolean(),
    backchannel_logout_session_supported: z.boolean(),
    prompt_values_supported: ways,
    ui_locales_supported: ways,
    claims_parameter_supported: z.boolean(),
    request_parameter_supported: z.boolean(),
    request_uri_parameter_supported: z.boolean(),
    token_endpoint_auth_methods_supported: ways,
    introspection_endpoint_auth_methods_supported: ways,
    revocation_endpoint_auth_methods_supported: ways,
  })
  .meta({ title: "OAuthMetadata" })

const key = z.object({
  kty: z.literal("RSA"),
  n: z.string(),
  e: z.string(),
  kid: z.string(),
  alg: z.literal("RS256"),
  use: z.literal("sig"),
})
/** The public keys. */
export const keys = z.object({ keys: z.array(key) }).meta({ title: "OAuthKeys" })

/** The shape of every no (RFC 6749, 5.2). */
export const error = z.object({ error: z.string(), error_description: z.string() }).meta({ title: "OAuthError" })
