import { z } from "zod"
import { type Channel, channels } from "@/lib/delivery/channel"
import { json } from "@/lib/env-json"

const accountSid = z
  .string()
  .regex(/^AC[0-9a-fA-F]{32}$/, "must be AC and 32 hexadecimal digits")
  .optional()
const messagingServiceSid = z
  .string()
  .regex(/^MG[0-9a-fA-F]{32}$/, "must be MG and 32 hexadecimal digits")
  .optional()
const baseUrl = z.url({ protocol: /^https?$/, error: "must be an http or https URL" }).optional()

const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, "must be a phone in E.164, such as +13035551234")

const senderName = z.enum(["inbox", "twilio", "twilio-backup"])
/** Who takes text messages: Twilio's two accounts are asked in the order in which they are listed. */
export type SenderName = z.output<typeof senderName>

const senders = z
  .string()
  .transform((text) => text.split(",").map((part) => part.trim()))
  .pipe(z.array(senderName, { error: "must be inbox, or a list of twilio and twilio-backup" }))
  .refine((names) => new Set(names).size === names.length, "must list each sender once")
  .refine((names) => names.length === 1 || !names.includes("inbox"), "must be inbox alone, or none")

const channelList = z
  .string()
  .transform((text) => text.split(",").map((part) => part.trim()))
  .pipe(z.tuple([z.enum(channels)], z.enum(channels), { error: "must list sms, whatsapp, voice" }))
  .refine((names) => new Set(names).size === names.length, "must list each channel once")

const priceList = json(
  z.record(
    z.string().regex(/^([A-Z]{2}|\*)$/, "must name ISO countries, and * for all others"),
    z.number("must give US dollars").min(0, "must give 0 or more").max(100, "must give 100 or less"),
    { error: 'must be countries and their prices, such as {"HK": 0.03, "*": 0.15}' },
  ),
)

const onOff = z.enum(["off", "on"], { error: "must be off or on" }).default("off")

/** The variables that say how text messages leave and what is asked about numbers. */
export const senderShape = {
  SMS_PROVIDER: senders.optional(),
  TWILIO_ACCOUNT_SID: accountSid,
  TWILIO_AUTH_TOKEN: z.string().optional(),
  TWILIO_MESSAGING_SERVICE_SID: messagingServiceSid,
  TWILIO_FROM: z.string().optional(),
  TWILIO_BASE_URL: baseUrl,
  TWILIO_BACKUP_ACCOUNT_SID: accountSid,
  TWILIO_BACKUP_AUTH_TOKEN: z.string().optional(),
  TWILIO_BACKUP_MESSAGING_SERVICE_SID: messagingServiceSid,
  TWILIO_BACKUP_FROM: z.string().optional(),
  TWILIO_BACKUP_BASE_URL: baseUrl,
  SMS_CHANNELS: channelList.default(["sms"]),
  WHATSAPP_PRICES: priceList.optional(),
  VOICE_PRICES: priceList.optional(),
  TWILIO_WHATSAPP_FROM: phone.optional(),
  TWILIO_WHATSAPP_TEMPLATE: z
    .string()
    .regex(/^HX[0-9a-fA-F]{32}$/, "must be HX and 32 hexadecimal digits")
    .optional(),
  TWILIO_VOICE_FROM: phone.optional(),
  TWILIO_LOOKUP: onOff,
  TWILIO_PUMPING_RISK: onOff,
  TWILIO_RISK_CHECK: onOff,
  TWILIO_RISK_CHECK_PRICE: z.coerce
    .number("must be a price in US dollars")
    .min(0, "must be 0 or more")
    .max(1, "must be 1 or less")
    .optional(),
}

type SenderEnv = z.output<z.ZodObject<typeof senderShape>>

/** Asks for each variable that the chosen senders and the look-up cannot do without. */
export function needSenders(
  env: SenderEnv,
  names: readonly SenderName[],
  need: (name: keyof SenderEnv, why: string) => void,
): void {
  for (const name of ["TWILIO_LOOKUP", "TWILIO_PUMPING_RISK"] as const) {
    if (env[name] === "off") continue
    need("TWILIO_ACCOUNT_SID", `${name} is on.`)
    need("TWILIO_AUTH_TOKEN", `${name} is on.`)
  }
  if (env.TWILIO_RISK_CHECK === "on")
    need("TWILIO_RISK_CHECK_PRICE", "TWILIO_RISK_CHECK is on: set what Twilio takes for it on top of a text.")
  const has = (channel: Channel) => env.SMS_CHANNELS.includes(channel)
  // A call's price depends on the number that it comes from and goes to, so that no list of ours could be right.
  if (has("voice")) need("VOICE_PRICES", "SMS_CHANNELS lists voice: set what a minute costs, by country.")
  if (!names.includes("inbox") && (has("whatsapp") || has("voice"))) {
    need("TWILIO_ACCOUNT_SID", "SMS_CHANNELS lists channels that it pays for.")
    need("TWILIO_AUTH_TOKEN", "SMS_CHANNELS lists channels that it pays for.")
    if (has("whatsapp")) {
      need("TWILIO_WHATSAPP_FROM", "SMS_CHANNELS lists whatsapp.")
      need("TWILIO_WHATSAPP_TEMPLATE", "SMS_CHANNELS lists whatsapp, which takes PINs in an approved template alone.")
    }
    if (has("voice")) need("TWILIO_VOICE_FROM", "SMS_CHANNELS lists voice.")
  }
  for (const [name, prefix] of [
    ["twilio", "TWILIO"],
    ["twilio-backup", "TWILIO_BACKUP"],
  ] as const) {
    if (!names.includes(name)) continue
    need(`${prefix}_ACCOUNT_SID`, `SMS_PROVIDER lists ${name}.`)
    need(`${prefix}_AUTH_TOKEN`, `SMS_PROVIDER lists ${name}.`)
    if (!env[`${prefix}_MESSAGING_SERVICE_SID`])
      need(`${prefix}_FROM`, `SMS_PROVIDER lists ${name}: set this or ${prefix}_MESSAGING_SERVICE_SID.`)
  }
}
