import { generateKeyPairSync } from "node:crypto"
import { readFileSync } from "node:fs"
import { parseEnv } from "node:util"
import { expect, test } from "vitest"
import { readEnv, variables } from "@/lib/env"
import { production } from "@/lib/testing/production-env"

test("development needs nothing", () => {
  expect(readEnv({ NODE_ENV: "development" })).toMatchObject({
    PORT: 3000,
    APP_URL: "http://localhost:3000",
    SMS_PROVIDER: ["inbox"],
    TWILIO_LOOKUP: "off",
    SMS_COUNTRIES: ["US", "CA", "GB", "HK"],
    TRUSTED_PROXY: "none",
  })
})

test.each([
  ["SECRET_KEY", undefined],
  ["SECRET_KEY", "31 bytes are one byte too few.."],
  ["SECRET_KEY_PREVIOUS", "short"],
  ["SECRET_KEY_NEXT", "short"],
  ["SMS_PROVIDER", undefined],
  ["SMS_PROVIDER", "pigeon"],
  ["SMS_PROVIDER", "twilio,pigeon"],
  ["SMS_PROVIDER", "twilio,twilio"],
  ["SMS_PROVIDER", "inbox,twilio"],
  ["SMS_PROVIDER", ","],
  ["TWILIO_BACKUP_ACCOUNT_SID", "AC123"],
  ["TWILIO_BACKUP_BASE_URL", "nowhere"],
  ["TWILIO_LOOKUP", "yes"],
  ["TWILIO_PUMPING_RISK", "yes"],
  ["TWILIO_RISK_CHECK", "enable"],
  ["TWILIO_RISK_CHECK_PRICE", "2"],
  ["CRON_SECRET", "15 characters.."],
  ["LOG_LEVEL", "loud"],
  ["ALERT_WEBHOOK", "nowhere"],
  ["ALERT_WEBHOOK_SECRET", "whsec_c2hvcnQ="],
  ["ALERT_WEBHOOK_SECRET", "k".repeat(32)],
  ["METRICS_TOKEN", "15 characters.."],
  ["OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318"],
  ["OTEL_TRACES_SAMPLER", "jaeger_remote"],
  ["OTEL_TRACES_SAMPLER_ARG", "1.1"],
  ["OTEL_METRIC_EXPORT_INTERVAL", "999"],
  ["REPORT_TOKEN", "15 characters.."],
  ["INBOX_TOKEN", undefined],
  ["INBOX_TOKEN", "15 characters.."],
  ["PORT", "eighty"],
  ["APP_URL", "not a url"],
  ["APP_URL", "javascript:alert(1)"],
  ["DATABASE_URL", "mysql://root@localhost/x"],
  ["DIRECT_URL", "mysql://root@localhost/x"],
  ["DATABASE_POOL", "0"],
  ["DATABASE_POOL", "many"],
  ["MIGRATE_ON_START", "yes"],
  ["REDIS_URL", "http://localhost"],
  ["CLIENT_LIFETIMES", "{"],
  ["CLIENT_LIFETIMES", '{"web": 2592001}'],
  ["CLIENT_LIFETIMES", '{"web": 0}'],
  ["CLIENT_LIFETIMES", '{"toaster": 60}'],
  ["RECAPTCHA_MIN_SCORE", "2"],
  ["RECAPTCHA_VERIFY_URL", "ftp://example.com"],
  ["RECAPTCHA_ENTERPRISE_PROJECT", "a/b"],
  ["RECAPTCHA_ENTERPRISE_URL", "ftp://example.com"],
  ["RECAPTCHA_SMS_DEFENSE", "yes"],
  ["SMS_COUNTRIES", "USA"],
  ["OPERATOR_PHONES", "+13035551234, 3035551234"],
  ["CORS_ORIGINS", "example.com"],
  ["RETURN_ORIGINS", "javascript:alert(1)"],
  ["TRUSTED_PROXY", "cloudflare"],
  ["TRUSTED_PROXY", "0"],
  ["TWILIO_BASE_URL", "nowhere"],
  ["OAUTH_CLIENTS", "{}"],
  ["OAUTH_CLIENTS", '[{"id": "till", "secret": "1", "scopes": []}]'],
  ["OAUTH_CLIENTS", '[{"id": "till", "secret": "15 characters..", "scopes": []}]'],
  ["OAUTH_CLIENTS", '[{"id": "till", "secret": 1234567890123456, "scopes": []}]'],
  ["OAUTH_CLIENTS", '[{"id": "till", "scopes": []}]'],
  ["OAUTH_CLIENTS", '[{"id": "", "secret": "16 characters...", "scopes": []}]'],
  ["OAUTH_CLIENTS", '[{"id": "app"}]'],
  ["OAUTH_CLIENTS", '[{"id": "app", "redirect_uris": []}]'],
  ["OAUTH_CLIENTS", '[{"id": "app", "redirect_uris": ["/callback"]}]'],
  ["OAUTH_CLIENTS", '[{"id": "app", "redirect_uris": ["http://app.example/cb"]}]'],
  ["OAUTH_CLIENTS", '[{"id": "app", "redirect_uris": ["https://app.example/cb#x"]}]'],
  ["OAUTH_CLIENTS", '[{"id": "app", "redirect_uris": ["https://user@app.example/cb"]}]'],
  ["OAUTH_CLIENTS", '[{"id": "app", "redirect_uris": ["javascript:alert(1)"]}]'],
  ["OAUTH_CLIENTS", '[{"id": "app", "redirect_uris": ["myapp:/cb"]}]'],
  ["OAUTH_CLIENTS", '[{"id": "app", "redirect_uris": ["https://app.example/cb"], "first_party": "yes"}]'],
  ...["http://app.example/out", "com.example.app:/out", "https://app.example/out#x"].map((uri): [string, string] => [
    "OAUTH_CLIENTS",
    JSON.stringify([{ id: "app", redirect_uris: ["https://app.example/cb"], backchannel_logout_uri: uri }]),
  ]),
  [
    "OAUTH_CLIENTS",
    '[{"id": "app", "redirect_uris": ["https://app.example/cb"], "post_logout_redirect_uris": ["data:,"]}]',
  ],
  ["SMS_CHANNELS", "sms,pigeon"],
  ["SMS_CHANNELS", "sms,sms"],
  ["WHATSAPP_PRICES", "0.03"],
  ["WHATSAPP_PRICES", '{"Hong Kong": 0.03}'],
  ["VOICE_PRICES", '{"HK": "0.03"}'],
  ["VOICE_PRICES", '{"HK": -1}'],
  ["TWILIO_VOICE_FROM", "5551234"],
  ["TWILIO_WHATSAPP_TEMPLATE", "hello"],
  ["GOOGLE_JWKS_URL", "nowhere"],
  ["APPLE_PRIVATE_KEY", "not a key"],
])("in production %s as %s is refused by its name", (name, value) => {
  expect(() => readEnv({ ...production, [name]: value })).toThrow(new RegExp(`^${name}: `))
})

const account = { TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`, TWILIO_AUTH_TOKEN: "t" }
const twilio = { ...account, TWILIO_FROM: "+15005550006" }
const backup = {
  TWILIO_BACKUP_ACCOUNT_SID: `AC${"1".repeat(32)}`,
  TWILIO_BACKUP_AUTH_TOKEN: "b",
  TWILIO_BACKUP_MESSAGING_SERVICE_SID: `MG${"1".repeat(32)}`,
}

test.each(["TWILIO_WHATSAPP_FROM", "TWILIO_WHATSAPP_TEMPLATE", "TWILIO_VOICE_FROM", "VOICE_PRICES"])(
  "channels that are listed without %s are refused by its name",
  (name) => {
    const channels = {
      ...{ SMS_CHANNELS: "sms, whatsapp, voice", VOICE_PRICES: '{"*": 0.5}', TWILIO_VOICE_FROM: "+15005550006" },
      ...{ TWILIO_WHATSAPP_FROM: "+15005550006", TWILIO_WHATSAPP_TEMPLATE: `HX${"0".repeat(32)}` },
    }
    const whole = { ...production, SMS_PROVIDER: "twilio", ...twilio, ...channels }
    expect(readEnv(whole).SMS_CHANNELS).toEqual(["sms", "whatsapp", "voice"])
    expect(() => readEnv({ ...whole, [name]: undefined })).toThrow(new RegExp(`^${name}: `))
  },
)

test.each(["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM"])(
  "twilio without %s is refused by its name",
  (name) => {
    const whole = { ...production, SMS_PROVIDER: "twilio", ...twilio }
    expect(readEnv(whole).SMS_PROVIDER).toEqual(["twilio"])
    expect(() => readEnv({ ...whole, [name]: undefined })).toThrow(new RegExp(`^${name}: `))
  },
)

test.each([
  ["TWILIO_BACKUP_ACCOUNT_SID", "TWILIO_BACKUP_ACCOUNT_SID"],
  ["TWILIO_BACKUP_AUTH_TOKEN", "TWILIO_BACKUP_AUTH_TOKEN"],
  ["TWILIO_BACKUP_MESSAGING_SERVICE_SID", "TWILIO_BACKUP_FROM"],
])("a second sender without %s is refused by the name %s", (missing, named) => {
  const whole = { ...production, SMS_PROVIDER: "twilio, twilio-backup", ...twilio, ...backup }
  expect(readEnv(whole).SMS_PROVIDER).toEqual(["twilio", "twilio-backup"])
  expect(() => readEnv({ ...whole, [missing]: undefined })).toThrow(new RegExp(`^${named}: `))
})

test.each(["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"])(
  "looking numbers up without %s is refused by its name",
  (name) => {
    const whole = { ...production, TWILIO_LOOKUP: "on", ...account }
    expect(readEnv(whole).TWILIO_LOOKUP).toBe("on")
    expect(() => readEnv({ ...whole, [name]: undefined })).toThrow(new RegExp(`^${name}: `))
  },
)

test.each(["RECAPTCHA_ENTERPRISE_PROJECT", "RECAPTCHA_ENTERPRISE_API_KEY", "RECAPTCHA_SITE_KEY"])(
  "SMS defense without %s is refused by its name, and asks for no secret of siteverify's",
  (name) => {
    const google = { RECAPTCHA_ENTERPRISE_PROJECT: "p", RECAPTCHA_ENTERPRISE_API_KEY: "k", RECAPTCHA_SITE_KEY: "s" }
    const whole = { ...production, ...google, RECAPTCHA_SMS_DEFENSE: "on" }
    expect(readEnv(whole).RECAPTCHA_SMS_DEFENSE).toBe("on")
    expect(() => readEnv({ ...whole, [name]: undefined })).toThrow(new RegExp(`^${name}: `))
  },
)

test.each(["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"])(
  "asking for opinions of numbers without %s is refused by its name",
  (name) => {
    const whole = { ...production, TWILIO_PUMPING_RISK: "on", ...account }
    expect(readEnv(whole).TWILIO_PUMPING_RISK).toBe("on")
    expect(() => readEnv({ ...whole, [name]: undefined })).toThrow(new RegExp(`^${name}: `))
  },
)

test("Twilio's own check needs its price, which may be nothing", () => {
  const whole = { ...production, TWILIO_RISK_CHECK: "on", TWILIO_RISK_CHECK_PRICE: "0" }
  expect(readEnv(whole).TWILIO_RISK_CHECK_PRICE).toBe(0)
  expect(() => readEnv({ ...whole, TWILIO_RISK_CHECK_PRICE: undefined })).toThrow(/^TWILIO_RISK_CHECK_PRICE: /)
})

test.each(["APPLE_TEAM_ID", "APPLE_KEY_ID", "APPLE_PRIVATE_KEY"])("Apple without %s is refused by its name", (name) => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString()
  const apple = { APPLE_CLIENT_ID: "app", APPLE_TEAM_ID: "team", APPLE_KEY_ID: "key", APPLE_PRIVATE_KEY: pem }
  expect(readEnv({ ...production, ...apple }).APPLE_PRIVATE_KEY).toBe(pem)
  const oneLine = { ...apple, APPLE_PRIVATE_KEY: pem.replaceAll("\n", "\\n") }
  expect(readEnv({ ...production, ...oneLine }).APPLE_PRIVATE_KEY).toBe(pem)
  expect(() => readEnv({ ...production, ...apple, [name]: undefined })).toThrow(new RegExp(`^${name}: `))
})

test("Google's secret goes with its client id", () => {
  expect(() => readEnv({ ...production, GOOGLE_CLIENT_SECRET: "s" })).toThrow(/^GOOGLE_CLIENT_ID_WEB: /)
})

test("a refusal never repeats the value, which may be a secret", () => {
  expect(() => readEnv({ ...production, SECRET_KEY: "hunter2" })).toThrow(/^((?!hunter2).)*$/)
})

test("an empty variable is an absent one, and lists may have spaces", () => {
  const env = readEnv({
    ...production,
    DATABASE_URL: "",
    SMS_COUNTRIES: "us, gb",
    CORS_ORIGINS: "https://a.example/ , http://b.example:81",
  })
  expect(env.DATABASE_URL).toBeUndefined()
  expect(env.SMS_COUNTRIES).toEqual(["US", "GB"])
  expect(env.CORS_ORIGINS).toEqual(["https://a.example", "http://b.example:81"])
})

test(".env.example names every variable, and as it stands it changes nothing", () => {
  const example = parseEnv(readFileSync(".env.example", "utf8"))
  const ofTheMachine = ["NODE_ENV", "VERCEL"]
  expect(Object.keys(example).sort()).toEqual(variables.filter((name) => !ofTheMachine.includes(name)).sort())
  expect(readEnv({ ...example })).toEqual(readEnv({}))
})
