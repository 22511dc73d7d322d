import { isRefusal } from "@/lib/refusal"
import { whoIsThis } from "@/lib/sign-in/steps/who-is-this"
import { localProviders } from "@/lib/testing/local-providers"
import { testAuth } from "@/lib/testing/test-auth"
import { openCookie } from "@/lib/web/cookie"
import { providerHandlers } from "@/lib/web/sign-in/provider-sign-in"
import type { Site } from "@/lib/web/site"

type Name = "google" | "apple"
export const origin = "https://latchkey.example"

/** Our pages beside local providers, and a browser that keeps cookies as the SameSite rules say. */
export async function pages(changes: Record<string, string> = {}) {
  const providers = await localProviders(changes)
  const auth = await testAuth({ identifiers: providers.identifiers })
  const site: Site = {
    core: auth.core,
    origins: new Set([origin]),
    returnOrigins: new Set(["https://app.example"]),
    cookiePasswords: ["a password that is 32 characters long or more"],
    production: true,
    siteKey: undefined,
    operators: new Set(),
    countryOf: async () => undefined,
    addressOf: () => "203.0.113.7",
    report: (problem) => auth.surprises.push(problem),
  }
  const { start, callback } = providerHandlers(async () => site)
  const jar = new Map<string, string>()
  const lax = new Set<string>()
  const visit = async (handler: typeof start, provider: string, url: string, init: RequestInit = {}) => {
    const shown = [...jar].filter(([name]) => init.method !== "POST" || !lax.has(name))
    const cookie = shown.map(([name, value]) => `${name}=${value}`).join("; ")
    const headers = { host: "latchkey.example", ...(cookie && { cookie }), ...(init.headers as object) }
    const answer = await handler(new Request(url, { ...init, headers }), { params: Promise.resolve({ provider }) })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
      if (/samesite=lax/i.test(line)) lax.add(name)
    }
    return { status: answer.status, location: answer.headers.get("location") ?? "", set: answer.headers.getSetCookie() }
  }
  const begin = async (provider: Name, init: RequestInit = {}) => {
    const answer = await visit(start, provider, `${origin}/sign-in/with/${provider}`, init)
    return {
      ...answer,
      asked: answer.location.startsWith("https:") ? new URL(answer.location).searchParams : undefined,
    }
  }
  const comeBack = (provider: Name, fields: Record<string, string>) => {
    const form = new URLSearchParams(fields)
    const url = `${origin}/sign-in/with/${provider}/callback`
    return provider === "google"
      ? visit(callback, provider, `${url}?${form}`)
      : visit(callback, provider, url, { method: "POST", body: form, headers: { origin: "https://appleid.apple.com" } })
  }
  /** What the provider does with a browser that was sent to it: a code for whoever asked. */
  const codeFor = (provider: Name, asked: URLSearchParams | undefined, claims: Record<string, unknown> = {}) => {
    const bound = { nonce: asked?.get("nonce"), aud: asked?.get("client_id") }
    return providers[provider].code({ ...bound, ...claims }, asked?.get("code_challenge") ?? "none")
  }
  const travel = async (provider: Name, claims: Record<string, unknown> = {}, more: Record<string, string> = {}) => {
    const { asked } = await begin(provider)
    return comeBack(provider, { state: asked?.get("state") ?? "", code: codeFor(provider, asked, claims), ...more })
  }
  const token = async () => {
    const held = { get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) ?? "" } : undefined), set() {} }
    return (await openCookie(site, held as never)).accessToken ?? ""
  }
  const holderOf = async (accessToken: string) => {
    const signedIn = await whoIsThis(accessToken, "browser", auth.core)
    return isRefusal(signedIn) ? undefined : signedIn.account
  }
  const person = async () => holderOf(await token())
  return {
    auth,
    providers,
    site,
    jar,
    begin,
    comeBack,
    codeFor,
    travel,
    person,
    token,
    holderOf,
    visit,
    start,
    callback,
  }
}
