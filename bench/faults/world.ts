import { cpSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Client } from "pg"
import { systemNow } from "@/lib/outside/clock"
import { openDatabase } from "@/lib/store/database"
import { openLite } from "@/lib/store/embedded-database"
import { type Server, startServer } from "../../e2e/server/server"
import type { AtOnce } from "./load"
import { type Outside, outside } from "./outside"
import { fillWithPeople } from "./people"
import { postgres, redis, type Service } from "./services"

/** Where a world's data lie: a database of a Postgres, or a folder. */
export type Place = { url: string } | { folder: string }

/** What all worlds share: a Postgres with a database full of people to copy, and a Redis. */
export type Ground = {
  database: Service
  redis: Service
  /** A database of this world's own, full of people. */
  newDatabase(): Promise<string>
  /** Puts the embedded database, full of people, into a folder. */
  fillFolder(folder: string): Promise<void>
  remove(): Promise<void>
}

/** What a fault happens to. */
export type World = {
  ground: Ground
  place: Place
  outside: Outside
  servers: Server[]
  /** The first of them. */
  server: Server
  /** The variables of each, which are read again at each start. */
  env: Record<string, string>[]
}

/** How a world differs from one process on Postgres and Redis. */
export type Setting = {
  place: Place
  env?: Record<string, string>
  processes?: number
  /** What all but the first have besides. */
  others?: Record<string, string>
  captchas?: boolean
  atOnce?: AtOnce
  /** Where the load asks, if not at the processes themselves. */
  urls?: (world: World) => string[]
  end?(): Promise<unknown>
}

/** Starts Postgres and Redis, and fills them. */
export async function ground(): Promise<Ground> {
  const [database, counts] = [await postgres(), await redis()]
  await Promise.all([database.start(), counts.start()])
  await fill({ url: database.url.replace(/postgres$/, "people") }, () => rows(database, `CREATE DATABASE people`))
  let [worlds, folder] = [0, ""]
  return {
    database,
    redis: counts,
    async newDatabase() {
      const name = `world${worlds++}`
      await rows({ url: database.url }, `CREATE DATABASE ${name} TEMPLATE people`)
      return database.url.replace(/postgres$/, name)
    },
    async fillFolder(target) {
      if (!folder) {
        folder = mkdtempSync(join(tmpdir(), "latchkey-faults-"))
        await fill({ folder })
      }
      cpSync(folder, target, { recursive: true })
    },
    async remove() {
      await Promise.all([database.kill(), counts.kill()])
      database.remove()
      if (folder) rmSync(folder, { recursive: true })
    },
  }
}

/** Makes a database, and fills it with people. */
export async function fill(place: Place, make: () => Promise<unknown> = async () => undefined): Promise<void> {
  await make()
  const { db, close } = await openDatabase("url" in place ? place : { ...place, now: systemNow() })
  await fillWithPeople(db.sql)
  await close()
}

/** Starts the processes of a world. */
export async function world(ground: Ground, { place, processes = 1, ...setting }: Setting): Promise<World> {
  const services = await outside()
  const variables = {
    ...services.env,
    ...(setting.captchas && services.captchas),
    ...("url" in place ? { DATABASE_URL: place.url, REDIS_URL: ground.redis.url } : { DATA_DIR: place.folder }),
    ...setting.env,
  }
  const env = Array.from({ length: processes }, (_, n) => ({ ...variables, ...(n > 0 && setting.others) }))
  const servers = await Promise.all(env.map((own) => startServer(own)))
  return { ground, place, outside: services, servers, server: servers[0] as Server, env }
}

/** Asks a database by SQL. Nobody else may have its folder open. */
export async function rows<Row>(place: Place, sql: string): Promise<Row[]> {
  if ("folder" in place) {
    const { lite, close } = await openLite({ folder: place.folder, now: systemNow() })
    const found = await lite.query<Row>(sql)
    await close()
    return found.rows
  }
  const client = new Client({ connectionString: place.url })
  await client.connect()
  const { rows } = await client.query(sql).finally(() => client.end())
  return rows as Row[]
}
