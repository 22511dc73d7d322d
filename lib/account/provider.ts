/** Who else may vouch for a person. */
export type Provider = "google" | "apple"
export const providers: readonly Provider[] = ["google", "apple"]

/** What a person shows to prove that a provider knows them. */
export type Proof =
  /** What the provider gave to a client's app: an ID token or an authorization code, as the provider has it. */
  | { from: "app"; token: string; client: string }
  /** The authorization code that a browser brought back to our page, and what we kept when we sent it off. */
  | { from: "page"; code: string; kept: Kept }

/** What a browser's journey to a provider and back is bound to: PKCE (RFC 7636), and the nonce of OpenID Connect. */
export type Kept = { nonce: string; codeVerifier: string; redirectUri: string }

/**
 * A person whom a provider vouches for. The subject names them for good; an email may pass to another person, so that
 * no account is ever found by it. It is null unless the provider has verified it.
 */
export type Vouched = { subject: string; email: string | null; firstName?: string; lastName?: string }

/** `refused`: the proof does not hold. `unavailable`: the provider could not be asked. */
export type Verdict = Vouched | "refused" | "unavailable"

/** One provider. Without its client ids every proof is refused, since none can have been made for us. */
export type Identifier = {
  vouch(proof: Proof): Promise<Verdict>
  /** Where a browser goes to sign in; undefined where our page has no button for it. */
  authorizeUrl(kept: Kept & { state: string }): string | undefined
  /** How the browser comes back. */
  returnsBy: "GET" | "POST"
}

export type Identifiers = Readonly<Record<Provider, Identifier>>
