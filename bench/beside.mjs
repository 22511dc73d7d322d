// Latchkey beside Better Auth and bare Next, in one run, as ratios: `npm run bench -- --node 20,24 --rounds 2`. It needs a local
// Postgres (BENCH_POSTGRES, default postgresql://postgres@127.0.0.1:5432/postgres) and the peers (PEER_BENCH, default ../shared/peer-bench).
// What it builds lies in BENCH_FOLDER (default: latchkey-bench among the temporary files), outside of this project, since Next takes an
// outer folder with a lockfile for its own. The newest table goes to bench/RESULTS.md. `--grow` measures what growth costs instead
// (grow.ts), `--capacity` what so many sign-ins need (capacity.ts).
import { execFileSync, spawnSync } from "node:child_process"
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { prepareLatchkey } from "./copy.mjs"
import { writeResults } from "./results.mjs"

const { values } = parseArgs({
  options: {
    node: { type: "string", default: process.versions.node.split(".")[0] },
    rounds: { type: "string", default: "2" },
    warm: { type: "string", default: "2" },
    seconds: { type: "string", default: "8" },
    only: { type: "string" },
    keep: { type: "boolean", default: false },
    grow: { type: "boolean", default: false },
    capacity: { type: "boolean", default: false },
    rows: { type: "string", default: "1" },
  },
})
const postgres = process.env.BENCH_POSTGRES ?? "postgresql://postgres@127.0.0.1:5432/postgres"
const source = resolve(process.env.PEER_BENCH ?? "../shared/peer-bench")
const folder = resolve(process.env.BENCH_FOLDER ?? `${tmpdir()}/latchkey-bench`)
const peers = `${folder}/peers`
const copy = `${folder}/latchkey`

if (values.grow || values.capacity) {
  prepareLatchkey(copy, values)
  const wanted = values.capacity
    ? ["bench/capacity.ts"]
    : ["bench/grow.ts", "--out", resolve("bench/GROWTH.md"), "--rows", values.rows, ...(values.keep ? ["--keep"] : [])]
  const only = values.only ? ["--only", values.only] : []
  const { status } = spawnSync("npx", ["tsx", ...wanted, "--seconds", values.seconds, ...only], {
    cwd: copy,
    stdio: "inherit",
  })
  process.exit(status ?? 1)
}
if (!existsSync(`${source}/compare.mjs`)) {
  console.error(`The peers are not at ${source}. PEER_BENCH tells where they are.`)
  process.exit(1)
}

const run = (command, cwd, env = {}) => {
  const { status } = spawnSync(command, { cwd, shell: true, stdio: "inherit", env: { ...process.env, ...env } })
  if (status !== 0) throw new Error(`failed: ${command}`)
}
const database = (name) => Object.assign(new URL(postgres), { pathname: `/${name}` }).href
const ask = (url, statement) => execFileSync("psql", [url, "-qAtc", statement], { encoding: "utf8" }).trim()
const makeDatabase = (name) => {
  const isThere = ask(postgres, `SELECT 1 FROM pg_database WHERE datname = '${name}'`) === "1"
  if (!isThere) ask(postgres, `CREATE DATABASE ${name}`)
}

/** The peers, built once. */
function preparePeers() {
  makeDatabase("latchkey_bench_peers")
  const url = database("latchkey_bench_peers")
  const isEmpty = ask(url, `SELECT to_regclass('verification') IS NULL`) === "t"
  const env = { DATABASE_URL: url, PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true" }
  if (!existsSync(`${peers}/ready`)) {
    rmSync(peers, { recursive: true, force: true })
    cpSync(source, peers, { recursive: true })
    run("npm ci && npx prisma generate && npx next build", `${peers}/better-auth-next`, env)
    run("npm ci && npm install --no-save pg", `${peers}/load`)
    writeFileSync(`${peers}/ready`, "")
  }
  if (!isEmpty) return
  run("npx tsx migrate.ts", `${peers}/better-auth-next`, env)
  run(`psql "$DATABASE_URL" -qf load/seed.sql`, peers, env)
}

/** Where Postgres' own CPU time can be read, if it can. */
function postmaster() {
  try {
    return readFileSync(`${ask(postgres, "SHOW data_directory")}/postmaster.pid`, "utf8").split("\n")[0]
  } catch {
    return undefined
  }
}

function measure(major) {
  const own = process.versions.node.startsWith(`${major}.`)
  const program = own
    ? process.execPath
    : execFileSync("npx", ["-y", "-p", `node@${major}`, "node", "-p", "process.execPath"], { encoding: "utf8" }).trim()
  // Prepared anew for each run: what one leaves behind is no burden to the next.
  ask(postgres, "DROP DATABASE IF EXISTS latchkey_bench WITH (FORCE)")
  makeDatabase("latchkey_bench")
  // The peer's tables are there before it starts, too.
  run("npm run migrate", copy, { DATABASE_URL: database("latchkey_bench") })
  const { start } = JSON.parse(readFileSync(`${copy}/package.json`, "utf8")).scripts
  const pid = postmaster()
  const out = `${folder}/node-${major}.json`
  const only = values.only ? `--only ${values.only}` : ""
  run(`node compare.mjs --rounds ${values.rounds} -w ${values.warm} -d ${values.seconds} --out ${out} ${only}`, peers, {
    LK_DIR: copy,
    LK_DB: database("latchkey_bench"),
    LK_START: start.replace(/^(exec )?node /, ""),
    DATABASE_URL: database("latchkey_bench_peers"),
    SERVER_NODE: program,
    ...(pid && { PG_PID: pid }),
  })
  const version = execFileSync(program, ["-p", "process.versions.node"], { encoding: "utf8" }).trim()
  return { version, ...JSON.parse(readFileSync(out, "utf8")) }
}

preparePeers()
prepareLatchkey(copy, values)
const runs = values.node.split(",").map(measure)
writeResults(runs, { rounds: values.rounds, seconds: values.seconds, postgres: ask(postgres, "SHOW server_version") })
