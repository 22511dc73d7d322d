import type { Country } from "@/lib/web/countries"

/** What people call countries besides their names. Codes and dialling codes go without saying. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  AE: ["UAE", "Emirates"],
  BO: ["Bolivia"],
  CD: ["DRC", "Zaire"],
  CI: ["Ivory Coast"],
  CV: ["Cabo Verde"],
  CZ: ["Czech Republic"],
  GB: ["UK", "Great Britain", "Britain", "England", "Scotland", "Wales", "Northern Ireland"],
  HK: ["Hongkong"],
  IE: ["Eire"],
  KP: ["DPRK"],
  KR: ["Korea", "ROK"],
  MM: ["Burma"],
  MO: ["Macau"],
  NL: ["Holland"],
  SZ: ["Swaziland"],
  TL: ["East Timor"],
  TR: ["Turkey"],
  US: ["USA", "America", "United States of America"],
  VA: ["Vatican", "Holy See"],
}

/** Whom a dialling code that several countries share is taken for, where nothing else says more. */
const mainOf: Readonly<Record<string, string>> = {
  "1": "US",
  "7": "RU",
  "39": "IT",
  "44": "GB",
  "47": "NO",
  "61": "AU",
  "212": "MA",
  "262": "RE",
  "290": "SH",
  "358": "FI",
  "590": "GP",
  "599": "CW",
}

/** A country as the list shows it. */
export const withPrefix = ({ name, prefix }: Country): string => `${name} (+${prefix})`

/** Without case, accents and what is neither letter nor digit. */
const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

/**
 * The countries that a person may mean, the likelier first: by name in English and Chinese, short name, ISO code or dialling code.
 * A whole word before the beginning of one, and the country's own name before other things that it is called.
 */
export function countriesLike(typed: string, countries: readonly Country[]): Country[] {
  const asked = folded(typed)
  if (asked === "") return [...countries]
  const chinese = new Intl.DisplayNames("zh-HK", { type: "region" })
  const rank = (country: Country) =>
    /^\d+$/.test(asked) ? rankOfCode(asked, country) : rankOfName(asked, country, chinese)
  return countries
    .map((country) => ({ country, rank: rank(country) }))
    .filter((found) => found.rank < none)
    .sort((one, other) => one.rank - other.rank)
    .map(({ country }) => country)
}

const none = 9

function rankOfCode(asked: string, { code, prefix }: Country): number {
  if (prefix === asked) return mainOf[prefix] === undefined || mainOf[prefix] === code ? 0 : 1
  return prefix.startsWith(asked) ? 2 : none
}

function rankOfName(asked: string, { code, name }: Country, chinese: Intl.DisplayNames): number {
  const own = folded(name)
  const others = [folded(chinese.of(code) ?? ""), ...(alsoCalled[code] ?? []).map(folded)]
  if (asked === code.toLowerCase() || asked === own || others.includes(asked)) return 0
  if (own.startsWith(asked)) return 1
  if (` ${own}`.includes(` ${asked}`)) return 2
  if (others.some((other) => other.startsWith(asked))) return 3
  return others.some((other) => other.includes(asked)) ? 4 : none
}

/**
 * The country that a number says by itself, as in +852 5123 4567 or 00852…; undefined while it says none, and where the one that
 * is chosen has this dialling code too.
 */
export function countryOfNumber(typed: string, chosen: string, countries: readonly Country[]): string | undefined {
  const full = /^\s*(?:\+|00)\s*([\d\s().-]+)$/.exec(typed.normalize("NFKC"))
  const digits = full?.[1]?.replace(/\D/g, "") ?? ""
  const found = countries.filter(({ prefix }) => digits.startsWith(prefix))
  if (found.some(({ code }) => code === chosen)) return undefined
  return (found.find(({ code, prefix }) => mainOf[prefix] === code) ?? found[0])?.code
}

/** The country whose clocks this browser goes by; undefined where it does not tell, or several share them. */
export function countryOfClock(countries: readonly Country[]): string | undefined {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const found = countries.filter(({ code }) => zonesOf(code).includes(timeZone))
  return found.length === 1 ? found[0]?.code : undefined
}

function zonesOf(code: string): readonly string[] {
  const locale = new Intl.Locale("und", { region: code }) as Intl.Locale & {
    getTimeZones?(): string[]
    timeZones?: string[]
  }
  return locale.getTimeZones?.() ?? locale.timeZones ?? []
}
