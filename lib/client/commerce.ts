import { Calls, type CommerceOptions } from "./calls"
import type { components, paths } from "./schema"
import type { Session } from "./tokens"

type Schemas = components["schemas"]
type BodyOf<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { "application/json": infer Body } } }
}
  ? Body
  : never

/**
 * The Commerce API. Whoever signs in is kept in memory and nowhere else; an access token that has expired is renewed
 * once, however many calls find out at the same time. Every no is a `CommerceError`.
 */
export class Commerce {
  readonly auth: CommerceAuth
  readonly apiKeys: CommerceApiKeys

  constructor(options: CommerceOptions = {}) {
    const calls = new Calls(options)
    this.auth = new CommerceAuth(calls)
    this.apiKeys = new CommerceApiKeys(calls)
  }
}

/** Sessions: made, renewed, shown and ended. */
export class CommerceAuth {
  readonly #calls: Calls
  constructor(calls: Calls) {
    this.#calls = calls
  }

  async register(body: BodyOf<"/auth/register">): Promise<Schemas["CommerceRegistered"]> {
    return this.#calls.signIn((api) => api.POST("/auth/register", { body }))
  }

  async login(body: BodyOf<"/auth/login">): Promise<Session> {
    return this.#calls.signIn((api) => api.POST("/auth/login", { body }))
  }

  /** Trades a refresh token, by default that of whoever is signed in. */
  async refresh(refreshToken?: string): Promise<Session> {
    return this.#calls.refresh(refreshToken)
  }

  async me(): Promise<Schemas["CommerceMe"]> {
    return this.#calls.authorized((api, headers) => api.GET("/auth/me", { headers }))
  }

  async logout(): Promise<void> {
    await this.#calls.signOut()
  }
}

/** Keys for servers. */
export class CommerceApiKeys {
  readonly #calls: Calls
  constructor(calls: Calls) {
    this.#calls = calls
  }

  /** The answer shows the key, once. */
  async create(body: BodyOf<"/apikey">): Promise<Schemas["CommerceApiKeyMade"]> {
    return this.#calls.authorized((api, headers) => api.POST("/apikey", { body, headers }))
  }

  async list(): Promise<Schemas["CommerceApiKey"][]> {
    return this.#calls.authorized((api, headers) => api.GET("/apikey", { headers }))
  }

  async revoke(id: string): Promise<void> {
    await this.#calls.authorized((api, headers) => api.DELETE("/apikey/{id}", { params: { path: { id } }, headers }))
  }
}
