import type { DialectDocs, OperationDocs } from "@/lib/dialects/operation"
import type { oauth } from "."
import { error, granted, introspected, keys, metadata, userInfo } from "./answers"
import { metadataBody } from "./wire"

const credentials = { client_id: "YOUR_CLIENT_ID", client_secret: "YOUR_CLIENT_SECRET" }
const asClient = { form: true, basic: true } as const satisfies Partial<OperationDocs>
const headers = { "Cache-Control": "public, max-age=3600" }

/** What both addresses of the metadata say. */
const aboutUs = (description: string): OperationDocs => ({
  summary: "Discover the endpoints",
  description,
  answer: {
    status: 200,
    description: "The metadata.",
    headers,
    body: metadata,
    example: metadataBody("https://latchkey.example"),
  },
  refuses: [],
})

const aboutPerson: OperationDocs = {
  bearer: "The access token that an app got for a person, which is good for this alone.",
  summary: "Who signed in to an app",
  description:
    "OpenID Connect Core, 5.3: as much as the token's scopes allow. The phone is told once it is proven by a PIN.",
  answer: {
    status: 200,
    description: "What the app may know.",
    body: userInfo,
    example: {
      sub: "b7d1c9c2-6d3e-4c39-9a35-0a5f8f0f6f1e",
      name: "Ada Lovelace",
      given_name: "Ada",
      family_name: "Lovelace",
    },
  },
  refuses: [],
}

/** What the API reference says of OAuth 2, for machines and for apps. */
export const docs: DialectDocs<typeof oauth> = {
  title: "Commerce for machines",
  description:
    "OAuth 2 client credentials, and OpenID Connect for apps that people sign in to, with the errors of RFC 6749. A client names itself by HTTP Basic or in the body, never both.",
  security: { scheme: "basic", description: "The client's id and secret." },
  headers: [],
  error,
  operations: {
    token: {
      POST: {
        ...asClient,
        summary: "Get a token for a machine, or a person's for an app",
        description:
          "RFC 6749, 4.4, 4.1.3 and 6. The answer has its names in snake case too, which standard libraries ask for. A code needs PKCE's verifier and the `redirect_uri` that it was asked for with; it is good once, for 60 seconds. A refresh token is good once. An app without a secret names itself by `client_id` alone.",
        fields: {
          grant_type: { type: "string", enum: ["client_credentials", "authorization_code", "refresh_token"] },
          scope: { description: "With spaces between; all that the client may have if absent." },
          code: { description: "What the app was handed at its `redirect_uri`." },
          code_verifier: { description: "RFC 7636: what the code's challenge was made of." },
        },
        example: { grant_type: "client_credentials", ...credentials },
        wrong: [{ grant_type: "password" }, { grant_type: "authorization_code" }, { grant_type: "refresh_token" }],
        answer: {
          status: 200,
          description:
            "A machine's token of two hours; or a person's of one hour, with a refresh token and, for a code, an ID token.",
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
        refuses: ["client-refused", "grant-refused", "invalid-scope", "limited"],
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
    userInfo: { GET: aboutPerson, POST: aboutPerson },
    metadata: { GET: aboutUs("RFC 8414.") },
    openid: { GET: aboutUs("OpenID Connect Discovery. It says the same as RFC 8414's address.") },
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
