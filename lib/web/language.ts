import { isLanguage, type Language } from "@/lib/account/language"
import { type Say, sayIn } from "@/lib/words/say"

/** The cookie that the switch sets. It holds no secret: a language by its name. */
export const languageCookie = "latchkey-language"

/**
 * The language of a request: what they chose on this browser, else what their browser asks for, in the order of its
 * weights (RFC 9110, 12.5.4), else English. A reader of any kind of Chinese is closer to ours than to English.
 */
export function languageOf(headers: Pick<Headers, "get">): Language {
  const chosen = new RegExp(`(?:^|;\\s*)${languageCookie}=([\\w-]+)`).exec(headers.get("cookie") ?? "")?.[1]
  return isLanguage(chosen) ? chosen : (askedFor(headers.get("accept-language") ?? "") ?? "en")
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
