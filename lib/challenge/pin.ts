import { createHmac, timingSafeEqual } from "node:crypto"
import { type Challenge, pinRules } from "@/lib/challenge/challenge"
import type { Key, KeyRing } from "@/lib/keys/key-ring"

type Derivable = Pick<Challenge, "id" | "realm" | "purpose" | "phone" | "keyId" | "whitelabelId">

/** The PIN of a challenge. Undefined for a decoy, and for a challenge whose key is no longer held. */
export function derivePin(challenge: Derivable, keys: KeyRing): string | undefined {
  const key = keys.find(challenge.keyId)
  return key && challenge.phone ? digitsOf(challenge, key) : undefined
}

/** Whether the typed digits are the challenge's PIN. A decoy has none, and takes as long to say so. */
export function pinMatches(challenge: Derivable, typed: string, keys: KeyRing): boolean {
  const right = digitsOf(challenge, keys.find(challenge.keyId) ?? keys.current)
  const same = typed.length === right.length && timingSafeEqual(Buffer.from(right), Buffer.from(typed))
  return same && challenge.phone !== null && keys.find(challenge.keyId) !== undefined
}

/** Decimal digits of an HMAC over everything that the PIN is bound to. */
function digitsOf({ realm, purpose, whitelabelId, phone, id }: Derivable, key: Key): string {
  const about = [realm, purpose, whitelabelId, phone ?? "nobody", id].join("\n")
  const mac = createHmac("sha256", key.derive("pin")).update(about).digest()
  const { digits } = pinRules[realm]
  return String(mac.readBigUInt64BE() % 10n ** BigInt(digits)).padStart(digits, "0")
}
