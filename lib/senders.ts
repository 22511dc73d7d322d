import { byChannel } from "@/lib/delivery/by-channel"
import type { Channel } from "@/lib/delivery/channel"
import { type Sender, senders } from "@/lib/delivery/senders"
import type { Sms } from "@/lib/delivery/sms"
import type { StatusSource } from "@/lib/delivery/status"
import type { Env } from "@/lib/env"
import type { LineType } from "@/lib/firewall/line-types"
import { twilioStatusPath } from "@/lib/machines/twilio-status"
import { type TwilioSettings, twilioSms, twilioVoice, twilioWhatsApp } from "@/lib/outside/twilio"
import { twilioLookup } from "@/lib/outside/twilio-lookup"
import { twilioPumpingRisk } from "@/lib/outside/twilio-pumping-risk"
import { twilioStatuses } from "@/lib/outside/twilio-status"
import type { Asked } from "@/lib/store/opinions"
import { type Now, seconds } from "@/lib/time"

type Warn = (event: string, detail: Record<string, unknown>) => void

/** What the environment says of Twilio: who sends, who tells what became of it, and who knows lines. */
export type Senders = {
  /** Undefined where the inbox is the sender. */
  sms: Sms | undefined
  statuses: StatusSource | undefined
  lookUp: ((e164: string) => Promise<LineType>) | undefined
  /** Who is asked what is thought of a number. */
  opinions: Asked | undefined
}

/** Watches a sender at its work. */
type Watched = (name: string, sms: Sms) => Sms
export const unwatched: Watched = (_, sms) => sms

/** The senders that the environment lists, in its order, each of them watched. */
export function sendersOf(env: Env, now: Now, warn: Warn, watched: Watched = unwatched): Senders {
  const accounts = env.SMS_PROVIDER.flatMap((name) => (name === "inbox" ? [] : [twilioAccount(env, name)]))
  const twilioWarn = (detail: Record<string, unknown>) => warn("twilio", detail)
  const list = accounts.map((account): Sender => {
    return { name: account.name, sms: watched(account.name, twilioSms(account, twilioWarn)) }
  })
  const [first, ...rest] = list
  // The channels share an account, and one may fail while the others work, so that each rests by itself.
  const alone = (channel: Channel, sms: Sms) =>
    first && env.SMS_CHANNELS.includes(channel)
      ? { [channel]: senders([{ name: `twilio-${channel}`, sms: watched("twilio", sms) }], now, warn) }
      : {}
  const main = twilioAccount(env, "twilio")
  const whatsapp = { ...main, from: env.TWILIO_WHATSAPP_FROM ?? "", template: env.TWILIO_WHATSAPP_TEMPLATE ?? "" }
  const voice = { ...main, from: env.TWILIO_VOICE_FROM ?? "" }
  const statusWarn = (detail: Record<string, unknown>) => warn("twilio-price", detail)
  return {
    sms:
      first &&
      byChannel({
        sms: senders([first, ...rest], now, warn),
        ...alone("whatsapp", twilioWhatsApp(whatsapp, twilioWarn)),
        ...alone("voice", twilioVoice(voice, twilioWarn)),
      }),
    statuses: first && twilioStatuses({ accounts: telling(accounts, main, env), appUrl: env.APP_URL }, statusWarn),
    lookUp:
      env.TWILIO_LOOKUP === "on"
        ? twilioLookup({ ...twilioAccount(env, "twilio"), timeout: seconds(3) }, (detail) =>
            warn("twilio-lookup", detail),
          )
        : undefined,
    opinions:
      env.TWILIO_PUMPING_RISK === "on"
        ? {
            source: "twilio",
            ask: twilioPumpingRisk({ ...main, timeout: opinionTimeout }, (detail) => warn("twilio-opinion", detail)),
          }
        : undefined,
  }
}

/** An opinion that takes longer than this is none. */
const opinionTimeout = seconds(1)

/** The accounts that tell of messages: the main one too where only calls and WhatsApp go by it. */
const telling = (accounts: readonly TwilioSettings[], main: TwilioSettings, { SMS_CHANNELS }: Env) =>
  SMS_CHANNELS.some((channel) => channel !== "sms") && !accounts.some(({ name }) => name === main.name)
    ? [...accounts, main]
    : accounts

/**
 * Where Twilio is to tell what becomes of a message. Nowhere without https: Twilio refuses a message whose callback it cannot
 * reach, and what it tells must not be read on the way. A base URL is a fake nearby, which reaches us all the same.
 */
export const statusCallbackFor = (appUrl: string, baseUrl: string | undefined): string | undefined =>
  appUrl.startsWith("https:") || baseUrl !== undefined ? `${appUrl}${twilioStatusPath}` : undefined

function twilioAccount(env: Env, name: "twilio" | "twilio-backup"): TwilioSettings & { name: string } {
  const prefix = name === "twilio" ? "TWILIO" : "TWILIO_BACKUP"
  const messagingServiceSid = env[`${prefix}_MESSAGING_SERVICE_SID`]
  const baseUrl = env[`${prefix}_BASE_URL`]
  return {
    name,
    accountSid: env[`${prefix}_ACCOUNT_SID`] ?? "",
    authToken: env[`${prefix}_AUTH_TOKEN`] ?? "",
    from: messagingServiceSid ? { messagingServiceSid } : { from: env[`${prefix}_FROM`] ?? "" },
    baseUrl,
    statusCallback: statusCallbackFor(env.APP_URL, baseUrl),
    timeout: seconds(5),
  }
}
