import type { PhoneNumber } from "@/lib/account/phone-number"
import { hidesAccounts, type Realm } from "@/lib/account/realm"
import { type Channel, paysTermination } from "@/lib/delivery/channel"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import { priceBy } from "@/lib/firewall/price"

type Needs = { countries: ReadonlySet<string> | "all"; firewall: { policy: FirewallPolicy } }

/**
 * Whether a number may be told to whoever judges the captcha token: that costs nothing more, and is no reason to tell all. So it is
 * told where a number would be looked up too: in a country that gets texts and where one is dear, and in no realm that hides its accounts.
 */
export function isToldOf(
  { number }: { number?: PhoneNumber | undefined },
  { realm, channel }: { realm: Realm; channel: Channel },
  { countries, firewall: { policy } }: Needs,
): boolean {
  if (!number || hidesAccounts[realm] || !paysTermination(channel)) return false
  const isListed = countries === "all" || countries.has(number.country)
  return isListed && priceBy(channel, number.country, policy) >= policy.lookup.worthFrom
}
