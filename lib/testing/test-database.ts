import { Client } from "pg"
import { readEnv } from "@/lib/env"
import type { Limits } from "@/lib/limits/limits"
import { newId } from "@/lib/outside/chance"
import { type Database, type OpenDatabase, openDatabase } from "@/lib/store/database"
import { limitsInRedis } from "@/lib/store/limits-in-redis"

let template: Blob | undefined

/** Starts in-memory databases from a migrated copy, instead of migrating each. */
export const startFrom = (copy: Blob): void => {
  template = copy
}

// One database a test file: in memory, or with DATABASE_URL a database of its own on a real Postgres.
let opened: Promise<OpenDatabase> | undefined

/** The test database, emptied first unless told otherwise. */
export async function testDatabase({ empty }: { empty: boolean }): Promise<Database> {
  opened ??= open()
  const { db } = await opened
  // Of a few rows, DELETE is ten times as fast as TRUNCATE.
  const deletes = tables.map((name) => `DELETE FROM "${name}";`).join(" ")
  if (empty) await db.$executeRawUnsafe(`DO $$ BEGIN ${deletes} END $$`)
  return db
}

/** The statements that some work runs, in their order. */
export async function statementsDuring(work: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = []
  const before = watch
  watch = (statement) => heard.push(statement)
  await work().finally(() => {
    watch = before
  })
  return heard
}
let watch: (statement: string) => unknown = () => undefined

/** Closes it. Every test file that opens one does this in the end, by way of the set-up file. */
export async function closeTestDatabase(): Promise<void> {
  await (await opened)?.close()
  await redis?.close()
}

/** With REDIS_URL budgets under a prefix of their own, else none. */
export async function testLimits(): Promise<Limits | undefined> {
  const { REDIS_URL } = readEnv()
  if (!REDIS_URL) return undefined
  const own = newId()
  redis ??= limitsInRedis(REDIS_URL, () => undefined)
  const limits = redis
  return {
    take: (asked, now) =>
      limits.take(
        asked.map(({ key, quota }) => ({ key: `${own}:${key}`, quota })),
        now,
      ),
    giveBack: (keys, now, count) =>
      limits.giveBack(
        keys.map((key) => `${own}:${key}`),
        now,
        count,
      ),
  }
}
let redis: ReturnType<typeof limitsInRedis> | undefined

const tables = [
  "Account",
  "Identity",
  "Challenge",
  "Cooldown",
  "FailureCount",
  "DrainingBudget",
  "Limit",
  "Session",
  "Address",
  "Device",
  "ApiKey",
  "OAuthClient",
  "SigningKey",
  "PhoneChange",
  "OperatorSeat",
  "Token",
  "Event",
  "InboxMessage",
  "Auction",
  "Item",
  "Favorite",
  "Decision",
  "Exposure",
  "PhoneCredit",
  "Budget",
  "ModeChange",
  "OperatorEntry",
  "LineTypeAnswer",
]

async function open(): Promise<OpenDatabase> {
  const { DATABASE_URL } = readEnv()
  const tell = (statement: string) => void watch(statement)
  if (!DATABASE_URL) return openDatabase({ memory: template }, tell)
  const name = `latchkey_test_${newId().replaceAll("-", "")}`
  await administer(DATABASE_URL, `CREATE DATABASE ${name}`)
  const url = new URL(DATABASE_URL)
  url.pathname = `/${name}`
  const database = await openDatabase({ url: url.href }, tell)
  const close = async () => {
    await database.close()
    await administer(DATABASE_URL, `DROP DATABASE ${name}`)
  }
  return { ...database, close }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
