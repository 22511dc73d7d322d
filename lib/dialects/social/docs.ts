import { z } from "zod"
import type { DialectDocs, HeaderDocs } from "@/lib/dialects/operation"
import type { social } from "."

const tokens = z
  .object({
    status: z.literal(200),
    data: z.object({
      access_token: z.string().meta({ description: "A JWT. Lives an hour." }),
      expire_at: z
        .string()
        .regex(/^\d{13}$/)
        .meta({ description: "Unix time in milliseconds, as text." }),
      refresh_token: z.string().meta({ description: "Opaque. Lives 3 months, longer with each refresh." }),
      user_id: z.string().regex(/^\d+$/).meta({ description: "A Snowflake of 64 bits, as text." }),
    }),
  })
  .meta({ title: "SocialTokens" })
const tokensExample = {
  status: 200,
  data: {
    access_token: "eyJhbGciOiJIUzI1NiIs...",
    expire_at: "1735689600000",
    refresh_token: "dGhpcyBpcyBhIHJlZnJl...",
    user_id: "1234567890123456789",
  },
}

const error = z
  .object({ status: z.int(), error: z.object({ code: z.string(), message: z.string() }) })
  .meta({ title: "SocialError" })

const device: HeaderDocs = {
  name: "Client-Device-Id",
  description: "The device that the session is bound to.",
  schema: z.string(),
  required: true,
  example: "8F3A2C1E-0000-4000-8000-000000000001",
}
const info: HeaderDocs = {
  name: "Client-Info",
  description:
    'A JSON object or `key=value` pairs with semicolons. `os` says whose Google client id counts: "ios" or web.',
  schema: z.string(),
  example: "os=ios",
}

/** What the API reference says of social login. */
export const docs: DialectDocs<typeof social> = {
  title: "Social login",
  description:
    "Sign in with Google or Apple. One session a person: a sign-in ends the one before. Errors are `{status, error}`.",
  security: { scheme: "bearer", description: "The `access_token` of login." },
  headers: [],
  error,
  operations: {
    login: {
      POST: {
        summary: "Sign in with Google or Apple",
        description:
          "Google: the ID token. Apple: the authorization code. An account is made on first sign-in, and found by the provider's name for the person, never by email.",
        headers: [device, info],
        fields: {
          token: { description: "Google's ID token, or Apple's authorization code." },
          name: { description: "Kept from the first sign-in. Apple tells it once." },
        },
        example: { provider: "google", token: "<oauth_authorization_code_or_id_token>", name: "John" },
        wrong: [{ provider: "facebook", token: "t" }],
        answer: { status: 200, description: "Signed in.", body: tokens, example: tokensExample },
        refuses: [
          { kind: "invalid-field", field: "device", hint: "is required" },
          {
            kind: "invalid-field",
            field: "firstName",
            hint: "must be 1 to 100 characters, without control characters",
          },
          "limited",
          "provider-refused",
          "provider-unavailable",
        ],
      },
    },
    refresh: {
      POST: {
        summary: "Trade a refresh token for new tokens",
        description: "The old one is dead. From another device, or from none, it is refused.",
        headers: [device],
        example: { refresh_token: "dGhpcyBpcyBhIHJlZnJl..." },
        answer: { status: 200, description: "Rotated.", body: tokens, example: tokensExample },
        refuses: ["unauthorized", "limited"],
      },
    },
    logout: {
      POST: {
        summary: "Sign out",
        description:
          "Ours: the published page has none. API keys that the account's owner made stay until they are revoked.",
        answer: {
          status: 200,
          description: "The session is over at once.",
          body: z.object({ status: z.literal(200), data: z.object({}) }).meta({ title: "SocialDone" }),
          example: { status: 200, data: {} },
        },
        refuses: [],
      },
    },
  },
}
