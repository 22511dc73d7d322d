import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { readEnv } from "@/lib/env"
import { openDatabase } from "@/lib/store/database"
import { sql } from "@/lib/store/sql"
import { administer, ownDatabase } from "@/lib/testing/own-database"
import { person } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"

const { DATABASE_URL = "" } = readEnv()
const pgbouncer = "/usr/sbin/pgbouncer"
const port = 4701

// Where there is a Postgres and Debian's PgBouncer.
const here = test.skipIf(!DATABASE_URL || !existsSync(pgbouncer))

/** A new database, by itself and behind a PgBouncer in transaction mode with few connections. */
async function pooled() {
  const direct = await ownDatabase(DATABASE_URL)
  const name = direct.pathname.slice(1)
  // A server far from UTC, where an instant would be stored shifted.
  await administer(DATABASE_URL, `ALTER DATABASE ${name} SET timezone TO 'America/Denver'`)
  const folder = await mkdtemp(join(tmpdir(), "latchkey-"))
  const users = join(folder, "users")
  await writeFile(users, `"${direct.username}" "${direct.password}"`)
  await writeFile(
    join(folder, "ini"),
    `[databases]
${name} = host=${direct.hostname} port=${direct.port || 5432} user=${direct.username} password=${direct.password || "none"}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
auth_file = ${users}
pool_mode = transaction
default_pool_size = 3
max_client_conn = 100
`,
  )
  for (const file of [folder, users, join(folder, "ini")]) await chmod(file, 0o755)
  const child = spawn(pgbouncer, ["-q", join(folder, "ini")], { stdio: "ignore", ...nobody })
  onTestFinished(async () => {
    child.kill("SIGKILL")
    await rm(folder, { recursive: true })
  })
  await listening()
  return { url: `postgresql://any@127.0.0.1:${port}/${name}?pgbouncer=true`, directUrl: direct.href }
}

/** PgBouncer does not run as root. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

const listening = async (): Promise<void> => {
  const isThere = await new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(true))
    socket.on("error", () => resolve(false))
    socket.on("connect", () => socket.destroy())
  })
  if (!isThere) await listening()
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
