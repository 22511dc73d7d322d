import { mkdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { alerts } from "@/lib/alerts"
import { assemble, type Parts } from "@/lib/assemble"
import { captchaOf } from "@/lib/captchas"
import type { Sms } from "@/lib/delivery/sms"
import type { DiscoveryCore } from "@/lib/discovery/browse"
import { type Env, readEnv } from "@/lib/env"
import { telemetryOf } from "@/lib/env-telemetry"
import { refreshedEvery } from "@/lib/firewall/versions/kept"
import { keyRing } from "@/lib/keys/key-ring"
import type { CleanUp } from "@/lib/machines/clean-up"
import { type Readiness, readiness } from "@/lib/machines/readiness"
import { setGauges } from "@/lib/metrics"
import { tellApps } from "@/lib/oauth/tell-apps"
import { openFromEnv } from "@/lib/open-from-env"
import { argon2 } from "@/lib/outside/argon2"
import { authenticators } from "@/lib/outside/authenticators"
import { newId, newKey, newToken } from "@/lib/outside/chance"
import { systemNow } from "@/lib/outside/clock"
import { isCommonPassword } from "@/lib/outside/common-passwords"
import { identifiersOf } from "@/lib/outside/identifiers"
import { inboxSms } from "@/lib/outside/inbox-sms"
import { describe, log, setLogLevel } from "@/lib/outside/log"
import { postLogout } from "@/lib/outside/logout-receiver"
import type { Gauges, Metrics } from "@/lib/outside/metrics"
import { proofOfWork } from "@/lib/outside/proof-of-work"
import type { Traces } from "@/lib/outside/traces"
import { pricedBy } from "@/lib/priced-by"
import { type Senders, sendersOf, unwatched } from "@/lib/senders"
import { sealClients } from "@/lib/session/oauth-client"
import { cleanUp } from "@/lib/store/clean-up"
import { clockWatch } from "@/lib/store/clock-watch"
import { figures } from "@/lib/store/figures"
import { type Inbox, inbox } from "@/lib/store/inbox"
import { limitsInRedis } from "@/lib/store/limits-in-redis"
import { lackingMigrations } from "@/lib/store/migrate"
import { seedOAuthClients } from "@/lib/store/oauth-clients"
import { seedCatalogue, seedDemoAccount } from "@/lib/store/seed"
import { minutes, seconds } from "@/lib/time"

/** The application, put together from its environment. */
export type Running = {
  env: Env
  core: DiscoveryCore
  /** Where text messages arrive; undefined where a real sender is configured. */
  inbox: Inbox | undefined
  /** Who tells what becomes of a message; undefined where nobody does. */
  statuses: Senders["statuses"]
  cleanUp: CleanUp
  readiness: Readiness
  /** The figures of this process; undefined unless somebody may read them. */
  metrics: (Pick<Metrics, "request"> & { text: () => ReturnType<Metrics["text"]> }) | undefined
  /** Traces of requests; undefined unless they are sent to somebody. */
  traces: Traces | undefined
  /** Keys that seal the cookie, the current one first. */
  cookiePasswords: string[]
  demoEmail: string | undefined
  close(): Promise<void>
}

/**
 * Reads the environment, opens the database and seeds it. `later` does work once an answer has left. Throws an `EnvProblem`
 * that names what is wrong.
 */
export async function run(later: Parts["later"]): Promise<Running> {
  const env = readEnv()
  setLogLevel(env.LOG_LEVEL)
  const secrets = await secretsOf(env)
  const keys = keyRing(secrets, env.SECRET_KEY_NEXT)
  const database = await openFromEnv(env)
  const { db } = database
  const sent = telemetryOf(env)
  const telemetry = sent && (await import("@/lib/outside/telemetry")).telemetry(sent)
  const traces = telemetry?.traces
  if (traces) db.sql = traces.door(db.sql)
  const clock = clockWatch(db, systemNow, (event, { problem, ...detail }) =>
    log("warn", event, { ...detail, ...(problem !== undefined && describe(problem)) }),
  )
  await clock.look()
  const looks = setInterval(() => void clock.look(), minutes(1)).unref()
  const { now } = clock
  const redis = env.REDIS_URL
    ? limitsInRedis(env.REDIS_URL, ({ name }) => log("warn", "redis-unreachable", { name }))
    : undefined
  const metrics = env.METRICS_TOKEN || sent?.metrics ? (await import("@/lib/outside/metrics")).metrics() : undefined
  const figuresNow = figures(db, now)
  const alerting =
    env.ALERT_WEBHOOK && env.ALERT_WEBHOOK_SECRET
      ? alerts({
          db,
          webhook: { url: env.ALERT_WEBHOOK, secret: env.ALERT_WEBHOOK_SECRET },
          now,
          origin: env.APP_URL,
          warn: (event, detail) => log("error", event, detail),
        })
      : undefined
  const lookForAlerts = () => void alerting?.look().catch((problem) => log("warn", "out-of-reach", describe(problem)))
  const alertLooks = alerting && setInterval(lookForAlerts, minutes(5)).unref()
  const warnOfSender = (event: string, detail: Record<string, unknown>) => {
    log("warn", event, detail)
    if (event.startsWith("sender-")) alerting?.sender(event, String(detail.sender))
  }
  const watchedSender = (name: string, sender: Sms) => {
    const counted = (metrics?.sender ?? unwatched)(name, sender)
    return (traces?.sender ?? unwatched)(name, counted)
  }
  const { sms, statuses, lookUp, opinions } = sendersOf(env, now, warnOfSender, watchedSender)
  const box = inbox(db, newId)
  const messages = sms ? undefined : box
  const { hostname } = new URL(env.APP_URL)
  const core: ReturnType<typeof assemble> = assemble({
    db,
    now,
    newId,
    newToken,
    newKey,
    keys,
    host: hostname,
    issuer: env.APP_URL,
    later,
    warn: (event, problem) => log("warn", event, describe(problem)),
    isClockRight: clock.isRight,
    countries: env.SMS_COUNTRIES === "all" ? "all" : new Set(env.SMS_COUNTRIES),
    clientLifetimes: env.CLIENT_LIFETIMES,
    identifiers: identifiersOf(env, systemNow, (event) => log("warn", event)),
    captcha: captchaOf(env, hostname, (event) => log("warn", event)),
    work: proofOfWork(keys),
    channels: env.SMS_CHANNELS,
    sms: sms ?? watchedSender("inbox", inboxSms(box.keep, now)),
    lookUp,
    opinions,
    firewall: { enforce: env.SMS_FIREWALL === "enforce", policy: pricedBy(env) },
    ceiling: env.SMS_DAY_CEILING,
    limits: redis,
    hear(news) {
      metrics?.hear(news)
      alerting?.hear(news, core.firewall.policy)
    },
    passwords: { ...argon2(), isCommon: isCommonPassword },
    authenticators,
    postLogout,
    apiKeyPrefix: env.NODE_ENV === "production" ? "sk_live_" : "sk_test_",
  })
  if (traces) core.firewall.books = traces.books(core.firewall.books)
  const { kept } = core.policies
  await kept.refresh()
  const refreshes = setInterval(() => void kept.refresh(), refreshedEvery).unref()
  const tellThem = () => void tellApps(core).catch((problem) => log("warn", "out-of-reach", describe(problem)))
  const tellings = setInterval(tellThem, seconds(10)).unref()
  await core.themes.all()
  await seedOAuthClients(db, sealClients(env.OAUTH_CLIENTS, keys), now())
  if (messages) await seedCatalogue(db, now())
  const demoEmail = messages && env.NODE_ENV !== "production" ? await seedDemoAccount(db, now(), newId) : undefined
  const cookiePasswords = keys.all.map((key) => key.derive("cookie").toString("base64"))
  const ready = readiness(
    async () => ((await lackingMigrations(db.sql)).length > 0 ? "migrations" : undefined),
    systemNow,
  )
  const look = async (gauges: Gauges) => setGauges(gauges, await figuresNow(), core.firewall.policy, -clock.distance())
  if (metrics) telemetry?.report(() => metrics.values(look))
  const close = async () => {
    clearInterval(looks)
    clearInterval(refreshes)
    clearInterval(tellings)
    clearInterval(alertLooks)
    await alerting?.settled()
    await telemetry?.close()
    await redis?.close()
    await database.close()
  }
  return {
    env,
    core,
    inbox: messages,
    statuses,
    cleanUp: cleanUp(db),
    readiness: ready,
    metrics: metrics && {
      request: metrics.request,
      text: () => metrics.text(look),
    },
    traces,
    cookiePasswords,
    demoEmail,
    close,
  }
}

/** The secrets, newest first. Development makes one for itself and keeps it beside its data. */
async function secretsOf(env: Env): Promise<[string, ...string[]]> {
  const previous = env.SECRET_KEY_PREVIOUS ? [env.SECRET_KEY_PREVIOUS] : []
  if (env.SECRET_KEY) return [env.SECRET_KEY, ...previous]
  const file = join(env.DATA_DIR, "secret-key")
  await mkdir(env.DATA_DIR, { recursive: true })
  await writeFile(file, newToken(), { flag: "wx", mode: 0o600 }).catch(() => undefined)
  return [await readFile(file, "utf8"), ...previous]
}
