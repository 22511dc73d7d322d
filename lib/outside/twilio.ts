import type { Sms } from "@/lib/delivery/sms"
import { problemOf, type TwilioAccount, twilioClient } from "@/lib/outside/twilio-client"

export type TwilioSettings = TwilioAccount & {
  /** What the ledger calls it. */
  name: string
  from: { messagingServiceSid: string } | { from: string }
  /** Where Twilio tells what becomes of a message; undefined where it could not reach us. */
  statusCallback: string | undefined
}

// https://www.twilio.com/docs/api/errors: not a number, not a mobile, unreachable from here, opted out.
const badNumber = new Set([21211, 21217, 21401, 21408, 21610, 21612, 21614])

/** Twilio's Messages API through its own client. An error that Twilio answers is certain; silence is not. */
export function twilioSms(settings: TwilioSettings, warn: (detail: Record<string, unknown>) => void): Sms {
  const client = twilioClient(settings)
  const sender = settings.name
  return {
    async send({ to, body }, decisionId) {
      const statusCallback = settings.statusCallback && statusUrl(settings.statusCallback, { sender, decisionId })
      try {
        const { sid } = await (await client()).messages.create({
          to,
          body,
          ...settings.from,
          ...(statusCallback && { statusCallback }),
        })
        return { fate: "accepted", sender, messageId: sid }
      } catch (problem) {
        const { status, code } = problemOf(problem)
        warn({ sender, status, code })
        return { ...becameOf(status, code), sender }
      }
    },
  }
}

/**
 * The callback's URL. It names our decision, so that news can come before our own note of who took the message; Twilio signs
 * it whole.
 */
function statusUrl(base: string, { sender, decisionId }: { sender: string; decisionId: string | undefined }): string {
  return `${base}?${new URLSearchParams({ sender, ...(decisionId && { decision: decisionId }) })}`
}

type Failure = { fate: "bad-number" | "unknown" } | { fate: "not-accepted"; works?: boolean }

function becameOf(status: number | undefined, code: number | string | undefined): Failure {
  if (typeof code === "number" && badNumber.has(code)) return { fate: "bad-number" }
  if (status === 400) return { fate: "not-accepted", works: true }
  if (status !== undefined && status > 400 && status < 500) return { fate: "not-accepted" }
  if (code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "EAI_AGAIN") return { fate: "not-accepted" }
  return { fate: "unknown" }
}
