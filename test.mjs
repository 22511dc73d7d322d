// Everything that must hold, in the order in which it fails fastest. With DATABASE_URL or REDIS_URL the integration
// tests run a second time on those, and so do the journeys between processes. The closing line counts every test that ran.
import { spawnSync } from "node:child_process"
import { mkdirSync, readFileSync, rmSync } from "node:fs"

const reports = ".data/test"
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const embedded = { DATABASE_URL: "", REDIS_URL: "" }
const { DATABASE_URL, REDIS_URL } = process.env
const services = [DATABASE_URL && "Postgres", REDIS_URL && "Redis"].filter(Boolean).join(" and ")

const unit = (report) =>
  `npm run --silent unit -- --reporter=default --reporter=json --outputFile.json=${reports}/${report}.json`
const steps = [
  ["Lint", "npm run --silent lint"],
  ["Types", "npm run --silent types"],
  ["Unit and integration tests", unit("unit"), embedded],
  ...(services ? [[`Unit and integration tests on ${services}`, unit("services")]] : []),
  ["Production build and package", "npm run --silent package"],
  // On services of its own; where the machine has none, it says so and counts as skipped.
  ["Faults", "npm run --silent test:faults -- --short"],
  ["A browser", "node e2e/browser.mjs"],
  // They end with a look into the logs of all steps.
  [
    "Journeys",
    "npm run --silent e2e -- --reporter=list,json",
    { PLAYWRIGHT_JSON_OUTPUT_FILE: `${reports}/e2e.json`, LOGS: services ? "unit,services" : "unit" },
  ],
]

const read = (name) => {
  try {
    return JSON.parse(readFileSync(`${reports}/${name}.json`, "utf8"))
  } catch {
    return {}
  }
}

let failedStep
for (const [name, command, env] of steps) {
  console.log(`\n▸ ${name}`)
  const begun = process.hrtime.bigint()
  const { status } = spawnSync(command, {
    shell: true,
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
  })
  console.log(`▸ ${name}: ${(Number(process.hrtime.bigint() - begun) / 1e9).toFixed(1)} s`)
  if (status !== 0) {
    failedStep = name
    break
  }
}

const units = [read("unit"), read("services"), read("faults")]
const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = read("e2e").stats ?? {}
const sum = (count) => units.reduce((total, report) => total + (report[count] ?? 0), 0)
const failed = sum("numFailedTests") + unexpected + flaky
if (failedStep) console.log(`\n${failedStep} failed.`)
// A step that fails without a failing test, such as lint, counts as one.
const failures = failedStep ? Math.max(1, failed) : failed
console.log(
  `\n${sum("numPassedTests") + expected} passed, ${failures} failed, ${sum("numPendingTests") + skipped} skipped`,
)
process.exit(failures ? 1 : 0)
