import { readFile } from "node:fs/promises"
import { assemble } from "@/lib/assemble"
import type { Channels } from "@/lib/delivery/channel"
import type { Sms } from "@/lib/delivery/sms"
import { readEnv } from "@/lib/env"
import type { Captcha } from "@/lib/firewall/captcha"
import type { LineType } from "@/lib/firewall/line-types"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import { keyRing } from "@/lib/keys/key-ring"
import { argon2 } from "@/lib/outside/argon2"
import { authenticators } from "@/lib/outside/authenticators"
import { newId, newKey, newToken } from "@/lib/outside/chance"
import { isCommonPassword } from "@/lib/outside/common-passwords"
import { identifiersOf } from "@/lib/outside/identifiers"
import type { Core } from "@/lib/sign-in/core"
import { type OpenDatabase, openDatabase } from "@/lib/store/database"
import { template } from "@/lib/testing/template"
import { posed } from "./posed"

/** The real core on a database in memory, with a clock that the simulation moves. */
export type SimulatedCore = {
  core: Core
  database: OpenDatabase
  moveTo(at: Date): void
  /** Waits for what the core does after its answers. */
  settled(): Promise<void>
}

export type SimulationOptions = {
  sms: Sms
  policy: FirewallPolicy
  enforce: boolean
  countries: ReadonlySet<string> | "all"
  channels: Channels
  lookUp?: ((e164: string) => Promise<LineType>) | undefined
  database?: OpenDatabase
}

export async function simulatedCore(options: SimulationOptions): Promise<SimulatedCore> {
  // A copy of a migrated database is opened in a seventh of the time that a migration takes.
  const database = options.database ?? (await openDatabase({ memory: new Blob([await readFile(await template())]) }))
  let now = new Date(0)
  let tasks: Promise<unknown>[] = []
  const keys = keyRing(["the same secret in every simulation"])
  const core = assemble({
    db: database.db,
    now: () => now,
    newId,
    newToken,
    newKey,
    authenticators,
    postLogout: async () => "heard",
    channels: options.channels,
    keys,
    host: "latchkey.example",
    issuer: "https://latchkey.example",
    later: (task) => void tasks.push(task()),
    countries: options.countries,
    clientLifetimes: {},
    identifiers: identifiersOf(
      readEnv({}),
      () => now,
      () => undefined,
    ),
    captcha: scores(readEnv({}).RECAPTCHA_MIN_SCORE),
    work: posed(),
    sms: options.sms,
    lookUp: options.lookUp,
    passwords: { ...argon2(), isCommon: isCommonPassword },
    apiKeyPrefix: "sk_test_",
    firewall: { enforce: options.enforce, policy: options.policy },
    ceiling: readEnv({}).SMS_DAY_CEILING,
    warn: () => undefined,
    isClockRight: () => true,
    limits: undefined,
  })
  return {
    core,
    database,
    moveTo: (at) => {
      now = at
    },
    async settled() {
      const waiting = tasks
      tasks = []
      await Promise.all(waiting)
    },
  }
}

/** Google's answer to a token of a trace, which is its score and a number that makes it a new one. */
export const tokenOf = (score: number | "invalid", number: number): string => `${score} ${number}`

/** Google, as far as a trace tells: a token is good from this score on. */
export const scores = (least: number): Captcha => ({
  async check(token) {
    const score = Number(token.split(" ")[0])
    return Number.isNaN(score) ? "none" : score >= least ? "good" : "bad"
  },
})
