import { createHash, type KeyObject } from "node:crypto"
import type { ServerResponse } from "node:http"
import { decodeJwt, decodeProtectedHeader, exportJWK, exportSPKI, generateKeyPair, jwtVerify, SignJWT } from "jose"
import { json, localServer, type Seen } from "@/lib/testing/local-server"

type Claims = Record<string, unknown>
type Pair = { privateKey: CryptoKey | KeyObject; publicKey: CryptoKey | KeyObject }

/** Google or Apple on this machine, with real keys. It answers `/keys` and `/token` until the test is over. */
export type LocalIssuer = {
  url: string
  /** What it was asked. */
  seen: Seen[]
  /** How it feels: `broken` answers 500, `silent` nothing. */
  mood: "well" | "broken" | "silent"
  /** A signed ID token. `by` overrides who signs, and the header. */
  idToken(claims?: Claims, by?: { key?: Pair["privateKey"]; header?: Claims }): Promise<string>
  /** An authorization code, good for one trade; with a challenge, for whoever knows the verifier. */
  code(claims?: Claims, challenge?: string): string
  /** Signs with a new key from now on, and publishes no other. */
  rotate(): Promise<void>
  /** The public key in PEM, as an attacker would have it. */
  publicPem(): Promise<string>
}

/** A fresh RSA pair. */
export const rsaPair = (): Promise<Pair> => generateKeyPair("RS256", { extractable: true })

let made = 0
// Making one takes longer than most tests, so each issuer's first key is the same all along a file.
const firstPairs = new Map<string, Promise<Pair>>()
function firstPair(issuer: string): Promise<Pair> {
  const pair = firstPairs.get(issuer) ?? rsaPair()
  firstPairs.set(issuer, pair)
  return pair
}

/** Whom an issuer serves: its name in tokens, and who may trade codes. Apple's clients sign their secrets. */
export type Serves = {
  iss: string
  audience: string
  secret: string | { teamId: string; publicKey: Pair["publicKey"] }
}

/** Starts one. Its tokens are made at `at`, and live an hour. */
export async function localIssuer(serves: Serves, at: Date): Promise<LocalIssuer> {
  const iat = Math.floor(at.getTime() / 1000)
  const codes = new Map<string, { claims: Claims; challenge: string | undefined }>()
  let pair = await firstPair(serves.iss)
  let kid = "first"

  const answer = async ({ path, form }: Seen, response: ServerResponse) => {
    if (issuer.mood === "silent") return
    if (issuer.mood === "broken") return json(response, 500, { error: "server_error" })
    if (path === "/keys") {
      const jwk = await exportJWK(pair.publicKey)
      return json(response, 200, { keys: [{ ...jwk, kid, alg: "RS256", use: "sig" }] })
    }
    if (!(await knows(serves, form, at))) return json(response, 401, { error: "invalid_client" })
    const code = form.get("code") ?? ""
    const known = codes.get(code)
    const verifier = createHash("sha256").update(form.get("code_verifier") ?? "")
    if (!known || (known.challenge && verifier.digest("base64url") !== known.challenge))
      return json(response, 400, { error: "invalid_grant" })
    codes.delete(code)
    const id_token = await issuer.idToken({ aud: form.get("client_id"), ...known.claims })
    json(response, 200, { access_token: "unused", token_type: "Bearer", expires_in: 3600, id_token })
  }
  const { url, seen } = await localServer((heard, response) => void answer(heard, response))

  const issuer: LocalIssuer = {
    url,
    seen,
    mood: "well",
    async idToken(claims = {}, { key = pair.privateKey, header = {} } = {}) {
      const all = { iss: serves.iss, aud: serves.audience, sub: "someone", iat, exp: iat + 3600, ...claims }
      return new SignJWT(all).setProtectedHeader({ alg: "RS256", kid, ...header }).sign(key)
    },
    code(claims = {}, challenge) {
      made += 1
      codes.set(`code-${made}`, { claims, challenge })
      return `code-${made}`
    },
    async rotate() {
      pair = await rsaPair()
      kid = `after ${kid}`
    },
    publicPem: () => exportSPKI(pair.publicKey),
  }
  return issuer
}

/** Whether a client's secret is right: Google's is text; Apple's is signed for Apple, by the team, for a while. */
async function knows({ iss, secret }: Serves, form: URLSearchParams, at: Date): Promise<boolean> {
  const shown = form.get("client_secret") ?? ""
  if (typeof secret === "string") return shown === secret
  const expected = { issuer: secret.teamId, audience: iss, subject: form.get("client_id") ?? "", currentDate: at }
  const { payload } = await jwtVerify(shown, secret.publicKey, { ...expected, algorithms: ["ES256"] }).catch(() => ({
    payload: undefined,
  }))
  return payload !== undefined && decodeProtectedHeader(shown).kid === "the-key" && decodeJwt(shown).exp !== undefined
}
