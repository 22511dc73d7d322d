import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  type JsonWebKey,
  type KeyObject,
  sign,
} from "node:crypto"
import { exportJWK, generateKeyPair, type JWK } from "jose"
import type { KeyRing } from "@/lib/keys/key-ring"
import { after, type Duration, days, minutes, type Now } from "@/lib/time"

/** Signs access tokens that are JWTs: one algorithm a key, one key an audience (RFC 8725, 3.1). */
export type Signer = {
  /** `type` says what it is (RFC 9068; RFC 8725, 3.11): an access token unless it is said. */
  sign(
    format: "HS256" | "RS256",
    audience: string,
    claims: object,
    type?: "at+jwt" | "JWT" | "logout+jwt",
  ): Promise<string>
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
  const held = lookedUpOnceAMinute(ports)
  return {
    async sign(format, audience, claims, type = "at+jwt") {
      if (format === "HS256") {
        const text = unsigned({ alg: format, typ: "JWT", kid: keys.current.id }, claims)
        const mac = createHmac("sha256", keys.current.derive(`jwt/${audience}`)).update(text)
        return `${text}.${mac.digest("base64url")}`
      }
      const key = signsNow(await held(), ports)
      const text = unsigned({ alg: format, typ: type, kid: key.kid }, claims)
      // Off the main thread: an RSA signature takes longer than all the rest of a request.
      const signature = await signAside("RSA-SHA256", Buffer.from(text), privateKey(key, keys))
      return `${text}.${signature.toString("base64url")}`
    },
    async publicKeys() {
      await held()
      const all = newestFirst(await ports.signingKeys.all())
      const published = all.filter((_, index) => {
        const successor = all[index - 1]
        return !successor || after(successor.signsFrom, keyLife.publishedAfter) > now()
      })
      return { keys: published.map(({ publicJwk, kid }) => ({ ...publicJwk, kid, alg: "RS256", use: "sig" })) }
    },
  }
}

const signAside = (algorithm: string, text: Buffer, key: KeyObject) =>
  new Promise<Buffer>((resolve, reject) => {
    sign(algorithm, text, key, (problem, signature) => (problem ? reject(problem) : resolve(signature)))
  })

/** What a JWT signs (RFC 7515, 5.1): its header and claims. */
const unsigned = (header: object, claims: object) => `${encoded(header)}.${encoded(claims)}`
const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url")

const newestFirst = (all: SigningKey[]) => [...all].sort((one, other) => other.generation - one.generation)

/** The keys, newest first, read once a minute. What another process adds is known in time: a day passes before it signs. */
function lookedUpOnceAMinute(ports: Ports): () => Promise<SigningKey[]> {
  let known: { until: Date; all: Promise<SigningKey[]> } | undefined
  return () => {
    const now = ports.now()
    if (known && now < known.until) return known.all
    const looked = { until: after(now, minutes(1)), all: renewed(ports) }
    known = looked
    // What failed is tried again by the next.
    looked.all.catch(() => {
      if (known === looked) known = undefined
    })
    return looked.all
  }
}

/** The keys, with the first one made if there is none, and each next one in time to be known before it signs. */
async function renewed(ports: Ports): Promise<SigningKey[]> {
  const { now, signingKeys } = ports
  const all = newestFirst(await signingKeys.all())
  const [newest] = all
  const isUsable = all.some((key) => isHeld(key, ports) && key.signsFrom <= now())
  const isDue = newest && after(newest.signsFrom, keyLife.signs - keyLife.publishedBefore) <= now()
  if (isUsable && !isDue) return all
  const signsFrom = isUsable ? after(now(), keyLife.publishedBefore) : now()
  await signingKeys.add(await newKey((newest?.generation ?? 0) + 1, signsFrom, ports))
  return newestFirst(await signingKeys.all())
}

const isHeld = ({ sealedUnder }: SigningKey, { keys }: Ports) => keys.find(sealedUnder) !== undefined

/** The newest key that signs by now; else one that a process made just now whose clock is ahead. */
function signsNow(all: readonly SigningKey[], ports: Ports): SigningKey {
  const held = all.filter((key) => isHeld(key, ports))
  const key = held.find(({ signsFrom }) => signsFrom <= ports.now()) ?? held[0]
  if (!key) throw new Error("no signing key could be made")
  return key
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

const opened = new Map<string, KeyObject>()

/** Opening and importing a key takes longer than signing with it, so it is done once. */
function privateKey({ kid, sealedPrivate, sealedUnder }: SigningKey, keys: KeyRing): KeyObject {
  const known = opened.get(kid)
  if (known) return known
  const sealing = keys.find(sealedUnder)
  if (!sealing) throw new Error("a signing key is sealed under a key that is not held")
  const key = JSON.parse(unseal(sealedPrivate, sealing.derive("signing-keys"))) as JsonWebKey
  const imported = createPrivateKey({ key, format: "jwk" })
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
