// What a bad day costs: `npm run build && npm run test:faults`. It starts a Postgres and a Redis of its own and a built server on them, lets
// people sign in, breaks something, and counts what was acknowledged against what is there. `--only NAME` runs one fault. The table goes to
// bench/FAULTS.md. It needs the machine's programs: postgres, redis-server and redis-cli.
import { writeFileSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import { parseArgs } from "node:util"
import { Client } from "pg"
import { post } from "../e2e/server/client"
import { startServer } from "../e2e/server/server"
import { type Acknowledged, type Load, people, phoneOf, secondsNow, signIns } from "./faults/load"
import { postgres, redis, redisCli } from "./faults/services"

const { values } = parseArgs({ options: { only: { type: "string" } } })
const [database, counts] = [await postgres(), await redis()]
await Promise.all([database.start(), counts.start()])
const redisPort = new URL(counts.url).port
const server = await startServer({ DATABASE_URL: database.url, REDIS_URL: counts.url })

/** What breaks, for how long, and how it comes back. */
const faults: Record<string, () => Promise<void>> = {
  "app killed": async () => {
    await server.kill()
    await server.start()
  },
  "Postgres killed": async () => {
    await database.kill()
    await sleep(2000)
    await database.start()
  },
  "Postgres frozen for 12 s": () => frozen(database, 12_000),
  "Redis killed": async () => {
    await counts.kill()
    await sleep(2000)
    await counts.start()
  },
  "Redis emptied": async () => void redisCli(redisPort, "FLUSHALL"),
  "Redis frozen for 12 s": () => frozen(counts, 12_000),
}

async function frozen(service: typeof database, time: number) {
  service.freeze()
  await sleep(time)
  service.thaw()
}

async function sql<Row>(statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query(statement).finally(() => client.end())
  return rows as Row[]
}

async function fillWithPeople() {
  const phones = JSON.stringify(Array.from({ length: people }, (_, n) => phoneOf(n)))
  await sql(`
    INSERT INTO "Account" ("id", "number", "realm", "firstName", "lastName", "email", "phone", "phoneCountry", "phoneVerifiedAt", "whitelabelId",
      "createdAt")
    SELECT 'fault' || n, 100000 + n, 'handbid', 'Pat', 'Lee', 'fault' || n - 1 || '@example.com', phone, 'US', now(), 1, now()
    FROM jsonb_array_elements_text('${phones}') WITH ORDINALITY AS p(phone, n)`)
  await sql(`
    INSERT INTO "Identity" ("realm", "kind", "value", "accountId", "createdAt")
    SELECT 'handbid', 'email', "email", "id", now() FROM "Account" WHERE "id" LIKE 'fault%'`)
}

/** Of those acknowledged: whose token does not hold, and whose PIN opens again to somebody else. */
async function judged(acknowledged: Acknowledged[]) {
  let [lost, doubled] = [0, 0]
  for (const [n, { email, pin, token }] of acknowledged.entries()) {
    const headers = { authorization: `Bearer ${token}` }
    const seen = await (await fetch(`${server.url}/v3/auctions?limit=1`, { headers })).text()
    if (!seen.includes("isFavorite")) lost++
    const again = await post(`${server.url}/v3/auth/verify-pin`, { email, pin }, `172.${16 + (n >> 8)}.${n % 250}.9`)
    if (again.status === 200) doubled++
  }
  return { lost, doubled }
}

/** Texts of which no budget knows: each that left was reserved, and the day's budget of all holds them together. */
async function unpaid(): Promise<number> {
  const [row] = await sql<{ unpaid: number }>(`
    SELECT (SELECT count(*) FROM "InboxMessage")::int
      - (SELECT count(*) FROM "Decision" WHERE "outcome" NOT IN ('refused', 'decoy', 'not-sent') AND "reserved" > 0)::int AS "unpaid"`)
  return Math.max(0, row?.unpaid ?? 0)
}

async function healthyAfter(load: Load, end: number): Promise<number> {
  const before = load.acknowledged.length
  while (load.acknowledged.length === before && secondsNow() - end < 60) await sleep(20)
  return secondsNow() - end
}

const rows: string[] = []
let broken = 0
try {
  await fillWithPeople()
  for (const [name, fault] of Object.entries(faults))
    if (!values.only || name.includes(values.only)) await suffer(name, fault)
} finally {
  await server.kill()
  await Promise.all([database.kill(), counts.kill()])
  database.remove()
}

async function suffer(name: string, fault: () => Promise<void>) {
  const load = signIns(server.url)
  await sleep(3000)
  const { inFlight } = load
  await fault()
  const seconds = await healthyAfter(load, secondsNow())
  await sleep(2000)
  await load.stop()
  const { failed, longest, acknowledged } = load
  const { lost, doubled } = await judged(acknowledged)
  const paid = await unpaid()
  broken += lost + doubled + paid
  const counts = [inFlight, acknowledged.length, lost, doubled, paid, failed, longest.toFixed(1), seconds.toFixed(1)]
  rows.push(`| ${name} | ${counts.join(" | ")} |`)
  console.log(rows.at(-1))
}

const heads = [
  "fault",
  "in flight",
  "acknowledged",
  "lost",
  "doubled",
  "unpaid texts",
  "not answered well",
  "longest answer, s",
  "healthy after, s",
]
if (!values.only) {
  const table = [`| ${heads.join(" | ")} |`, `|${" --- |".repeat(heads.length)}`, ...rows].join("\n")
  writeFileSync(
    "bench/FAULTS.md",
    `# Faults\n\n\`npm run test:faults\`: 12 people at once sign in while something breaks, on Postgres and Redis of its own. Lost: a session that was
acknowledged and does not hold. Doubled: a used PIN that opens again to somebody else. Unpaid: a text that no budget knows of.\n\n${table}\n`,
  )
}
process.exit(broken > 0 ? 1 : 0)
