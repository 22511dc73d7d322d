import { z } from "zod"
import { problemOf, type TwilioAccount, twilioClient } from "@/lib/outside/twilio-client"

// https://www.twilio.com/docs/lookup/v2-api/sms-pumping-risk#response-properties: 0 is no risk, 100 is risk; a number that is blocked
// just now was used for pumping of late. An error code stands for an answer that is none.
const riskAnswer = z.object({
  smsPumpingRisk: z
    .looseObject({
      smsPumpingRiskScore: z.number().min(0).max(100).nullish(),
      numberBlocked: z.boolean().nullish(),
      errorCode: z.number().nullish(),
    })
    .nullish(),
})

/**
 * Asks Twilio Lookup how likely a number is used for SMS pumping, from 0 to 1. Undefined when Twilio does not answer in time, or not in its
 * own terms, or knows nothing of the number.
 */
export function twilioPumpingRisk(account: TwilioAccount, warn: (detail: Record<string, unknown>) => void) {
  const client = twilioClient(account)
  return async (e164: string): Promise<number | undefined> => {
    try {
      const found = await (await client()).lookups.v2.phoneNumbers(e164).fetch({ fields: "sms_pumping_risk" })
      const risk = riskAnswer.parse(found).smsPumpingRisk
      if (typeof risk?.errorCode === "number") throw { code: risk.errorCode }
      if (risk?.numberBlocked) return 1
      return typeof risk?.smsPumpingRiskScore === "number" ? risk.smsPumpingRiskScore / 100 : undefined
    } catch (problem) {
      warn(problemOf(problem))
      return undefined
    }
  }
}
