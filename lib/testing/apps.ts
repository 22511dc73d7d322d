import { createHash } from "node:crypto"
import { httpServer } from "@/lib/testing/http-server"
import { inBrowser } from "@/lib/testing/operators"
import { elsewhere } from "@/lib/testing/people"
import { postForm } from "@/lib/testing/shoppers"
import { type TestOptions, testAuth } from "@/lib/testing/test-auth"
import { authorizeHandlers } from "@/lib/web/apps/authorize"
import { logoutHandlers } from "@/lib/web/apps/logout"
import { type CookieJar, openCookie } from "@/lib/web/cookie"
import { type Form, formHandlers } from "@/lib/web/form"
import { openOnward } from "@/lib/web/onward"
import type { Site } from "@/lib/web/site"

const people = ["openid", "profile", "email", "phone"]
const page = "https://shop.example/callback"

/** Apps that a test's people sign in to: our own with a secret, another's that keeps none, a phone's, and a machine. */
export const shop = { id: "shop", secret: "the shop's own secret", scopes: people, redirectUris: [page] }
export const forum = {
  id: "forum",
  name: "The Forum",
  scopes: people,
  redirectUris: ["https://forum.example/cb", "https://forum.example/cb?from=latchkey"],
}
export const native = { id: "native", scopes: ["openid"], redirectUris: ["http://127.0.0.1/cb", "com.example.app:/cb"] }
const till = { id: "till", secret: "the till's own secret", scopes: ["read:orders"] }
const clients = [
  { ...shop, firstParty: true, postLogoutRedirectUris: ["https://shop.example/bye"] },
  forum,
  { ...native, firstParty: true },
  till,
]

/** What redeems codes in tests, and its challenge. */
export const verifier = "v".repeat(43)
export const challengeOf = (text: string) => createHash("sha256").update(text).digest("base64url")

/** Our pages and the published paths behind a real socket, for apps and for people's browsers. */
export async function appsHere(options: TestOptions = {}) {
  const server = await httpServer()
  const { origin } = server
  const auth = await testAuth({ issuer: origin, oauthClients: clients, origins: [origin], ...options })
  server.serve(auth)
  const site: Site = {
    core: auth.core,
    origins: new Set([origin]),
    returnOrigins: new Set(),
    cookiePasswords: ["a password that is 32 characters long or more"],
    production: false,
    siteKey: undefined,
    operators: new Set(),
    countryOf: async () => undefined,
    addressOf: () => elsewhere(),
    report: (problem) => auth.surprises.push(problem),
  }
  const here = async () => site
  const handlers = { "/oauth/authorize": authorizeHandlers(here), "/oauth/logout": logoutHandlers(here) }
  /** What the shop asks for, unless a test asks for something else; undefined leaves a parameter out. */
  const asking = (changes: Record<string, string | undefined> = {}) => {
    const asked = {
      ...{ client_id: shop.id, redirect_uri: page, response_type: "code", scope: people.join(" "), state: "a state" },
      ...{ nonce: "a nonce", code_challenge: challengeOf(verifier), code_challenge_method: "S256" },
      ...changes,
    }
    const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined)
    return `${origin}/oauth/authorize?${new URLSearchParams(given)}`
  }
  /** Redeems a code as the shop does, unless a test does otherwise. */
  const redeem = (code: string, changes: Record<string, string> = {}, at = auth) => {
    const { id: client_id, secret: client_secret } = shop
    const grant = { grant_type: "authorization_code", code, redirect_uri: page, code_verifier: verifier }
    return postForm(at, "token", { ...grant, client_id, client_secret, ...changes }, { address: elsewhere() })
  }
  return { auth, site, origin, asking, redeem, browser: () => browserAt(site, origin, handlers) }
}

type Handler = (request: Request) => Promise<Response>

/** A browser: it keeps cookies, and does not follow redirects, so that a test sees where it is led. */
function browserAt(site: Site, origin: string, handlers: Record<string, Record<"GET" | "POST", Handler>>) {
  const kept = new Map<string, string>()
  const jar = {
    get: (name: string) => (kept.has(name) ? { name, value: kept.get(name) ?? "" } : undefined),
    set: (name: string, value: string) => void (value === "" ? kept.delete(name) : kept.set(name, value)),
  } as unknown as CookieJar
  /** Opens one of our addresses; answers where it leads. */
  const open = async (url: string, init: RequestInit & { headers?: Record<string, string> } = {}) => {
    const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join("; ")
    const { pathname } = new URL(url)
    const { method = "GET" } = init
    const headers = { ...(cookie && method === "GET" && { cookie }), ...init.headers }
    const handler = handlers[pathname]?.[method as "GET"] as Handler
    const answer = await handler(new Request(url, { ...init, headers }))
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const to = new URL(answer.headers.get("location") ?? "", origin)
    return {
      status: answer.status,
      to: to.href,
      path: to.origin === origin ? to.pathname : undefined,
      query: to.searchParams,
    }
  }
  const post = async <Values>(form: Form<Values>, fields: Record<string, string>) => {
    const init = { method: "POST", body: new URLSearchParams(fields), headers: { origin, accept: "application/json" } }
    const answer = await formHandlers(form, async () => site, jar).POST(new Request(`${origin}/do/it`, init))
    return (await answer.json()) as { go?: string }
  }
  /** Signs somebody in, as the PIN page does; the time passes that it takes. */
  const signIn = async (auth: { core: Site["core"] } & Parameters<typeof inBrowser>[0], number = 0) => {
    const cookie = await openCookie(site, jar)
    Object.assign(cookie, { accessToken: await inBrowser(auth, number), methods: ["sms"] })
    await cookie.save()
  }
  return { jar, open, post, signIn, onward: () => openOnward(site, jar), kept }
}
