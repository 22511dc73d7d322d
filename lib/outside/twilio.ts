import type { Sms, TextMessage } from "@/lib/delivery/sms"
import { sayTwice } from "@/lib/outside/twilio-call"
import { problemOf, type TwilioAccount, twilioClient } from "@/lib/outside/twilio-client"

/** One of Twilio's accounts as a sender. */
export type TwilioSender = TwilioAccount & {
  /** What the ledger calls it. */
  name: string
  /** Where Twilio tells what becomes of a message; undefined where it could not reach us. */
  statusCallback: string | undefined
}

export type TwilioSettings = TwilioSender & { from: { messagingServiceSid: string } | { from: string } }

type Warn = (detail: Record<string, unknown>) => void
type Client = Awaited<ReturnType<ReturnType<typeof twilioClient>>>

// https://www.twilio.com/docs/api/errors: not a number, not a mobile, unreachable from here, opted out; for calls: not to be
// called from here.
const badNumber = new Set([13223, 13224, 21211, 21214, 21215, 21216, 21217, 21401, 21408, 21610, 21612, 21614])

/** Text messages by Twilio's Messages API through its own client. An error that Twilio answers is certain; silence is not. */
export const twilioSms = (settings: TwilioSettings, warn: Warn): Sms =>
  twilioSender(settings, warn, (client, { to, body, isChecked }, callback) =>
    client.messages.create({
      to,
      body,
      ...settings.from,
      ...(isChecked !== undefined && { riskCheck: isChecked ? "enable" : "disable" }),
      ...(callback && { statusCallback: callback }),
    }),
  )

export type WhatsAppSettings = TwilioSender & {
  from: string /** The approved authentication template. */
  template: string
}

/** WhatsApp by the same API. It takes PINs in an approved template alone, whose only variable is the PIN. */
export const twilioWhatsApp = (settings: WhatsAppSettings, warn: Warn): Sms =>
  twilioSender(settings, warn, (client, { to, pin }, callback) =>
    client.messages.create({
      to: `whatsapp:${to}`,
      from: `whatsapp:${settings.from}`,
      contentSid: settings.template,
      contentVariables: JSON.stringify({ 1: pin }),
      ...(callback && { statusCallback: callback }),
    }),
  )

export type VoiceSettings = TwilioSender & { from: string }

/** Seconds that a call may take, which Twilio bills by the started minute: a PIN is said twice in half of it. */
const longestCall = 60

/** Calls by Twilio's Calls API, which say the message twice and hang up. */
export const twilioVoice = (settings: VoiceSettings, warn: Warn): Sms =>
  twilioSender(settings, warn, async (client, { to, body, language }, callback) =>
    client.calls.create({
      to,
      from: settings.from,
      twiml: await sayTwice(body, language),
      timeLimit: longestCall,
      ...(callback && { statusCallback: callback }),
    }),
  )

type Post = (client: Client, message: TextMessage, statusCallback: string | undefined) => Promise<{ sid: string }>

function twilioSender(settings: TwilioSender, warn: Warn, post: Post): Sms {
  const client = twilioClient(settings)
  const sender = settings.name
  return {
    async send(message, decisionId) {
      const statusCallback = settings.statusCallback && statusUrl(settings.statusCallback, { sender, decisionId })
      try {
        const { sid } = await post(await client(), message, statusCallback)
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
