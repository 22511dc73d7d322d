import { createHash, createHmac } from "node:crypto"
import type { Key } from "@/lib/keys/key-ring"

/** What is stored of a bearer token: its SHA-256. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url")

/** What binds an ID token to the access token that comes with it (OpenID Connect Core, 3.1.3.6). */
export const halfHash = (token: string): string =>
  createHash("sha256").update(token).digest().subarray(0, 16).toString("base64url")

/**
 * The secret that follows a refresh token. It is derived from it, so that the same old token can be answered with the
 * same successor without anything readable being stored.
 */
export const following = (token: string, kind: "access" | "refresh", key: Key): string =>
  createHmac("sha256", key.derive("rotation")).update(`${kind}\n${token}`).digest("base64url")

/** A secret of the session that a PIN opens, made of what the PIN was for and who typed it. */
export const opening = (kind: "session" | "access" | "refresh", about: string, key: Key): string =>
  createHmac("sha256", key.derive("opening")).update(`${kind}\n${about}`).digest("base64url")
