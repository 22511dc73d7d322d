import type { Rule } from "@/lib/firewall/rule"

/** Only countries on the allow-list get text messages. The country is the number's own, not the one claimed. */
export const countryAllowList: Rule = {
  name: "country-allow-list",
  of: "contract",
  judge({ message: { number, country }, countries }) {
    if (!number || countries === "all" || countries.has(country ?? "")) return undefined
    return { verdict: "refuse", refusal: { kind: "registration-blocked", because: "country" }, why: {} }
  },
}
