import type { LedgerEntry } from "@/lib/firewall/console"
import type { RuleVerdict } from "@/lib/firewall/ledger/ledger"
import type { Micros } from "@/lib/firewall/money"

/** What a field of a report may hold; verdicts are a list in JSON, and its text in a CSV. */
export type ReportValue = string | number | boolean | null | readonly RuleVerdict[]

type Field = { name: string; says: string; of: (decision: LedgerEntry) => ReportValue }

/** Millionths of a dollar as dollars with all six digits: a text, so that no reader rounds it. */
export const usd = (micros: Micros): string => {
  const whole = BigInt(Math.round(micros))
  return `${whole / 1_000_000n}.${String(whole % 1_000_000n).padStart(6, "0")}`
}

const iso = (at: Date | null) => at?.toISOString() ?? null

/**
 * A report's fields, in their order, with what each says. Names stay as they are: whoever reads reports by machine relies on
 * them. A new field comes last.
 */
export const reportFields: readonly Field[] = [
  { name: "at", says: "When it was decided, ISO 8601 in UTC.", of: ({ at }) => iso(at) },
  { name: "id", says: "The decision's own name. It stays the same.", of: ({ id }) => id },
  { name: "realm", says: "Whose accounts it was about.", of: ({ realm }) => realm },
  { name: "verb", says: "What was asked for.", of: ({ verb }) => verb },
  { name: "client", says: "The client that asked.", of: ({ client }) => client },
  { name: "whitelabel_id", says: "The whitelabel, if one was named.", of: ({ whitelabelId }) => whitelabelId },
  { name: "to", says: "newcomer, known, decoy, or unknown for what did not get past the door.", of: ({ to }) => to },
  { name: "country", says: "Where the phone is from, ISO 3166-1.", of: ({ country }) => country },
  { name: "prefix", says: "The phone without its last five digits.", of: ({ prefix }) => prefix },
  { name: "place", says: "The networks around the caller: /24 of IPv4, /48 of IPv6.", of: ({ place }) => place },
  { name: "lane", says: "trusted with a good captcha token, else strict.", of: ({ lane }) => lane },
  { name: "captcha", says: "good, bad, none, unreachable, off or worked.", of: ({ captcha }) => captcha },
  { name: "attack_mode", says: "0 to 3; empty for what did not come so far.", of: ({ level }) => level },
  {
    name: "outcome",
    says: "refused, decoy, admitted, not-sent, unknown, accepted, sent, delivered or undelivered.",
    of: ({ outcome }) => outcome,
  },
  {
    name: "refused_by",
    says: "The rule that refused, or would have where the firewall only observes.",
    of: ({ refusedBy }) => refusedBy,
  },
  { name: "price_usd", says: "What one text costs or would have cost.", of: ({ price }) => usd(price) },
  { name: "reserved_usd", says: "What was set aside for it.", of: ({ reserved }) => usd(reserved) },
  {
    name: "final_price_usd",
    says: "What the sender charged, once it is known.",
    of: ({ finalPrice }) => (finalPrice === null ? null : usd(finalPrice)),
  },
  { name: "sender", says: "Who took the text.", of: ({ sender }) => sender },
  { name: "verified_at", says: "When its PIN was typed.", of: ({ verifiedAt }) => iso(verifiedAt) },
  { name: "count", says: "How many requests were refused alike within a minute.", of: ({ count }) => count },
  { name: "verdicts", says: "What each rule said, and by which numbers.", of: ({ verdicts }) => verdicts },
  { name: "channel", says: "sms, whatsapp or voice: by which way the PIN was to go.", of: ({ channel }) => channel },
]
