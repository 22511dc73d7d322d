import { isLanguage, type Language } from "@/lib/account/language"
import type { Caller } from "@/lib/sign-in/core"
import type { Tokens } from "@/lib/sign-in/steps/mint"
import { days } from "@/lib/time"
import type { CookieJar } from "@/lib/web/cookie"
import type { Site } from "@/lib/web/site"
import { type Say, sayIn } from "@/lib/words/say"

/** The cookie that the switch sets. It holds no secret: a language by its name. */
export const languageCookie = "latchkey-language"

/** What was chosen on this browser, by the switch or with the account that it is signed in to. */
export function chosenLanguage(headers: Pick<Headers, "get">): Language | undefined {
  const chosen = new RegExp(`(?:^|;\\s*)${languageCookie}=([\\w-]+)`).exec(headers.get("cookie") ?? "")?.[1]
  return isLanguage(chosen) ? chosen : undefined
}

/** The cookie that keeps a choice, for a year. */
export const keptLanguage = (language: Language, { production }: Pick<Site, "production">) => ({
  name: languageCookie,
  value: language,
  path: "/",
  maxAge: days(365) / 1000,
  httpOnly: true,
  sameSite: "lax" as const,
  secure: production,
})

/**
 * The language of a request: what they chose on this browser, else what their browser asks for, in the order of its
 * weights (RFC 9110, 12.5.4), else English. A reader of any kind of Chinese is closer to ours than to English.
 */
export const languageOf = (headers: Pick<Headers, "get">): Language =>
  chosenLanguage(headers) ?? askedFor(headers.get("accept-language") ?? "") ?? "en"

/**
 * A browser on which nothing was chosen speaks the account's language once a person is signed in: what they chose elsewhere goes with them,
 * and what they choose here from now on comes before it.
 */
export function adoptLanguage(
  jar: CookieJar,
  { language }: Pick<Tokens, "language">,
  caller: Pick<Caller, "language" | "isLanguageChosen">,
  site: Pick<Site, "production">,
): void {
  if (!language || language === caller.language || caller.isLanguageChosen) return
  const { name, value, ...options } = keptLanguage(language, site)
  jar.set(name, value, options)
}

/** Who says what stands on a page. The operators' console is in English alone. */
export const sayAt = (page: string, headers: Pick<Headers, "get">): Say =>
  sayIn(page.startsWith("/admin") ? "en" : languageOf(headers))

function askedFor(acceptLanguage: string): Language | undefined {
  return acceptLanguage
    .slice(0, 500)
    .split(",")
    .map((range) => {
      const [name = "", ...parameters] = range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const weight = parameters.find((parameter) => parameter.startsWith("q="))
      return { language: spoken.get(name.split("-")[0] as string), weight: weight ? Number(weight.slice(2)) : 1 }
    })
    .filter(({ language, weight }) => language !== undefined && weight > 0)
    .sort((one, other) => other.weight - one.weight)[0]?.language
}

const spoken = new Map<string, Language>([
  ["en", "en"],
  ["zh", "zh-HK"],
])
