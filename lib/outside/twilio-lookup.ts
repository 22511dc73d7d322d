import { z } from "zod"
import type { LineType } from "@/lib/firewall/line-types"
import { problemOf, type TwilioAccount, twilioClient } from "@/lib/outside/twilio-client"

// https://www.twilio.com/docs/lookup/v2-api/line-type-intelligence#type-property-values. Whoever owns a personal, shared-cost
// or universal number may be paid for what reaches it; a toll-free number, a pager or a voice mailbox gets no text from us.
const lines: Readonly<Record<string, LineType>> = {
  mobile: "mobile",
  landline: "landline",
  fixedVoip: "voip",
  nonFixedVoip: "voip",
  premium: "premium",
  sharedCost: "premium",
  personal: "premium",
  uan: "premium",
  tollFree: "landline",
  pager: "landline",
  voicemail: "landline",
}

const lookupAnswer = z.object({
  valid: z.boolean(),
  lineTypeIntelligence: z.looseObject({ type: z.string().nullish() }).nullish(),
})

/** Asks Twilio Lookup what kind of line a number is. Throws when Twilio does not answer, or not in its own terms. */
export function twilioLookup(account: TwilioAccount, warn: (detail: Record<string, unknown>) => void) {
  const client = twilioClient(account)
  return async (e164: string): Promise<LineType> => {
    try {
      const found = await (await client()).lookups.v2.phoneNumbers(e164).fetch({ fields: "line_type_intelligence" })
      const { valid, lineTypeIntelligence } = lookupAnswer.parse(found)
      const type = lineTypeIntelligence?.type ?? ""
      return valid ? (Object.hasOwn(lines, type) ? (lines[type] as LineType) : "unknown") : "invalid"
    } catch (problem) {
      warn(problemOf(problem))
      // Twilio's own error may quote the number.
      throw new Error("The number could not be looked up.")
    }
  }
}
