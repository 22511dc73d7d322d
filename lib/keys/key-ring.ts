import { createHash, createHmac, hkdfSync } from "node:crypto"

/** One secret and the keys derived from it. `id` names it without giving it away. */
export type Key = { id: string; derive(purpose: string): Buffer }

/** The secrets in force: what is new is made with `current`, what must keep its name with `oldest`; what another made is found by its key's id. */
export type KeyRing = { current: Key; oldest: Key; all: readonly Key[]; find(id: string): Key | undefined }

/**
 * A ring of one secret or, while rotating, two: the current one first. `next` is one that other processes may use already: what
 * they made is known here, and nothing is made with it.
 * Keys are derived by HKDF-SHA-256 (RFC 5869), one for each purpose, so that none serves two ends.
 */
export function keyRing(secrets: readonly [string, ...string[]], next?: string): KeyRing {
  const used = secrets.map(toKey)
  const all = next === undefined ? used : [...used, toKey(next)]
  return { current: used[0] as Key, oldest: used.at(-1) as Key, all, find: (id) => all.find((key) => key.id === id) }
}

/**
 * A keyed hash of something that must not lie readable at rest: a phone number, an address.
 * It uses the oldest key still held, so that counts go on while a secret is being rotated.
 */
export function sealedName(keys: KeyRing, ...parts: string[]): string {
  return createHmac("sha256", keys.oldest.derive("names")).update(parts.join("\n")).digest("base64url")
}

/** A keyed hash of one minute of what is alike: what happens again within it can be counted under this name. */
export const nameOfMinute = (
  keys: KeyRing,
  at: Date,
  ...alike: (string | number | boolean | null | undefined)[]
): string =>
  sealedName(keys, "minute", at.toISOString().slice(0, 16), JSON.stringify(alike.map((part) => part ?? null)))

function toKey(secret: string): Key {
  const derived = new Map<string, Buffer>()
  const derive = (purpose: string) => {
    const known = derived.get(purpose)
    if (known) return known
    const key = Buffer.from(hkdfSync("sha256", secret, "", `latchkey/${purpose}`, 32))
    derived.set(purpose, key)
    return key
  }
  return { id: createHash("sha256").update(derive("key-id")).digest("base64url").slice(0, 8), derive }
}
