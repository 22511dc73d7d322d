import type { Operator } from "@/lib/console/operator"
import { isRefusal } from "@/lib/refusal"
import { verifyPin } from "@/lib/sign-in/verify-pin"
import { elsewhere, must, person } from "@/lib/testing/people"
import { type TestAuth, type TestOptions, testAuth } from "@/lib/testing/test-auth"
import { operatorOf } from "@/lib/web/console/operator"
import type { OperatorForm } from "@/lib/web/console/operator-form"
import { type Cookie, type CookieJar, openCookie } from "@/lib/web/cookie"
import type { Site } from "@/lib/web/site"
import { viewerOf } from "@/lib/web/viewer"

/** Our pages, whose operators have these phones. */
export async function consoleSite(
  phones: string[],
  options: TestOptions = {},
): Promise<{ auth: TestAuth; site: Site }> {
  const auth = await testAuth(options)
  const site: Site = {
    core: auth.core,
    origins: new Set(["https://latchkey.example"]),
    returnOrigins: new Set(["https://app.example"]),
    cookiePasswords: ["a password that is 32 characters long or more"],
    production: true,
    siteKey: undefined,
    operators: new Set(phones),
    countryOf: async () => undefined,
    addressOf: () => elsewhere(),
    report: (problem) => auth.surprises.push(problem),
  }
  return { auth, site }
}

/** Registers somebody and signs them in on our pages: what their browser's cookie holds. */
export async function inBrowser(auth: TestAuth, number = 0): Promise<string> {
  const { email, phone, details } = person(number)
  await must(201, auth.call("register", { body: details, address: elsewhere() }))
  const browser = { realm: "handbid", audience: "browser", client: "browser", userAgent: undefined } as const
  const tokens = await verifyPin({ email, pin: auth.pinFor(phone) }, { ...browser, address: elsewhere() }, auth.core)
  if (isRefusal(tokens)) throw new Error(tokens.kind)
  return tokens.accessToken
}

/** A browser whose cookie holds this. */
export async function jarWith(content: Cookie, site: Site): Promise<CookieJar> {
  const kept = new Map<string, string>()
  const jar = {
    get: (name: string) => (kept.has(name) ? { name, value: kept.get(name) ?? "" } : undefined),
    set: (name: string, value: string) => void kept.set(name, value),
  } as unknown as CookieJar
  const cookie = await openCookie(site, jar)
  Object.assign(cookie, content)
  await cookie.save()
  return jar
}

/** The operator whose browser it is, if it is one's. */
export const operatorIn = async (site: Site, jar: CookieJar): Promise<Operator | undefined> =>
  operatorOf(await viewerOf(site, jar), site)

/** An operator at the console's forms. */
export async function atConsole(options: TestOptions = {}) {
  const { auth, site } = await consoleSite([person(0).phone], options)
  const jar = await jarWith({ accessToken: await inBrowser(auth, 0) }, site)
  const operator = (await operatorIn(site, jar)) as Operator
  const { id } = operator.signedIn.account
  const post = async <Values>(form: OperatorForm<Values>, fields: Record<string, string>) => {
    const read = await form.read.safeParseAsync(fields)
    return read.success
      ? form.run(read.data, operator, auth.core, { cookie: await openCookie(site, jar) })
      : { problems: read.error.issues }
  }
  const deeds = async () => (await auth.core.events.list(id, 20)).filter(({ kind }) => kind.startsWith("console-"))
  return { auth, site, jar, post, deeds, id, operator }
}
