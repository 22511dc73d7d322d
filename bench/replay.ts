// What would other thresholds have done? Runs the ledger's past through the firewall's rules with those of a file in place:
// `npm run replay -- --policy FILE [--days 30]`. It reads the database that the environment names, and writes nothing.

import { parseArgs } from "node:util"
import { readEnv } from "@/lib/env"
import { toDollars } from "@/lib/firewall/money"
import { replay } from "@/lib/firewall/replay/replay"
import { systemNow } from "@/lib/outside/clock"
import { openDatabase } from "@/lib/store/database"
import { operatorLists } from "@/lib/store/operator-lists"
import { pastOf } from "@/lib/store/past"
import { after, days } from "@/lib/time"
import { policyWith } from "./policy-file"

const { values } = parseArgs({ options: { policy: { type: "string" }, days: { type: "string" } } })
if (!values.policy) throw new Error("Name the file of thresholds: npm run replay -- --policy FILE")
const policy = await policyWith(values.policy)
const env = readEnv()
const database = await openDatabase(
  env.DATABASE_URL ? { url: env.DATABASE_URL } : { folder: env.DATA_DIR, now: systemNow() },
)
const since = after(systemNow(), -days(Number(values.days ?? 90)))
const listed = await operatorLists(database.db).read()
const told = await replay(pastOf(database.db, since), { policy, countries: "all" }, listed)
await database.close()

const line = (what: string, { sent, spent }: { sent: number; spent: number }) =>
  `${what.padEnd(18)}${String(sent).padStart(8)} messages  $${toDollars(spent).toFixed(2)}`
console.log(
  `${told.decisions} decisions since ${since.toISOString()}, of which ${told.elsewhere} never met these rules.\n`,
)
console.log(line("As it was", told.before))
console.log(line("With this policy", told.after))
console.log(
  `\n${told.newlySent} messages would have left that did not; whether anybody would have verified them is not known.`,
)
console.log(`${told.wronged.length} of ${told.verified} messages that were verified would have been refused.`)
for (const { at, country, rule } of told.wronged.slice(0, 50)) console.log(`  ${at.toISOString()}  ${country}  ${rule}`)
if (told.wronged.length > 50) console.log(`  and ${told.wronged.length - 50} more`)
