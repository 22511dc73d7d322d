// What so many sign-ins need, and what gives first: `npm run bench -- --capacity`, on a Postgres of its own, with a sender that
// takes every message at once. One process after the other is added on the same machine: how many people sign in a second, what that
// costs the servers and Postgres, and how often a process wrote too late in the books and did its work anew.
import { parseArgs } from "node:util"
import { Client } from "pg"
import { startServer } from "../e2e/server/server"
import { postgres } from "./faults/services"
import { twilio } from "./grow/asking"
import { cpuOf } from "./grow/cpu"
import { empty, fill } from "./grow/fill"
import { load, millis, quantile, table } from "./grow/measure"
import { scenes } from "./grow/scenes"

const { values } = parseArgs({
  options: {
    processes: { type: "string", default: "1,2,4,20" },
    seconds: { type: "string", default: "8" },
    atOnce: { type: "string", default: "32" },
  },
})
const [seconds, atOnce] = [Number(values.seconds), Number(values.atOnce)]
const database = await postgres()
await database.start()

/** How many commits a second one row takes, that so many connections change one after the other: the disk decides. */
async function rowRate(connections: number): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new Client({ connectionString: database.url })
      await client.connect()
      return client
    }),
  )
  let done = 0
  const end = millis() + 3000
  const work = async (client: Client) => {
    for (; millis() < end; done++)
      await client.query(`UPDATE "Budget" SET "spent" = "spent" + 1 WHERE "name" = 'bench'`)
    await client.end()
  }
  await Promise.all(clients.map(work))
  return done / 3
}

/** How many statements of this database were taken back so far: writes in the books for which another process was faster. */
async function takenBack(): Promise<number> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query(`SELECT pg_stat_clear_snapshot(), xact_rollback AS "count" FROM pg_stat_database
    WHERE datname = current_database()`)
  await client.end()
  return Number(rows[0].count)
}

async function signIns(processes: number): Promise<(string | number)[]> {
  const sender = await twilio()
  const env = {
    DATABASE_URL: database.url,
    DATABASE_POOL: processes > 4 ? "4" : "10",
    SMS_PROVIDER: "twilio",
    TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
    TWILIO_AUTH_TOKEN: "x".repeat(32),
    TWILIO_FROM: "+15005550006",
    TWILIO_BASE_URL: sender.url,
    SMS_COUNTRIES: "*",
    SMS_DAY_CEILING: "1000000",
  }
  const servers = await Promise.all(Array.from({ length: processes }, () => startServer(env)))
  try {
    const signIn = scenes["sign-in"] as NonNullable<(typeof scenes)[string]>
    const turns = await Promise.all(
      servers.map(({ url }) => signIn({ name: "one", url, accounts: empty.accounts, pinFor: sender.pinFor }, atOnce)),
    )
    const turn = (worker: number) => (turns[worker % turns.length] as (typeof turns)[0])(worker)
    await load(turn, { atOnce, seconds: 3 })
    const used = () => [servers.reduce((sum, { pid }) => sum + cpuOf(pid()), 0), cpuOf(database.pid())] as const
    const [before, lost, begun] = [used(), await takenBack(), millis()]
    const times = (await load(turn, { atOnce, seconds })).get("sign-in") ?? []
    const [after, took] = [used(), (millis() - begun) / 1000]
    const each = ([0, 1] as const).map((which) => (((after[which] - before[which]) * 1000) / times.length).toFixed(2))
    const ms = [quantile(times, 0.5), quantile(times, 0.99)].map((one) => one.toFixed(0))
    const races = (((await takenBack()) - lost) / times.length).toFixed(2)
    return [processes, (times.length / took).toFixed(0), ...each, races, ...ms]
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
    sender.close()
  }
}

try {
  // The first server migrates.
  await (await startServer({ DATABASE_URL: database.url })).stop()
  await fill(database.url, empty)
  const rows: (string | number)[][] = []
  for (const processes of values.processes.split(",").map(Number)) {
    rows.push(await signIns(processes))
    console.log(rows.at(-1)?.join(" | "))
  }
  const head = [
    "processes",
    "sign-ins a second",
    "server, ms of CPU each",
    "Postgres, ms of CPU each",
    "p50, ms",
    "p99, ms",
  ]
  console.log(`\n${table(head, rows)}\n`)
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query(`INSERT INTO "Budget" VALUES ('bench', 0, now())`)
  await client.end()
  const rates: (string | number)[][] = []
  for (const connections of [1, 4, 16]) rates.push([connections, (await rowRate(connections)).toFixed(0)])
  console.log(table(["connections at one row", "commits a second"], rates))
} finally {
  await database.kill()
  database.remove()
}
process.exit()
