import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server"
import { type Asked, type Authenticators, type NotProved, userHandleOf } from "@/lib/account/passkey"

/** The library reads certificates of every maker, and is large: it is loaded when the first passkey is shown. */
const library = () => import("@simplewebauthn/server")
const helpers = () => import("@simplewebauthn/server/helpers")

/** Answers of authenticators, checked by SimpleWebAuthn. The owner must have been verified: a passkey stands for a PIN, and for the phone too. */
export const authenticators: Authenticators = {
  claimsOf(answer) {
    const { id, response } = read(answer) ?? {}
    const challenge = challengeOf(response?.clientDataJSON)
    return id && challenge ? { id, challenge } : undefined
  },

  async made(answer, asked) {
    const response = read(answer)
    if (!response) return "wrong"
    const { verifyRegistrationResponse } = await library()
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        ...expected(asked),
        response: response as unknown as RegistrationResponseJSON,
      })
      if (!verified) return "wrong"
      const { credential, credentialBackedUp } = registrationInfo
      const publicKey = Buffer.from(credential.publicKey).toString("base64url")
      const transports = [...(credential.transports ?? [])].filter((name) => knownTransports.includes(name))
      return { id: credential.id, publicKey, counter: credential.counter, transports, isBackedUp: credentialBackedUp }
    } catch {
      return whyNot(response, asked)
    }
  },

  async proved(answer, asked, { id, accountId, publicKey, counter }) {
    const response = read(answer)
    const named = response?.response.userHandle
    if (!response || response.id !== id || (named && named !== userHandleOf(accountId))) return "wrong"
    const { verifyAuthenticationResponse } = await library()
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        ...expected(asked),
        response: response as unknown as AuthenticationResponseJSON,
        credential: { id, publicKey: new Uint8Array(Buffer.from(publicKey, "base64url")), counter },
      })
      if (!verified) return "wrong"
      return { id, counter: authenticationInfo.newCounter, isBackedUp: authenticationInfo.credentialBackedUp }
    } catch {
      return whyNot(response, asked, counter)
    }
  },
}

const expected = ({ challenge, origin, rpId }: Asked) => ({
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: rpId,
  requireUserVerification: true,
})

const knownTransports: readonly string[] = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]

type Answer = { id: string; response: Record<string, unknown> }

function read(answer: string): Answer | undefined {
  try {
    const { id, response, ...rest } = JSON.parse(answer)
    const isAnswer = typeof id === "string" && id.length <= 2000 && typeof response === "object" && response !== null
    return isAnswer ? { ...rest, id, response } : undefined
  } catch {
    return undefined
  }
}

function challengeOf(clientData: unknown): string | undefined {
  try {
    const { challenge } = JSON.parse(Buffer.from(String(clientData), "base64url").toString())
    return typeof challenge === "string" ? challenge : undefined
  } catch {
    return undefined
  }
}

/**
 * What the library did not like, for the person who has to do something else now. It decides nothing: whatever this makes of an answer,
 * it was refused.
 */
async function whyNot({ response }: Answer, { origin, rpId }: Asked, counter?: number): Promise<NotProved> {
  try {
    const {
      decodeClientDataJSON,
      parseAuthenticatorData,
      decodeAttestationObject,
      isoBase64URL,
      isoUint8Array,
      toHash,
    } = await helpers()
    if (decodeClientDataJSON(String(response.clientDataJSON)).origin !== origin) return "elsewhere"
    const data = response.attestationObject
      ? decodeAttestationObject(isoBase64URL.toBuffer(String(response.attestationObject))).get("authData")
      : isoBase64URL.toBuffer(String(response.authenticatorData))
    const { rpIdHash, flags, counter: told } = parseAuthenticatorData(data)
    const isOurs = isoUint8Array.areEqual(rpIdHash, await toHash(isoUint8Array.fromASCIIString(rpId)))
    if (!isOurs) return "elsewhere"
    if (!flags.uv) return "unverified"
    return counter !== undefined && (counter > 0 || told > 0) && told <= counter ? "copied" : "wrong"
  } catch {
    return "wrong"
  }
}
