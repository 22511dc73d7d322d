import { z } from "zod"

const accountSid = z
  .string()
  .regex(/^AC[0-9a-fA-F]{32}$/, "must be AC and 32 hexadecimal digits")
  .optional()
const messagingServiceSid = z
  .string()
  .regex(/^MG[0-9a-fA-F]{32}$/, "must be MG and 32 hexadecimal digits")
  .optional()
const baseUrl = z.url({ protocol: /^https?$/, error: "must be an http or https URL" }).optional()

const senderName = z.enum(["inbox", "twilio", "twilio-backup"])
/** Who takes text messages: Twilio's two accounts are asked in the order in which they are listed. */
export type SenderName = z.output<typeof senderName>

const senders = z
  .string()
  .transform((text) => text.split(",").map((part) => part.trim()))
  .pipe(z.array(senderName, { error: "must be inbox, or a list of twilio and twilio-backup" }))
  .refine((names) => new Set(names).size === names.length, "must list each sender once")
  .refine((names) => names.length === 1 || !names.includes("inbox"), "must be inbox alone, or none")

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
  TWILIO_LOOKUP: z.enum(["off", "on"], { error: "must be off or on" }).default("off"),
}

type SenderEnv = z.output<z.ZodObject<typeof senderShape>>

/** Asks for each variable that the chosen senders and the look-up cannot do without. */
export function needSenders(
  env: SenderEnv,
  names: readonly SenderName[],
  need: (name: keyof SenderEnv, why: string) => void,
): void {
  if (env.TWILIO_LOOKUP === "on") {
    need("TWILIO_ACCOUNT_SID", "TWILIO_LOOKUP is on.")
    need("TWILIO_AUTH_TOKEN", "TWILIO_LOOKUP is on.")
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
