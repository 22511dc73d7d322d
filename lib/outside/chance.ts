import { randomBytes, randomUUID } from "node:crypto"

/** A random identifier (RFC 9562, version 4). */
export const newId = (): string => randomUUID()

/** A random bearer token of 256 bits, in base64url. */
export const newToken = (): string => randomBytes(32).toString("base64url")

/** A random key of 128 bits in standard base64, as GoodCity's clients know it. */
export const newKey = (): string => randomBytes(16).toString("base64")
