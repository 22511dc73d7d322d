import type { components } from "./schema"

/** What a sign-in or a refresh answers. */
export type Session = components["schemas"]["CommerceTokens"]

type Trade = (refreshToken: string) => Promise<Session>

/** Holds the session in memory, and lets calls in parallel share one refresh of one token. */
export class Tokens {
  #session: Session | undefined
  readonly #flights = new Map<string, Promise<Session>>()

  get session(): Session | undefined {
    return this.#session
  }

  set session(session: Session | undefined) {
    this.#session = session
  }

  /** Trades a refresh token for a new session. Refresh tokens work once, so whoever asks while one is traded waits for it. */
  refresh(refreshToken: string, trade: Trade): Promise<Session> {
    const flying = this.#flights.get(refreshToken)
    if (flying) return flying
    const flight = this.#renew(refreshToken, trade).finally(() => this.#flights.delete(refreshToken))
    this.#flights.set(refreshToken, flight)
    return flight
  }

  async #renew(refreshToken: string, trade: Trade): Promise<Session> {
    const before = this.#session
    const next = await trade(refreshToken)
    // Whoever signed in or out meanwhile meant that, and not this.
    if (this.#session === before) this.#session = next
    return next
  }
}
