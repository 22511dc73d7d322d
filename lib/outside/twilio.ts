import twilio from "twilio"
import type { Sms } from "@/lib/delivery/sms"
import type { Duration } from "@/lib/time"

export type TwilioSettings = {
  accountSid: string
  authToken: string
  from: { messagingServiceSid: string } | { from: string }
  /** Where Twilio's API is reached, if not at Twilio. */
  baseUrl: string | undefined
  /** How long to wait for an answer. */
  timeout: Duration
}

// https://www.twilio.com/docs/api/errors: not a number, not a mobile, unreachable from here, opted out.
const badNumber = new Set([21211, 21217, 21401, 21408, 21610, 21612, 21614])

/** Twilio's Messages API through its own client. An error that Twilio answers is certain; silence is not. */
export function twilioSms(settings: TwilioSettings, warn: (detail: Record<string, unknown>) => void): Sms {
  const requests = new twilio.RequestClient({ timeout: settings.timeout })
  const httpClient = settings.baseUrl ? redirected(requests, settings.baseUrl) : requests
  const client = twilio(settings.accountSid, settings.authToken, { httpClient, autoRetry: false })
  return {
    async send({ to, body }) {
      try {
        const { sid } = await client.messages.create({ to, body, ...settings.from })
        return { fate: "accepted", sender, messageId: sid }
      } catch (problem) {
        const { status, code } = problem as { status?: number; code?: number | string }
        warn({ status, code })
        return { fate: fateOf(status, code), sender }
      }
    },
  }
}

const sender = "twilio"

function fateOf(status: number | undefined, code: number | string | undefined) {
  if (typeof code === "number" && badNumber.has(code)) return "bad-number"
  if (status !== undefined && status >= 400 && status < 500) return "not-accepted"
  if (code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "EAI_AGAIN") return "not-accepted"
  return "unknown"
}

type RequestClient = InstanceType<typeof twilio.RequestClient>

/** The same client, with its requests sent to another origin. */
function redirected(client: RequestClient, baseUrl: string): RequestClient {
  const send = client.request.bind(client)
  client.request = (options) => {
    const { pathname, search } = new URL(options.uri)
    return send({ ...options, uri: `${baseUrl.replace(/\/$/, "")}${pathname}${search}` })
  }
  return client
}
