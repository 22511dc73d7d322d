import twilio from "twilio"
import type { Duration } from "@/lib/time"

/** One of Twilio's accounts, and how to reach it. */
export type TwilioAccount = {
  accountSid: string
  authToken: string
  /** Where Twilio's API is reached, if not at Twilio. */
  baseUrl: string | undefined
  /** How long to wait for an answer. */
  timeout: Duration
}

/** Twilio's own client for one account. It asks once: what may have cost money is not repeated by itself. */
export function twilioClient({ accountSid, authToken, baseUrl, timeout }: TwilioAccount) {
  const requests = new twilio.RequestClient({ timeout })
  const httpClient = baseUrl ? redirected(requests, baseUrl) : requests
  return twilio(accountSid, authToken, { httpClient, autoRetry: false })
}

/** What may be told of a problem: no number, no text. */
export function problemOf(problem: unknown): { status: number | undefined; code: number | string | undefined } {
  const { status, code } = (problem ?? {}) as { status?: number; code?: number | string }
  return { status, code }
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
