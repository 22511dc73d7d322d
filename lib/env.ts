import { createPrivateKey } from "node:crypto"
import { z } from "zod"
import { oauthClients } from "@/lib/env-clients"
import { json } from "@/lib/env-json"
import { needSenders, type SenderName, senderShape } from "@/lib/env-senders"
import { telemetryShape } from "@/lib/env-telemetry"
import { logLevels } from "@/lib/outside/log"

const postgres = z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgresql://")
const isoCountry = z
  .string()
  .regex(/^[A-Za-z]{2}$/, "must list ISO 3166-1 alpha-2 countries, such as US,CA")
  .toUpperCase()
const list = <T extends z.ZodType<string, string>>(item: T) =>
  z
    .string()
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(item))
const origin = z
  .url({ protocol: /^https?$/, error: "must be an http or https URL" })
  .transform((url) => new URL(url).origin)
const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/, "must list phones in E.164, such as +13035551234")
const secret = z.string().refine((text) => Buffer.byteLength(text) >= 32, "must be 32 bytes or more")
const client = z.enum(["ios", "android", "web", "ogac", "vt", "connectNGo", "zap"], {
  error: "must name clients among ios, android, web, ogac, vt, connectNGo, zap",
})
const lifetime = z.number("must give seconds").int("must give whole seconds").min(1, "must be at least 1 second")
const clientLifetimes = z.partialRecord(client, lifetime.max(2_592_000, "must be at most 2592000 seconds"))
const url = z.url({ protocol: /^https?$/, error: "must be an http or https URL" })

/** As Standard Webhooks writes a secret. */
function isWebhookSecret(text: string): boolean {
  const coded = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text)?.[1]
  const size = coded ? Buffer.from(coded, "base64").length : 0
  return size >= 24 && size <= 64
}

function isP256(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyDetails?.namedCurve === "prime256v1"
  } catch {
    return false
  }
}

const shape = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number("must be a port number").int().min(0).max(65535).default(3000),
  /** Where to listen; every interface unless set. `next start` does not heed it, and says so. */
  HOSTNAME: z.string().optional(),
  VERCEL: z.string().optional(),
  APP_URL: origin.optional(),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: postgres.optional(),
  DIRECT_URL: postgres.optional(),
  DATABASE_POOL: z.coerce
    .number("must be a number of connections")
    .int("must be a whole number of connections")
    .min(1, "must be 1 or more")
    .max(1000, "must be 1000 or less")
    .default(10),
  MIGRATE_ON_START: z.enum(["on", "off"], { error: "must be on or off" }).default("on"),
  DRAIN_SECONDS: z.coerce
    .number("must be a number of seconds")
    .min(0, "must be 0 or more")
    .max(60, "must be 60 or less")
    .default(0),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, "must begin with redis:// or rediss://")
    .optional(),
  SECRET_KEY: secret.optional(),
  SECRET_KEY_PREVIOUS: secret.optional(),
  SECRET_KEY_NEXT: secret.optional(),
  ...senderShape,
  INBOX_TOKEN: z.string().min(16, "must be 16 characters or more").optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(", ")}` }).default("info"),
  ALERT_WEBHOOK: url.optional(),
  ALERT_WEBHOOK_SECRET: z
    .string()
    .refine(isWebhookSecret, "must be whsec_ and the Base64 of 24 to 64 bytes")
    .optional(),
  METRICS_TOKEN: z.string().min(16, "must be 16 characters or more").optional(),
  ...telemetryShape,
  REPORT_TOKEN: z.string().min(16, "must be 16 characters or more").optional(),
  CRON_SECRET: z.string().min(16, "must be 16 characters or more").optional(),
  CLIENT_LIFETIMES: json(clientLifetimes).default({}),
  RECAPTCHA_SITE_KEY: z.string().optional(),
  RECAPTCHA_SECRET_KEY: z.string().optional(),
  RECAPTCHA_MIN_SCORE: z.coerce
    .number("must be between 0 and 1")
    .min(0, "must be between 0 and 1")
    .max(1, "must be between 0 and 1")
    .default(0.5),
  RECAPTCHA_VERIFY_URL: url.default("https://www.google.com/recaptcha/api/siteverify"),
  RECAPTCHA_ENTERPRISE_PROJECT: z
    .string()
    .regex(/^[a-z0-9:.-]+$/, "must be the id of a Google Cloud project")
    .optional(),
  RECAPTCHA_ENTERPRISE_API_KEY: z.string().optional(),
  RECAPTCHA_ENTERPRISE_URL: url.default("https://recaptchaenterprise.googleapis.com"),
  RECAPTCHA_SMS_DEFENSE: z.enum(["off", "on"], { error: "must be off or on" }).default("off"),
  SMS_FIREWALL: z.enum(["enforce", "observe"], { error: "must be enforce or observe" }).default("enforce"),
  SMS_COUNTRIES: z
    .union([z.literal("*").transform(() => "all" as const), list(isoCountry)])
    .default(["US", "CA", "GB", "HK"]),
  SMS_DAY_CEILING: z.coerce
    .number("must be a sum in US dollars")
    .min(1, "must be 1 or more")
    .max(1_000_000, "must be 1000000 or less")
    .default(1200),
  GOOGLE_CLIENT_ID_WEB: z.string().optional(),
  GOOGLE_CLIENT_ID_IOS: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GOOGLE_JWKS_URL: url.default("https://www.googleapis.com/oauth2/v3/certs"),
  GOOGLE_AUTHORIZE_URL: url.default("https://accounts.google.com/o/oauth2/v2/auth"),
  GOOGLE_TOKEN_URL: url.default("https://oauth2.googleapis.com/token"),
  APPLE_CLIENT_ID: z.string().optional(),
  APPLE_SERVICE_ID: z.string().optional(),
  APPLE_TEAM_ID: z.string().optional(),
  APPLE_KEY_ID: z.string().optional(),
  APPLE_PRIVATE_KEY: z
    .string()
    .transform((pem) => pem.replaceAll("\\n", "\n"))
    .refine(isP256, "must be the P-256 key in PEM that Apple gave you")
    .optional(),
  APPLE_JWKS_URL: url.default("https://appleid.apple.com/auth/keys"),
  APPLE_AUTHORIZE_URL: url.default("https://appleid.apple.com/auth/authorize"),
  APPLE_TOKEN_URL: url.default("https://appleid.apple.com/auth/token"),
  OAUTH_CLIENTS: json(oauthClients).default([]),
  OPERATOR_PHONES: list(e164).default([]),
  CORS_ORIGINS: list(origin).default([]),
  RETURN_ORIGINS: list(origin).default([]),
  TRUSTED_PROXY: z
    .union([z.literal("none"), z.literal("vercel"), z.coerce.number().int().min(1).max(10)], {
      error: "must be none, vercel, or how many proxies stand in front (1 to 10)",
    })
    .default("none"),
})

/** The names of all variables that are read. */
export const variables: readonly string[] = Object.keys(shape.shape)

/** The environment, read and checked. `SMS_PROVIDER`, `APP_URL` are settled; what needs a provider is there or refused. */
export type Env = Omit<z.output<typeof shape>, "SMS_PROVIDER" | "APP_URL"> & {
  SMS_PROVIDER: readonly SenderName[]
  APP_URL: string
}

/** What is wrong with the environment: a line that names the variable. */
export class EnvProblem extends Error {}

/**
 * Reads the environment. Refuses, naming the variable, whatever is malformed, and in production whatever is missing.
 * An empty variable is an absent one.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""))
  const parsed = shape.safeParse(given)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0] as z.core.$ZodIssue
    throw new EnvProblem(`${path[0]?.toString()}: ${message}.`)
  }
  const env = parsed.data
  const production = env.NODE_ENV === "production"
  const need = (name: keyof typeof env, why: string) => {
    if (env[name] === undefined) throw new EnvProblem(`${name}: is missing. ${why}`)
  }
  if (production) need("SECRET_KEY", "Production needs 32 bytes or more, for example from: openssl rand -base64 32")
  if (production) need("SMS_PROVIDER", "Production needs twilio, or inbox with an INBOX_TOKEN.")
  const SMS_PROVIDER = env.SMS_PROVIDER ?? ["inbox"]
  if (production && SMS_PROVIDER.includes("inbox"))
    need("INBOX_TOKEN", "In production the inbox is read with a token of 16 characters or more.")
  needSenders(env, SMS_PROVIDER, need)
  if (env.GOOGLE_CLIENT_SECRET) need("GOOGLE_CLIENT_ID_WEB", "GOOGLE_CLIENT_SECRET is set, and the two go together.")
  if (env.APPLE_CLIENT_ID || env.APPLE_SERVICE_ID)
    for (const name of ["APPLE_TEAM_ID", "APPLE_KEY_ID", "APPLE_PRIVATE_KEY"] as const)
      need(name, "Apple is asked with a secret that this signs.")
  if (env.ALERT_WEBHOOK)
    need("ALERT_WEBHOOK_SECRET", "Alerts are signed with it: whsec_ and $(openssl rand -base64 32)")
  if (env.RECAPTCHA_SMS_DEFENSE === "on") need("RECAPTCHA_ENTERPRISE_PROJECT", "RECAPTCHA_SMS_DEFENSE is part of it.")
  if (env.RECAPTCHA_ENTERPRISE_PROJECT)
    for (const name of ["RECAPTCHA_ENTERPRISE_API_KEY", "RECAPTCHA_SITE_KEY"] as const)
      need(name, "RECAPTCHA_ENTERPRISE_PROJECT is set, and is asked with it.")
  else if (env.RECAPTCHA_SITE_KEY) need("RECAPTCHA_SECRET_KEY", "RECAPTCHA_SITE_KEY is set, and the two go together.")
  return { ...env, SMS_PROVIDER, APP_URL: env.APP_URL ?? `http://localhost:${env.PORT}` }
}
