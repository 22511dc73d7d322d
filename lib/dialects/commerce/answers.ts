import { z } from "zod"

// What Commerce answers, written out by hand: the reference shows it, and tests hold every answer against it.

const instant = z.iso.datetime()
const userId = z.string().regex(/^user_/)

const tokenStructure = {
  accessToken: z.string().meta({ description: "A JWT, signed with RS256: the keys are at /.well-known/jwks.json." }),
  refreshToken: z.string().regex(/^rt_/).meta({ description: "Works once. Lives 30 days, longer with each refresh." }),
  tokenType: z.literal("Bearer"),
  expiresIn: z.int().min(1).meta({ description: "The access token's life in seconds." }),
  scope: z.string(),
  userId,
  issuedAt: instant,
}

/** Published as the page's "Token Structure". */
export const tokens = z.object(tokenStructure).meta({ title: "CommerceTokens" })
export const tokensExample = {
  accessToken: "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9...",
  refreshToken: "rt_abc123def456",
  tokenType: "Bearer",
  expiresIn: 3600,
  scope: "read write",
  userId: "user_abc123",
  issuedAt: "2024-06-15T10:00:00.000Z",
}

const emailVerified = z.boolean().meta({
  description: "False for an email that is only claimed: its owner has not proved to receive what is sent there.",
})
const names = { email: z.string(), emailVerified, firstName: z.string(), lastName: z.string() }

/** The same, and who has joined. */
export const registered = z
  .object({
    ...tokenStructure,
    user: z.object({ id: userId, ...names, createdAt: instant }).meta({ title: "CommerceUser" }),
  })
  .meta({ title: "CommerceRegistered" })
const person = { email: "jane@example.com", emailVerified: false, firstName: "Jane", lastName: "Doe" }
export const registeredExample = {
  ...tokensExample,
  userId: "user_new456",
  user: { id: "user_new456", ...person, createdAt: "2024-06-15T10:00:00.000Z" },
}

/** An account as its owner sees it. */
export const me = z
  .object({
    id: userId,
    ...names,
    email: z.string().nullable().meta({ description: "Null where a provider told none." }),
    role: z.string(),
    permissions: z.array(z.string()),
    createdAt: instant,
    lastLoginAt: instant.nullable(),
  })
  .meta({ title: "CommerceMe" })
export const meExample = {
  id: "user_abc123",
  ...person,
  role: "customer",
  permissions: ["read:products", "read:orders", "write:orders", "read:profile", "write:profile"],
  createdAt: "2024-03-10T08:00:00.000Z",
  lastLoginAt: "2024-06-15T10:00:00.000Z",
}

const keyFacts = { id: z.string().regex(/^key_/), name: z.string(), scopes: z.array(z.string()), createdAt: instant }

/** The one answer that shows a key. */
export const apiKeyMade = z
  .object({
    ...keyFacts,
    key: z
      .string()
      .regex(/^sk_(live|test)_/)
      .meta({ description: "Shown here, and never again." }),
  })
  .meta({ title: "CommerceApiKeyMade" })
const keyExample = {
  id: "key_abc123",
  name: "Production Server",
  scopes: ["read:products", "write:orders"],
  createdAt: "2024-06-15T10:00:00.000Z",
}
export const apiKeyMadeExample = { ...keyExample, key: "sk_live_abc123def456ghi789" }

/** Keys without what opens anything. */
export const apiKeys = z.array(
  z
    .object({
      ...keyFacts,
      ending: z.string().meta({ description: "The key's last characters." }),
      lastUsedAt: instant.nullable(),
    })
    .meta({ title: "CommerceApiKey" }),
)
export const apiKeysExample = [{ ...keyExample, ending: "i789", lastUsedAt: null }]

/** Every no. */
export const error = z
  .object({
    error: z.object({
      code: z.enum([
        "validation_error",
        "invalid_credentials",
        "token_expired",
        "token_revoked",
        "token_invalid",
        "insufficient_scope",
        "forbidden",
        "not_found",
        "method_not_allowed",
        "duplicate",
        "payload_too_large",
        "rate_limited",
        "server_error",
        "unavailable",
      ]),
      message: z.string(),
      field: z.string().optional(),
    }),
  })
  .meta({ title: "CommerceError" })
