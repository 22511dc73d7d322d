import type { DialectDocs, Shown } from "@/lib/dialects/operation"
import type { commerce } from "."
import {
  apiKeyMade,
  apiKeyMadeExample,
  apiKeys,
  apiKeysExample,
  error,
  me,
  meExample,
  registered,
  registeredExample,
  tokens,
  tokensExample,
} from "./answers"

const email: Shown = { format: "email" }
const password: Shown = {
  minLength: 8,
  maxLength: 128,
  description: "Any characters; none of the 10,000 most common passwords.",
}
const name: Shown = { minLength: 1, maxLength: 100 }
const tooLong = { kind: "invalid-field", hint: "must be 1 to 100 characters, without control characters" } as const

/** What the API reference says of Commerce. */
export const docs: DialectDocs<typeof commerce> = {
  title: "Commerce",
  description: "Emails and passwords, and keys for servers. Errors are `{error: {code, message, field?}}`.",
  security: { scheme: "bearer", description: "The `accessToken` of login or register, or an API key (`sk_…`)." },
  headers: [],
  error,
  operations: {
    register: {
      POST: {
        summary: "Create an account",
        fields: { email, password, firstName: name, lastName: name },
        example: { email: "jane@example.com", password: "securePassword123", firstName: "Jane", lastName: "Doe" },
        answer: { status: 201, description: "Joined and signed in.", body: registered, example: registeredExample },
        refuses: [
          "invalid-email",
          { kind: "invalid-field", field: "password", hint: "must be at least 8 characters" },
          { ...tooLong, field: "firstName" },
          "email-taken",
          "limited",
        ],
      },
    },
    login: {
      POST: {
        summary: "Sign in",
        description: "A wrong password and an unknown email get one answer, after the same time.",
        fields: { email },
        example: { email: "jane@example.com", password: "securePassword123" },
        answer: { status: 200, description: "Signed in.", body: tokens, example: tokensExample },
        refuses: ["invalid-email", "wrong-password", "limited"],
      },
    },
    refresh: {
      POST: {
        summary: "Trade a refresh token for new tokens",
        description:
          "Refresh tokens are single-use: of simultaneous uses one wins. Reuse more than 10 seconds later ends the session.",
        example: { refreshToken: "rt_abc123def456" },
        answer: { status: 200, description: "Rotated.", body: tokens, example: tokensExample },
        refuses: ["unauthorized", "limited"],
      },
    },
    logout: {
      POST: {
        summary: "Sign out",
        description: "API keys are no part of a session, and stay: each is revoked by `DELETE /apikey/{id}`.",
        answer: { status: 204, description: "The access token and its refresh token are dead at once." },
        refuses: [],
      },
    },
    me: {
      GET: {
        summary: "Show who is signed in",
        description:
          "`emailVerified` is true only where a provider vouched for the email. Otherwise anyone may have typed it: it identifies no one, and must open nothing of its owner's.",
        answer: { status: 200, description: "The account.", body: me, example: meExample },
        refuses: [],
      },
    },
    apiKeys: {
      POST: {
        summary: "Make an API key",
        description: "Its scopes are among its owner's permissions. A key cannot make keys.",
        fields: { name, scopes: { description: "As in `read:products`." } },
        example: { name: "Production Server", scopes: ["read:products", "write:orders"] },
        answer: { status: 201, description: "The key.", body: apiKeyMade, example: apiKeyMadeExample },
        refuses: [{ ...tooLong, field: "name" }, { kind: "insufficient-scope", scope: "write:products" }, "limited"],
      },
      GET: {
        summary: "List API keys",
        description: "Ours: the page only says that lost keys are revoked.",
        answer: { status: 200, description: "Newest first.", body: apiKeys, example: apiKeysExample },
        refuses: [],
      },
    },
    apiKey: {
      DELETE: {
        summary: "Revoke an API key",
        description: "Ours.",
        fields: { id: { example: "key_abc123" } },
        answer: { status: 204, description: "The key is dead at once." },
        refuses: ["not-found"],
      },
    },
  },
}
