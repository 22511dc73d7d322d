import { existsSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import { pgbouncer, pgbouncerProgram } from "@/lib/testing/pgbouncer"
import { freePort, movingClock } from "../../../e2e/server/server"
import { type Fault, onPostgres } from "../fault"
import { rows } from "../world"

/** What can happen where several processes share one database. */
export const several: Fault[] = [
  {
    name: "two processes that may open 20 connections, on 12",
    isUnnoticed: true,
    async setting(ground) {
      const place = { url: await ground.newDatabase() }
      await rows(place, `DROP ROLE IF EXISTS few`)
      await rows(place, `CREATE ROLE few LOGIN SUPERUSER`)
      await rows(place, `ALTER ROLE few NOSUPERUSER CONNECTION LIMIT 12`)
      await rows(
        place,
        `GRANT ALL ON ALL TABLES IN SCHEMA public TO few; GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO few`,
      )
      return { place, env: { DATABASE_URL: place.url.replace("//postgres@", "//few@") }, processes: 2 }
    },
    strike: () => sleep(5000),
  },
  {
    name: "PgBouncer before two processes, killed",
    lacks: () => (existsSync(pgbouncerProgram) ? undefined : "PgBouncer"),
    async setting(ground) {
      const place = { url: await ground.newDatabase() }
      bouncer = await pgbouncer(new URL(place.url), await freePort())
      const env = { DATABASE_URL: bouncer.url, DIRECT_URL: place.url }
      return { place, env, processes: 2, end: bouncer.remove }
    },
    async strike() {
      await bouncer?.kill()
      await sleep(2000)
      await bouncer?.start()
    },
  },
  {
    name: "one of two processes an hour ahead",
    isUnnoticed: true,
    setting: (ground) =>
      onPostgres(ground, { processes: 2, others: { ...movingClock, CLOCK_AHEAD: String(3_600_000) } }),
    strike: () => sleep(5000),
  },
]

let bouncer: Awaited<ReturnType<typeof pgbouncer>> | undefined
