import { onTestFinished } from "vitest"
import { assemble } from "@/lib/assemble"
import type { Sms, TextMessage } from "@/lib/delivery/sms"
import { type Mounted, mountAll } from "@/lib/dialects/all"
import type { Handlers, Surroundings } from "@/lib/dialects/mount"
import type { DiscoveryCore } from "@/lib/discovery/browse"
import { readEnv } from "@/lib/env"
import { firewallPolicy } from "@/lib/firewall/policy"
import { keyRing } from "@/lib/keys/key-ring"
import { argon2 } from "@/lib/outside/argon2"
import { authenticators } from "@/lib/outside/authenticators"
import { newId, newKey, newToken } from "@/lib/outside/chance"
import { isCommonPassword } from "@/lib/outside/common-passwords"
import { identifiersOf } from "@/lib/outside/identifiers"
import { describe, log } from "@/lib/outside/log"
import { postLogout } from "@/lib/outside/logout-receiver"
import { isOutage } from "@/lib/outside/outage"
import { proofOfWork } from "@/lib/outside/proof-of-work"
import { noCaptcha } from "@/lib/outside/recaptcha"
import { report } from "@/lib/outside/report"
import { logRequest } from "@/lib/outside/request-log"
import { sealClients } from "@/lib/session/oauth-client"
import { seedOAuthClients } from "@/lib/store/oauth-clients"
import { seedCatalogue } from "@/lib/store/seed"
import { askHandlers, type CallAnswer, type CallOptions, methodOf } from "@/lib/testing/ask-handlers"
import { holdToReference } from "@/lib/testing/documented"
import { testDatabase, testLimits } from "@/lib/testing/test-database"
import type { TestOptions } from "@/lib/testing/test-options"
import { tickingClock } from "@/lib/testing/ticking-clock"
import { type Duration, minutes } from "@/lib/time"

/** The whole core on an empty test database, with a clock to move and an outbox to read. */
export type TestAuth = {
  core: DiscoveryCore
  /** Moves the clock. */
  pass(duration: Duration): void
  now(): Date
  /** Every message that left, oldest first. */
  outbox: TextMessage[]
  /** The newest PIN sent to this phone. */
  pinFor(phone: string): string
  /** The handlers of every dialect by the name of their path, as routes have them. */
  api: Mounted
  /** Handbid's. */
  handbid: Mounted["handbid"]
  /** Sends a request to a Handbid path and reads the answer. */
  call(path: keyof Mounted["handbid"], options?: CallOptions): Promise<CallAnswer>
  /** The same for any dialect. */
  callTo<Name extends keyof Mounted>(
    dialect: Name,
    path: keyof Mounted[Name],
    options?: CallOptions,
  ): Promise<CallAnswer>
  /** Resolves when the work that follows the answers is done. */
  settled(): Promise<unknown>
  /** What was reported as unexpected. */
  surprises: unknown[]
  /** What operators were warned of. */
  warnings: string[]
}

export type { CallAnswer, CallOptions, TestOptions }

const noProviders = (now: () => Date) => identifiersOf(readEnv({}), now, () => undefined)

/** What a hash costs, and how many find room, is measured in bench/; what it promises holds at any cost. */
const cheapArgon2 = argon2({ memoryCost: 64, timeCost: 1, parallelism: 1 }, { atOnce: 4, most: 1000 })

let watchEvery: Surroundings["watch"]

/** Has every application of this test watched, those too that others make for it. */
export function watchAll(watch: Surroundings["watch"]): void {
  watchEvery = watch
  onTestFinished(() => {
    watchEvery = undefined
  })
}

let lastClock: ReturnType<typeof tickingClock> | undefined

// What follows answers, of the tests so far: files of a worker share a database, and none may write into another's.
const unsettled: (() => Promise<unknown>)[] = []

/** A fresh one for each test. */
export async function testAuth(options: TestOptions = {}): Promise<TestAuth> {
  if (!options.sameData) for (const settled of unsettled.splice(0)) await settled()
  const db = options.db ?? (await testDatabase({ empty: !options.sameData }))
  // Two processes on one database live in one time, unless the test says when.
  const { sameData, startAt } = options
  const shared = sameData && !startAt ? lastClock : undefined
  const clock = shared ?? tickingClock(startAt ?? new Date("2026-03-01T12:00:00Z"))
  lastClock = clock
  const outbox: TextMessage[] = []
  const surprises: unknown[] = []
  const warnings: string[] = []
  let afterwards: Promise<unknown> = Promise.resolve()
  unsettled.push(() => afterwards)
  const keep: Sms = {
    async send(message) {
      outbox.push(message)
      return { fate: "accepted", sender: "outbox" }
    },
  }
  const keys = options.keys ?? keyRing([newToken()])
  const core = assemble({
    db,
    now: clock.read,
    newId,
    newToken,
    newKey,
    authenticators,
    postLogout,
    keys,
    host: "latchkey.example",
    issuer: options.issuer ?? "https://latchkey.example",
    later:
      options.later ??
      ((task) => {
        afterwards = afterwards
          .then(task)
          .catch((problem: unknown) => void (isOutage(problem) ? warnings.push("later") : surprises.push(problem)))
      }),
    warn(event, problem) {
      warnings.push(event)
      log("warn", event, describe(problem))
    },
    isClockRight: options.isClockRight ?? (() => true),
    countries: options.countries ?? new Set(["US", "CA", "GB", "HK"]),
    clientLifetimes: options.clientLifetimes ?? {},
    identifiers: (options.identifiers ?? noProviders)(clock.read),
    captcha: options.captcha ?? noCaptcha,
    work: proofOfWork(keys),
    sms: options.sms ?? keep,
    channels: options.channels ?? ["sms"],
    lookUp: options.lookUp,
    opinions: options.opinions,
    firewall: { enforce: true, policy: firewallPolicy, ...options.firewall },
    ceiling: options.ceiling ?? 1200,
    hear: options.hear,
    limits: options.limits ?? (await testLimits()),
    passwords: options.passwords ?? { ...cheapArgon2, isCommon: isCommonPassword },
    apiKeyPrefix: "sk_test_",
  })
  if (options.oauthClients) await seedOAuthClients(db, sealClients(options.oauthClients, core.keys), clock.look())
  if (!options.sameData) await seedCatalogue(db, clock.look())
  const surroundings = async (): Promise<Surroundings> => ({
    core,
    addressOf: (headers) => headers.get("x-test-address") ?? undefined,
    origins: new Set(["https://latchkey.example", ...(options.origins ?? [])]),
    report(problem) {
      surprises.push(problem)
      report(problem)
    },
    // How fast the machine is decides no test.
    patience: options.patience ?? minutes(10),
    isOutage,
    // Every test's requests leave their lines, in which no secret may be.
    watch: options.watch ?? watchEvery ?? logRequest,
  })
  const api = mountAll(surroundings)
  return {
    core,
    pass: clock.pass,
    now: clock.look,
    outbox,
    pinFor: (phone) => outbox.findLast((message) => message.to === phone)?.pin ?? "none sent",
    api,
    handbid: api.handbid,
    call: (path, request) => callTo(api, "handbid", path, request),
    callTo: (dialect, path, request) => callTo(api, dialect, String(path), request),
    settled: () => afterwards,
    surprises,
    warnings,
  }
}

/** Whatever a test is about, an answer that the API reference does not tell of ends it. */
async function callTo(api: Mounted, dialect: keyof Mounted, path: string, options: CallOptions = {}) {
  const answer = await askHandlers((api[dialect] as Record<string, Handlers>)[path] as Handlers, options)
  holdToReference({ dialect, path, method: methodOf(options), ...answer })
  return answer
}
