import { Client, type QueryResult } from "pg"
import { readEnv } from "@/lib/env"
import type { Limits } from "@/lib/limits/limits"
import { newId } from "@/lib/outside/chance"
import { type Database, type OpenDatabase, openDatabase } from "@/lib/store/database"
import { limitsInRedis } from "@/lib/store/limits-in-redis"

type Source = {
  /** What the name of a database on a real Postgres begins with. */
  prefix: string
  /** A migrated, empty database to load into memory, instead of migrating one. */
  template: () => Promise<Blob>
}
let source: Source | undefined

/** Says where the databases of this process come from. Without it each is migrated anew. */
export const openWith = (next: Source): void => {
  source = next
}

// One database a process: in memory, or with DATABASE_URL a database of its own on a real Postgres.
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

/** Closes it, and drops it from a real Postgres. The tests leave that to the end of the run. */
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
  "Alert",
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
  "OpinionAnswer",
  "Theme",
  "PolicyVersion",
  "TrafficHour",
  "RuleHour",
  "Progress",
  "LateChange",
]

async function open(): Promise<OpenDatabase> {
  const { DATABASE_URL } = readEnv()
  const tell = (statement: string) => void watch(statement)
  if (!DATABASE_URL) return openDatabase({ memory: await source?.template() }, tell)
  const name = `${source?.prefix ?? "latchkey_test"}_${newId().replaceAll("-", "")}`
  // What a machine that loses its power forgets matters to no test.
  await administer(DATABASE_URL, `CREATE DATABASE ${name}`, `ALTER DATABASE ${name} SET synchronous_commit = off`)
  const url = new URL(DATABASE_URL)
  url.pathname = `/${name}`
  const database = await openDatabase({ url: url.href }, tell)
  const close = async () => {
    await database.close()
    await administer(DATABASE_URL, `DROP DATABASE ${name}`)
  }
  return { ...database, close }
}

/** Drops the databases whose name begins so, whoever is still connected. */
export async function dropDatabases(url: string, prefix: string): Promise<void> {
  const like = `SELECT datname FROM pg_database WHERE starts_with(datname, '${prefix}_')`
  const [names] = await administer(url, like)
  await administer(url, ...(names?.rows ?? []).map(({ datname }) => `DROP DATABASE "${datname}" WITH (FORCE)`))
}

async function administer(url: string, ...statements: string[]): Promise<QueryResult[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const answers: QueryResult[] = []
  try {
    for (const statement of statements) answers.push(await client.query(statement))
  } finally {
    await client.end()
  }
  return answers
}
