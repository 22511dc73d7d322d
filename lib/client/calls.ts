import createClient, { type Client } from "openapi-fetch"
import { errorFrom, TokenError, UnreachableError } from "./errors"
import type { paths } from "./schema"
import { type Session, Tokens } from "./tokens"

export type CommerceOptions = {
  /** Used as long as nobody is signed in. */
  apiKey?: string
  /** Where the API is. In a browser the page's own origin, else `http://localhost:3000`. */
  baseUrl?: string
  fetch?: (request: Request) => Promise<Response>
}

type Api = Client<paths>
type Headers = Record<string, string>
type Answered<Data> = { data?: Data; error?: unknown; response: Response }

/** How the client's methods call the API: errors thrown, tokens kept, expired ones renewed once for all. */
export class Calls {
  readonly #api: Api
  readonly #apiKey: string | undefined
  readonly #tokens = new Tokens()

  constructor({
    apiKey,
    baseUrl = globalThis.location?.origin ?? "http://localhost:3000",
    ...options
  }: CommerceOptions) {
    this.#apiKey = apiKey
    this.#api = createClient<paths>({ baseUrl, ...options })
  }

  /** A call that makes a session. */
  async signIn<S extends Session>(call: (api: Api) => Promise<Answered<S>>): Promise<S> {
    const session = await answerOf(call(this.#api))
    this.#tokens.session = session
    return session
  }

  /** A call with a token. One that has expired is renewed, and the call made again. */
  async authorized<Data>(call: (api: Api, headers: Headers) => Promise<Answered<Data>>): Promise<Data> {
    const used = this.#tokens.session
    try {
      return await answerOf(call(this.#api, this.#headers()))
    } catch (problem) {
      if (!used || !(problem instanceof TokenError) || problem.code !== "token_expired") throw problem
      // Another call may have renewed it meanwhile.
      if (this.#tokens.session === used) await this.refresh(used.refreshToken)
      return answerOf(call(this.#api, this.#headers()))
    }
  }

  async refresh(refreshToken = this.#tokens.session?.refreshToken): Promise<Session> {
    if (refreshToken === undefined)
      throw new TokenError(401, { code: "token_invalid", message: "Nobody is signed in." })
    const trade = (token: string) => answerOf(this.#api.POST("/auth/refresh", { body: { refreshToken: token } }))
    return this.#tokens.refresh(refreshToken, trade)
  }

  /** Ends the session. A token that is dead already ends nothing more, and is forgotten all the same. */
  async signOut(): Promise<void> {
    try {
      await this.authorized((api, headers) => api.POST("/auth/logout", { headers }))
    } catch (problem) {
      if (!this.#tokens.session || !(problem instanceof TokenError)) throw problem
    }
    this.#tokens.session = undefined
  }

  #headers(): Headers {
    const token = this.#tokens.session?.accessToken ?? this.#apiKey
    return token === undefined ? {} : { Authorization: `Bearer ${token}` }
  }
}

async function answerOf<Data>(calling: Promise<Answered<Data>>): Promise<Data> {
  const { data, error, response } = await calling.catch((cause: unknown) => {
    throw new UnreachableError(0, cause)
  })
  if (!response.ok) throw errorFrom(response, error)
  return data as Data
}
