import { z } from "zod"
import type { ApiKeyMade } from "@/lib/my-account/api-keys"
import type { Me } from "@/lib/my-account/who-am-i"
import type { Tokens } from "@/lib/sign-in/steps/mint"

/** NUL cannot be stored, and a lone surrogate cannot be written as UTF-8: two passwords would become one. */
const writable = (value: string) => value.isWellFormed() && !value.includes("\0")

const text = (name: string) =>
  z
    .string({ error: ({ input }) => (input === undefined ? `${name} is required` : `${name} must be text`) })
    .refine(writable, `${name} must be text without NUL or lone surrogates`)

export const registerRequest = z.object({
  email: text("email"),
  password: text("password"),
  firstName: text("firstName"),
  lastName: text("lastName"),
})
export const loginRequest = z.object({ email: text("email"), password: text("password") })
export const refreshRequest = z.object({ refreshToken: text("refreshToken") })

/** RFC 6749, appendix A.4: a scope has no spaces, quotes or backslashes. */
const scope = text("scopes").regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/, "scopes must be a list of permissions")
export const apiKeyRequest = z.object({
  name: text("name"),
  scopes: z
    .array(scope, {
      error: ({ input }) => (input === undefined ? "scopes is required" : "scopes must be a list of permissions"),
    })
    .min(1, "scopes must name a permission")
    .max(50, "scopes may name 50 permissions at most"),
})
/** An id that no key can have is as good as any that is not there. */
export const oneRequest = z.object({ id: z.string().transform((id) => (/^key_[\w-]{1,100}$/.test(id) ? id : "none")) })
export const nothingRequest = z.object({})

/** Published as the page's "Token Structure". */
export const tokensBody = ({ accessToken, refreshToken, expiresIn, scopes, accountId, issuedAt }: Tokens) => ({
  accessToken,
  refreshToken,
  tokenType: "Bearer",
  expiresIn,
  scope: scopes.join(" "),
  userId: accountId,
  issuedAt: issuedAt.toISOString(),
})

/** Accounts of other realms, whose keys are taken here too, have ids of another form. */
const userId = (id: string) => (id.startsWith("user_") ? id : `user_${id}`)

export const userBody = ({ id, email, emailVerified, firstName, lastName, createdAt }: Me["account"]) => ({
  id: userId(id),
  email,
  emailVerified,
  firstName,
  lastName,
  createdAt: createdAt.toISOString(),
})

export const meBody = ({ account, role, permissions }: Me) => {
  const { createdAt, ...user } = userBody(account)
  return { ...user, role, permissions, createdAt, lastLoginAt: account.lastSignInAt?.toISOString() ?? null }
}

type ApiKey = ApiKeyMade["apiKey"]

/** Published: the key itself is shown where it is made, and never again. */
export const apiKeyMadeBody = ({ apiKey: { id, name, scopes, createdAt }, key }: ApiKeyMade) => ({
  id,
  name,
  key,
  scopes,
  createdAt: createdAt.toISOString(),
})

export const apiKeyBody = ({ id, name, ending, scopes, createdAt, lastUsedAt }: ApiKey) => ({
  id,
  name,
  ending,
  scopes,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
})
