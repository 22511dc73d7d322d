// Runs attacks and crowds through the real rules on a database in memory: `npm run simulate`, one scenario by its name, or an
// outside trace by `--trace FILE`. `--json` prints one object a scenario. Formats: bench/README.md.

import { readFile } from "node:fs/promises"
import { basename } from "node:path"
import { parseArgs } from "node:util"
import { policyWith } from "./policy-file"
import { drive } from "./simulate/drive"
import { measure } from "./simulate/measure"
import { driveQuickly } from "./simulate/quickly"
import { table } from "./simulate/report"
import { scenario, scenarioNames } from "./simulate/scenarios"
import { readTrace } from "./simulate/trace"

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    trace: { type: "string" },
    json: { type: "boolean" },
    policy: { type: "string" },
    seed: { type: "string" },
    countries: { type: "string" },
    quick: { type: "boolean" },
    opinions: { type: "string" },
  },
})
const names = positionals.length > 0 ? positionals : scenarioNames
const countries = values.countries ? new Set(values.countries.split(",")) : "all"

const traces = values.trace
  ? [readTrace(basename(values.trace), await readFile(values.trace, "utf8"))]
  : names.map((name) => scenario(name, values.seed))
const policy = await policyWith(values.policy)

const [bots, people] = values.opinions?.split(",").map(Number) ?? []
const named = bots === undefined ? undefined : { bots, people: people ?? 0 }

const begun = process.hrtime.bigint()
const measured = []
for (const trace of traces) {
  const one = measure(trace, await (values.quick ? driveQuickly : drive)(trace, { countries, policy, named }))
  measured.push(one)
  if (values.json) console.log(JSON.stringify(one))
  else console.error(`${trace.name}: ${trace.lines.length} requests`)
}
if (!values.json) {
  console.log(table(measured))
  console.log(`\n${(Number(process.hrtime.bigint() - begun) / 1e9).toFixed(0)} s`)
}
