import { existsSync } from "node:fs"
import { expect, onTestFinished, test } from "vitest"
import { readEnv } from "@/lib/env"
import { openDatabase } from "@/lib/store/database"
import { sql } from "@/lib/store/sql"
import { administer, ownDatabase } from "@/lib/testing/own-database"
import { person } from "@/lib/testing/people"
import { pgbouncer, pgbouncerProgram } from "@/lib/testing/pgbouncer"
import { testAuth } from "@/lib/testing/test-auth"

const { DATABASE_URL = "" } = readEnv()

// Where there is a Postgres and Debian's PgBouncer.
const here = test.skipIf(!DATABASE_URL || !existsSync(pgbouncerProgram))

/** A new database, by itself and behind a PgBouncer in transaction mode with few connections. */
async function pooled() {
  const direct = await ownDatabase(DATABASE_URL)
  // A server far from UTC, where an instant would be stored shifted.
  await administer(DATABASE_URL, `ALTER DATABASE ${direct.pathname.slice(1)} SET timezone TO 'America/Denver'`)
  const { url, remove } = await pgbouncer(direct, 4701)
  onTestFinished(remove)
  return { url, directUrl: direct.href }
}

here("two processes start at once behind PgBouncer in transaction mode, and people sign in", async () => {
  const place = await pooled()
  const [one, other] = await Promise.all([openDatabase(place), openDatabase(place)])
  onTestFinished(async () => {
    await one.close()
    await other.close()
  })
  const [settings] = await one.db.sql.rows<Record<string, string>>(sql`
    SELECT current_setting('timezone') AS "timezone", current_setting('enable_seqscan') AS "seqscan",
      current_setting('statement_timeout') AS "timeout"`)
  expect(settings).toEqual({ timezone: "UTC", seqscan: "off", timeout: "7s" })
  const auth = await testAuth({ db: one.db, sameData: true })
  const second = await testAuth({ db: other.db, sameData: true, keys: auth.core.keys })
  const people = Array.from({ length: 10 }, (_, number) => person(number))
  const registered = await Promise.all(
    people.map(({ details }, n) =>
      (n % 2 ? auth : second).call("register", { body: details, address: `198.51.${n}.1` }),
    ),
  )
  expect(registered.map(({ status }) => status)).toEqual(people.map(() => 201))
  const verified = await Promise.all(
    people.map(({ email, phone }, n) => {
      const pin = (n % 2 ? auth : second).pinFor(phone)
      return (n % 2 ? second : auth).call("verifyPin", { body: { email, pin }, address: `198.51.${n}.1` })
    }),
  )
  expect(verified.map(({ status }) => status)).toEqual(people.map(() => 200))
  await Promise.all([auth.settled(), second.settled()])
})
