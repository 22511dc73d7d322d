// What growth costs: `npm run bench -- --grow`. It fills a database by SQL with a million people and ten million rows of ledger and audit,
// and measures each scenario there and on an empty one, in turns; then the console's figures, and the clean-up while people sign in.
// `--rows 0.05` fills a twentieth, `--keep` keeps the databases and takes them as they are the next time. The table goes to `--out`.
import { execFileSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { cpus } from "node:os"
import { dirname } from "node:path"
import { parseArgs } from "node:util"
import { startServer } from "../e2e/server/server"
import { twilio } from "./grow/asking"
import { cleanUpUnderLoad } from "./grow/clean-up"
import { consoleTimes } from "./grow/console"
import { empty, fill, full, type Size } from "./grow/fill"
import { load, millis, pooled, quantile, type Times, table } from "./grow/measure"
import { type Served, scenes } from "./grow/scenes"

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "1" },
    seconds: { type: "string", default: "8" },
    only: { type: "string" },
    keep: { type: "boolean", default: false },
    out: { type: "string" },
  },
})
const postgres = process.env.BENCH_POSTGRES ?? "postgresql://postgres@127.0.0.1:5432/postgres"
const factor = Number(values.rows)
const atOnce = 4
const slices = Number(values.seconds)
const fullName = factor === 1 ? "latchkey_grow_full" : `latchkey_grow_${values.rows.replace(/\W/g, "_")}`
const secret = "growth-bench-".padEnd(40, "k")

const database = (name: string) => Object.assign(new URL(postgres), { pathname: `/${name}` }).href
const query = (url: string, statement: string) =>
  execFileSync("psql", [url, "-qAtc", statement], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim()
const countOf = (url: string, name: string) => Number(query(url, `SELECT count(*) FROM "${name}"`))
const drop = (name: string) => query(postgres, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)

async function prepare(name: string, size: Size): Promise<{ url: string; seconds: number }> {
  const url = database(name)
  if (values.keep && query(postgres, `SELECT 1 FROM pg_database WHERE datname = '${name}'`) === "1") {
    // Whoever signed in before may do so again at once.
    query(url, `DELETE FROM "Cooldown"; DELETE FROM "Limit"; DELETE FROM "Challenge" WHERE "id" NOT LIKE 'grow-%'`)
    return { url, seconds: 0 }
  }
  drop(name)
  query(postgres, `CREATE DATABASE ${name}`)
  execFileSync(process.execPath, [".next/latchkey/migrate.mjs"], { env: { ...process.env, DATABASE_URL: url } })
  const begun = millis()
  await fill(url, size, (text) => console.log(`${name}: ${text}`))
  return { url, seconds: (millis() - begun) / 1000 }
}

const closing: (() => Promise<unknown>)[] = []
const settings = {
  SECRET_KEY: secret,
  SMS_PROVIDER: "twilio",
  TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
  TWILIO_AUTH_TOKEN: "x".repeat(32),
  TWILIO_FROM: "+15005550006",
  SMS_COUNTRIES: "*",
  SMS_DAY_CEILING: "1000000",
  CRON_SECRET: secret,
}

async function serve(name: string, url: string, accounts: number): Promise<Served> {
  const sender = await twilio()
  const server = await startServer({ ...settings, DATABASE_URL: url, TWILIO_BASE_URL: sender.url })
  closing.push(async () => {
    await server.stop()
    sender.close()
  })
  return { name, url: server.url, accounts, pinFor: sender.pinFor }
}

/** Each scenario on both servers in turns, a second each, so that whatever else the machine does meets both alike. */
async function compared(both: readonly [Served, Served]): Promise<(string | number)[][]> {
  const rows: (string | number)[][] = []
  for (const [scene, prepareScene] of Object.entries(scenes)) {
    if (values.only && !values.only.split(",").includes(scene)) continue
    const turns = [await prepareScene(both[0], atOnce), await prepareScene(both[1], atOnce)] as const
    for (const turn of turns) await load(turn, { atOnce, seconds: 2 })
    const found: [Times[], Times[]] = [[], []]
    for (let slice = 0; slice < slices; slice++)
      for (const which of slice % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const))
        found[which].push(await load(turns[which], { atOnce, seconds: 1 }))
    const [small, large] = [pooled(found[0]), pooled(found[1])]
    for (const [step, times] of small) {
      const [one, other] = [quantile(times, 0.5), quantile(large.get(step) ?? [], 0.5)]
      const ratio = other / one
      const tails = [quantile(times, 0.99), quantile(large.get(step) ?? [], 0.99)].map((ms) => ms.toFixed(2))
      rows.push([
        step,
        one.toFixed(2),
        other.toFixed(2),
        `${ratio.toFixed(2)}${ratio <= 1.2 ? "" : " (missed)"}`,
        ...tails,
      ])
      console.log(rows.at(-1)?.join(" | "))
    }
  }
  return rows
}

const size = full(factor)
try {
  const small = await prepare("latchkey_grow_empty", empty)
  const large = await prepare(fullName, size)
  const counts = ["Account", "Decision", "Event", "Session", "Token"].map(
    (name) => `${countOf(large.url, name).toLocaleString("en")} rows of ${name}`,
  )
  const bytes = query(large.url, "SELECT pg_size_pretty(pg_database_size(current_database()))")
  const both = [await serve("empty", small.url, empty.accounts), await serve("full", large.url, size.accounts)] as const
  const rows = await compared(both)
  const figures = await consoleTimes({ ...settings, DATABASE_URL: large.url })
  console.log(figures)
  const cleaned = await cleanUpUnderLoad(both[1], { atOnce, secret, left: (what) => Number(query(large.url, what)) })
  console.log(cleaned)
  const commit = execFileSync("git", ["log", "-1", "--format=%h, %as"], {
    encoding: "utf8",
    cwd: dirname(values.out ?? "."),
  })
  const text = `# Growth

\`npm run bench -- --grow${factor === 1 ? "" : ` --rows ${values.rows}`}\`, at commit ${commit.trim()}. ${cpus().length} cores (${cpus()[0]?.model}), Node ${process.versions.node}, Postgres ${query(postgres, "SHOW server_version")}
with ${query(postgres, "SHOW shared_buffers")} of shared buffers. Full: ${counts.join(", ")}; ${bytes}, filled by SQL${large.seconds ? ` in ${large.seconds.toFixed(0)} s` : " before"}. Empty: ${empty.accounts.toLocaleString("en")} people
and nothing else. ${atOnce} at once, ${slices} slices of a second each on both servers in turns; milliseconds as the caller sees them.

${table(["scenario", "p50 empty", "p50 full", "full / empty (goal 1.2)", "p99 empty", "p99 full"], rows)}

The console's figures on the full database, everything that \`/admin\` shows (goal 200 ms, the middle of nine looks):

${figures}

The clean-up while people sign in (goal: p99 at most 1.5 times as long):

${cleaned}
`
  if (values.out) writeFileSync(values.out, text)
  console.log(text)
} finally {
  for (const close of closing) await close()
  if (!values.keep) for (const name of ["latchkey_grow_empty", fullName]) drop(name)
}
process.exit()
