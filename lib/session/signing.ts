import { createCipheriv, createDecipheriv } from "node:crypto"
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose"
import type { KeyRing } from "@/lib/keys/key-ring"
import { after, type Duration, days, type Now } from "@/lib/time"

/** Signs access tokens that are JWTs: one algorithm a key, one key an audience (RFC 8725, 3.1). */
export type Signer = {
  sign(format: "HS256" | "RS256", audience: string, claims: Record<string, unknown>): Promise<string>
  /** The public keys (RFC 7517): the one that signs, those about to, and those that lately did. */
  publicKeys(): Promise<{ keys: JWK[] }>
}

/** A key pair as it is stored: the private half is sealed. */
export type SigningKey = {
  generation: number
  kid: string
  publicJwk: JWK
  sealedPrivate: string
  /** The id of the key that it is sealed under. */
  sealedUnder: string
  createdAt: Date
  /** From then on it signs. It is published before, so that verifiers know it in time. */
  signsFrom: Date
}

/** The stored key pairs. `add` keeps the first of a generation: of two processes that rotate at once, one does. */
export type SigningKeys = { all(): Promise<SigningKey[]>; add(key: SigningKey): Promise<void> }

/** How long a key pair signs; how long before that it is published; how long after it is still published. */
export const keyLife: { signs: Duration; publishedBefore: Duration; publishedAfter: Duration } = {
  signs: days(90),
  publishedBefore: days(1),
  publishedAfter: days(2),
}

type Ports = { keys: KeyRing; signingKeys: SigningKeys; now: Now; newToken: () => string }

/** A signer whose RS256 keys are made when they are needed and rotate by themselves. */
export function signer(ports: Ports): Signer {
  const { keys, now } = ports
  return {
    async sign(format, audience, claims) {
      const jwt = new SignJWT(claims)
      if (format === "HS256") {
        const header = { alg: format, typ: "JWT", kid: keys.current.id }
        return jwt.setProtectedHeader(header).sign(keys.current.derive(`jwt/${audience}`))
      }
      const key = await currentKey(ports)
      return jwt.setProtectedHeader({ alg: format, typ: "at+jwt", kid: key.kid }).sign(await privateKey(key, keys))
    },
    async publicKeys() {
      await currentKey(ports)
      const all = newestFirst(await ports.signingKeys.all())
      const published = all.filter((_, index) => {
        const successor = all[index - 1]
        return !successor || after(successor.signsFrom, keyLife.publishedAfter) > now()
      })
      return { keys: published.map(({ publicJwk, kid }) => ({ ...publicJwk, kid, alg: "RS256", use: "sig" })) }
    },
  }
}

const newestFirst = (all: SigningKey[]) => [...all].sort((one, other) => other.generation - one.generation)

/** The key that signs now. Makes the first one, and each next one in time to be known before it signs. */
async function currentKey(ports: Ports): Promise<SigningKey> {
  const { keys, now, signingKeys } = ports
  const all = newestFirst(await signingKeys.all())
  const usable = all.filter((key) => key.signsFrom <= now() && keys.find(key.sealedUnder))
  const [newest] = all
  const generation = (newest?.generation ?? 0) + 1
  if (!usable[0]) {
    await signingKeys.add(await newKey(generation, now(), ports))
    const made = newestFirst(await signingKeys.all()).find((key) => keys.find(key.sealedUnder))
    if (!made) throw new Error("no signing key could be made")
    return made
  }
  if (newest && after(newest.signsFrom, keyLife.signs - keyLife.publishedBefore) <= now())
    await signingKeys.add(await newKey(generation, after(now(), keyLife.publishedBefore), ports))
  return usable[0]
}

async function newKey(generation: number, signsFrom: Date, { keys, now, newToken }: Ports): Promise<SigningKey> {
  const pair = await generateKeyPair("RS256", { modulusLength: 2048, extractable: true })
  const sealedPrivate = seal(
    JSON.stringify(await exportJWK(pair.privateKey)),
    keys.current.derive("signing-keys"),
    newToken(),
  )
  const publicJwk = await exportJWK(pair.publicKey)
  return {
    generation,
    kid: newToken().slice(0, 16),
    publicJwk,
    sealedPrivate,
    sealedUnder: keys.current.id,
    createdAt: now(),
    signsFrom,
  }
}

const opened = new Map<string, ReturnType<typeof importJWK>>()

/** Opening and importing a key takes longer than signing with it, so it is done once. */
function privateKey({ kid, sealedPrivate, sealedUnder }: SigningKey, keys: KeyRing) {
  const known = opened.get(kid)
  if (known) return known
  const sealing = keys.find(sealedUnder)
  if (!sealing) throw new Error("a signing key is sealed under a key that is not held")
  const imported = importJWK(JSON.parse(unseal(sealedPrivate, sealing.derive("signing-keys"))) as JWK, "RS256")
  opened.set(kid, imported)
  return imported
}

/** AES-256-GCM: nonce, ciphertext, tag. The nonce comes from a fresh random token. */
function seal(text: string, key: Buffer, randomToken: string): string {
  const nonce = Buffer.from(randomToken, "base64url").subarray(0, 12)
  const cipher = createCipheriv("aes-256-gcm", key, nonce)
  return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]).toString("base64url")
}

function unseal(sealed: string, key: Buffer): string {
  const bytes = Buffer.from(sealed, "base64url")
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString("utf8")
}
