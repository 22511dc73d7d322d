import { z } from "zod"
import type { DialectDocs, OperationDocs } from "@/lib/dialects/operation"
import type { oauth } from "."

const granted = z
  .object({
    accessToken: z.string(),
    tokenType: z.literal("Bearer"),
    expiresIn: z.int().min(1),
    access_token: z.string(),
    token_type: z.literal("Bearer"),
    expires_in: z.int().min(1),
    scope: z.string(),
  })
  .meta({ title: "OAuthToken" })

const introspected = z
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
const metadata = z
  .object({
    issuer: z.url(),
    token_endpoint: z.url(),
    jwks_uri: z.url(),
    introspection_endpoint: z.url(),
    revocation_endpoint: z.url(),
    response_types_supported: ways,
    grant_types_supported: ways,
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
const keys = z.object({ keys: z.array(key) }).meta({ title: "OAuthKeys" })

const error = z.object({ error: z.string(), error_description: z.string() }).meta({ title: "OAuthError" })

const credentials = { client_id: "YOUR_CLIENT_ID", client_secret: "YOUR_CLIENT_SECRET" }
const asClient = { form: true, basic: true } as const satisfies Partial<OperationDocs>
const headers = { "Cache-Control": "public, max-age=3600" }
const at = (path: string) => `https://latchkey.example${path}`
const both = ["client_secret_basic", "client_secret_post"]

/** What the API reference says of OAuth 2 for machines. */
export const docs: DialectDocs<typeof oauth> = {
  title: "Commerce for machines",
  description:
    "OAuth 2 client credentials, with the errors of RFC 6749. A client names itself by HTTP Basic or in the body, never both.",
  security: { scheme: "basic", description: "The client's id and secret." },
  headers: [],
  error,
  operations: {
    token: {
      POST: {
        ...asClient,
        summary: "Get a token for a machine",
        description: "RFC 6749, 4.4. The answer has its names in snake case too, which standard libraries ask for.",
        fields: {
          grant_type: { type: "string", enum: ["client_credentials"] },
          scope: { description: "With spaces between; all that the client may have if absent." },
        },
        example: { grant_type: "client_credentials", ...credentials },
        wrong: [{ grant_type: "password" }],
        answer: {
          status: 200,
          description: "A token of two hours.",
          body: granted,
          example: {
            accessToken: "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9...",
            tokenType: "Bearer",
            expiresIn: 7200,
            access_token: "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9...",
            token_type: "Bearer",
            expires_in: 7200,
            scope: "admin",
          },
        },
        refuses: ["client-refused", "invalid-scope", "limited"],
      },
    },
    introspect: {
      POST: {
        ...asClient,
        summary: "Ask whether a token holds",
        description: "RFC 7662. Of a token that is not the client's own it says the same as of none.",
        example: { token: "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9...", ...credentials },
        answer: { status: 200, description: "What is known.", body: introspected, example: { active: false } },
        refuses: ["client-refused", "limited"],
      },
    },
    revoke: {
      POST: {
        ...asClient,
        summary: "Revoke a token",
        description:
          "RFC 7009. A token that is not the client's own is none of its business, and no error. It takes no API key: those are revoked by `DELETE /apikey/{id}`.",
        example: { token: "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9...", ...credentials },
        answer: { status: 200, description: "It is dead, or was none." },
        refuses: ["client-refused", "limited"],
      },
    },
    metadata: {
      GET: {
        summary: "Discover the endpoints",
        description: "RFC 8414.",
        answer: {
          status: 200,
          description: "The metadata.",
          headers,
          body: metadata,
          example: {
            issuer: at(""),
            token_endpoint: at("/auth/token"),
            jwks_uri: at("/.well-known/jwks.json"),
            introspection_endpoint: at("/oauth/introspect"),
            revocation_endpoint: at("/oauth/revoke"),
            response_types_supported: [],
            grant_types_supported: ["client_credentials"],
            token_endpoint_auth_methods_supported: both,
            introspection_endpoint_auth_methods_supported: both,
            revocation_endpoint_auth_methods_supported: both,
          },
        },
        refuses: [],
      },
    },
    keys: {
      GET: {
        summary: "The public keys",
        description: "RFC 7517: the one that signs, those about to, and those that lately did.",
        answer: {
          status: 200,
          description: "The keys.",
          headers,
          body: keys,
          example: {
            keys: [{ kty: "RSA", n: "0vx7agoebGcQSuu…", e: "AQAB", kid: "2f1b0c", alg: "RS256", use: "sig" }],
          },
        },
        refuses: [],
      },
    },
  },
}
