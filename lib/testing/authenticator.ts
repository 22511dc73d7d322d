import { createHash, generateKeyPairSync, sign } from "node:crypto"
import { isoCBOR } from "@simplewebauthn/server/helpers"
import type { Asked } from "@/lib/account/passkey"
import { newToken } from "@/lib/outside/chance"

type Told = Partial<{
  origin: string
  rpId: string
  isVerified: boolean
  count: number
  userHandle: string
  challenge: string
}>

/** One passkey of an authenticator made of software, which does as it is told, right or wrong (WebAuthn Level 3, 6.1 and 6.5). */
export function authenticator(accountId: string) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const { x = "", y = "" } = publicKey.export({ format: "jwk" })
  const id = Buffer.from(newToken(), "base64url")
  const named = { id: id.toString("base64url"), rawId: id.toString("base64url"), type: "public-key" }
  // COSE_Key (RFC 9053): EC2, ES256, P-256, and the point.
  const cose = isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ]) as never,
  )

  return {
    id: named.id,
    /** What it answers when a passkey is to be made. */
    make: (asked: Asked, told: Told = {}): string => {
      const length = Buffer.from([id.length >> 8, id.length & 255])
      const attested = Buffer.concat([Buffer.alloc(16), length, id, Buffer.from(cose)])
      const authData = new Uint8Array(Buffer.concat([data(asked, told, 0x40), attested]))
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", authData],
      ])
      const response = {
        clientDataJSON: clientData("webauthn.create", asked, told).toString("base64url"),
        attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString("base64url"),
        transports: ["internal", "no such thing"],
      }
      return JSON.stringify({ ...named, response, clientExtensionResults: {} })
    },
    /** What it answers when somebody is to sign in. */
    sign: (asked: Asked, told: Told = {}): string => {
      const authData = data(asked, told, 0)
      const client = clientData("webauthn.get", asked, told)
      const signed = Buffer.concat([authData, createHash("sha256").update(client).digest()])
      const response = {
        clientDataJSON: client.toString("base64url"),
        authenticatorData: authData.toString("base64url"),
        signature: sign("sha256", signed, privateKey).toString("base64url"),
        userHandle: told.userHandle ?? Buffer.from(accountId).toString("base64url"),
      }
      return JSON.stringify({ ...named, response, clientExtensionResults: {} })
    },
  }
}

function data(asked: Asked, { rpId = asked.rpId, isVerified = true, count = 0 }: Told, more: number): Buffer {
  const flags = 0x01 | (isVerified ? 0x04 : 0) | more
  const counter = Buffer.alloc(4)
  counter.writeUInt32BE(count)
  return Buffer.concat([createHash("sha256").update(rpId).digest(), Buffer.from([flags]), counter])
}

const clientData = (type: string, asked: Asked, { origin = asked.origin, challenge = asked.challenge }: Told) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64url"))
