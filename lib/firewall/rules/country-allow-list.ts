import type { Rule } from "@/lib/firewall/attempt"
import { refuse } from "@/lib/refusal"

/** Only countries on the allow-list get text messages. The country is the number's own, not the one claimed. */
export const countryAllowList: Rule = {
  name: "country-allow-list",
  async judge({ phone }, { countries }) {
    const allowed = !phone || countries === "all" || countries.has(phone.country)
    return allowed ? { admit: true } : refuse({ kind: "registration-blocked", because: "country" })
  },
}
