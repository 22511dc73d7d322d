import type twilio from "twilio"
import type { Duration } from "@/lib/time"

/** One of Twilio's accounts, and how to reach it. */
export type TwilioAccount = {
  accountSid: string
  authToken: string
  /** Where Twilio's API is reached, if not at Twilio. */
  baseUrl: string | undefined
  /** How long an answer may take, from the connection to its last byte. */
  timeout: Duration
}

/** Twilio's own library. It is large, and loaded when it is first needed. */
export const twilioLibrary = async (): Promise<typeof twilio> => (await import("twilio")).default

/**
 * Tells Twilio's own client for one account, which is made when it is first asked for. It asks once: what may have cost money is not
 * repeated by itself.
 */
export function twilioClient(account: TwilioAccount): () => Promise<TwilioClient> {
  let made: Promise<TwilioClient> | undefined
  return () => {
    made ??= clientOf(account)
    return made
  }
}
type TwilioClient = ReturnType<typeof twilio>

async function clientOf({ accountSid, authToken, baseUrl, timeout }: TwilioAccount): Promise<TwilioClient> {
  const library = await twilioLibrary()
  const requests = bounded(new library.RequestClient({ timeout }), timeout)
  const httpClient = baseUrl ? redirected(requests, baseUrl) : requests
  return library(accountSid, authToken, { httpClient, autoRetry: false })
}

/** What may be told of a problem: no number, no text. */
export function problemOf(problem: unknown): { status: number | undefined; code: number | string | undefined } {
  const { status, code } = (problem ?? {}) as { status?: number; code?: number | string }
  return { status, code }
}

type RequestClient = InstanceType<typeof twilio.RequestClient>

/** Bytes that an answer may have. Twilio's have a few thousand. */
const longest = 256 * 1024

/** The same client, whose own timeout begins anew with each byte of an answer, with one deadline over all of it and an end to its size. */
function bounded(client: RequestClient, timeout: Duration): RequestClient {
  client.axios.interceptors.request.use((config) =>
    Object.assign(config, { signal: AbortSignal.timeout(timeout), maxContentLength: longest }),
  )
  return client
}

/** The same client, with its requests sent to another origin. */
function redirected(client: RequestClient, baseUrl: string): RequestClient {
  const send = client.request.bind(client)
  client.request = (options) => {
    const { pathname, search } = new URL(options.uri)
    return send({ ...options, uri: `${baseUrl.replace(/\/$/, "")}${pathname}${search}` })
  }
  return client
}
