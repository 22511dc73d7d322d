import { z } from "zod"
import type { Tokens } from "@/lib/sign-in/steps/mint"

const plain = /^[^\0\p{Cs}]*$/u

const text = (name: string) =>
  z
    .string({ error: ({ input }) => (input === undefined ? `${name} is required` : `${name} must be text`) })
    .trim()
    .min(1, `${name} is required`)
    .regex(plain, `${name} must not have NUL characters or halves of surrogate pairs`)

const provider = z.enum(["google", "apple"], {
  error: ({ input }) => (input === undefined ? "provider is required" : 'provider must be "google" or "apple"'),
})

/** "Apple only provides it once": clients send null or nothing later. */
const name = z
  .string("name must be text")
  .nullish()
  .transform((first) => (first ? { first } : undefined))

export const loginRequest = z.object({ provider, token: text("token"), name })

export const refreshRequest = z
  .object({ refresh_token: text("refresh_token") })
  .transform(({ refresh_token: refreshToken }) => ({ refreshToken }))

export const nothingRequest = z.object({})

/** "Token expiry as Unix timestamp in milliseconds", and it is a string; so is the Snowflake. */
export const tokenBody = ({ accessToken, refreshToken, expiresAt, accountId }: Tokens) => ({
  status: 200,
  data: {
    access_token: accessToken,
    expire_at: String(expiresAt.getTime()),
    refresh_token: refreshToken,
    user_id: accountId,
  },
})
