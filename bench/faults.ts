// What a bad day costs: `npm run build && npm run test:faults`. It starts a Postgres, a Redis and built servers of its own, lets people sign
// in, breaks something, and counts what was acknowledged against what is there. `--only NAME` runs the faults whose names hold that, `--short`
// those that CI tries. The whole table goes to bench/FAULTS.md.
import { mkdirSync, writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { faults } from "./faults/kinds/all"
import { lacking } from "./faults/services"
import { suffer } from "./faults/suffer"
import { head, line, page } from "./faults/table"
import { ground } from "./faults/world"

const { values } = parseArgs({ options: { only: { type: "string" }, short: { type: "boolean" } } })
const chosen = faults.filter(({ name, isShort }) =>
  values.short ? isShort : name.toLowerCase().includes(values.only?.toLowerCase() ?? ""),
)

const passed: string[] = []
const failed: string[] = []
const skipped: string[] = []
const missing = lacking()
if (missing.length > 0) {
  console.log(`No fault can be tried here without ${missing.join(", ")}.`)
  skipped.push(...chosen.map(({ name }) => name))
} else await tryAll()

async function tryAll() {
  const common = await ground()
  const rows: string[] = []
  console.log(head)
  try {
    for (const fault of chosen) {
      const lacks = fault.lacks?.()
      const suffered = lacks ? `not tried: it needs ${lacks}` : await suffer(fault, common).catch(String)
      rows.push(line(fault.name, suffered))
      console.log(rows.at(-1))
      if (lacks) skipped.push(fault.name)
      else if (typeof suffered === "string") failed.push(`${fault.name}: ${suffered}`)
      else if (suffered.wrong.length > 0) failed.push(`${fault.name}: ${suffered.wrong.join(", ")}`)
      else passed.push(fault.name)
    }
  } finally {
    await common.remove()
  }
  if (!values.only && !values.short) writeFileSync("bench/FAULTS.md", page(rows))
}

// In the words of vitest's report, so that the closing line of `npm test` counts them.
mkdirSync(".data/test", { recursive: true })
const report = {
  numPassedTests: passed.length,
  numFailedTests: failed.length,
  numPendingTests: skipped.length,
}
writeFileSync(".data/test/faults.json", JSON.stringify(report))
for (const what of failed) console.error(what)
process.exit(failed.length > 0 ? 1 : 0)
