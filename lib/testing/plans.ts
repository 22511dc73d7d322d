import type { Sql } from "@/lib/store/sql"
import { testDatabase } from "@/lib/testing/test-database"

type Plan = {
  "Node Type": string
  "Relation Name"?: string
  "Index Name"?: string
  "Index Cond"?: string
  Filter?: string
  Plans?: Plan[]
}

/**
 * The tables, or their indexes, that a statement reads from end to end, by the plan that a connection keeps for any values. With
 * `mayScan` the planner may choose to read a table whole where that looks cheaper, which our connections forbid it.
 */
export async function readWholeBy(statement: string, { mayScan = false } = {}): Promise<string[]> {
  const { sql } = await testDatabase({ empty: false })
  return [...readsOf(await sql.transaction((tx) => genericPlan(tx, statement, mayScan)))]
}

async function genericPlan(tx: Sql, statement: string, mayScan: boolean): Promise<Plan> {
  const parameters = Math.max(0, ...[...statement.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)))
  const values = Array(parameters).fill("NULL").join(", ")
  const say = (text: string) => tx.rows<{ "QUERY PLAN": { Plan: Plan }[] }>({ parts: [text], values: [] })
  await say("SET LOCAL plan_cache_mode = force_generic_plan")
  await say(`SET LOCAL enable_seqscan = ${mayScan ? "on" : "off"}`)
  await say(`PREPARE asked AS ${statement}`)
  const [row] = await say(`EXPLAIN (FORMAT JSON) EXECUTE asked${values && `(${values})`}`)
  await say("DEALLOCATE asked")
  return row?.["QUERY PLAN"][0]?.Plan as Plan
}

/** `isLimited`: whoever asks for the rows one by one ends after so many. */
function* readsOf({ Plans = [], ...node }: Plan, isLimited = false): Generator<string> {
  const [kind, index] = [node["Node Type"], node["Index Name"]]
  const table = node["Relation Name"] ?? index?.split("_")[0]
  const isScan = kind === "Seq Scan" || (index !== undefined && kind.endsWith("Scan"))
  const endsEarly = isLimited && /^Index (Only )?Scan$/.test(kind) && !node.Filter
  if (table && isScan && !node["Index Cond"] && !endsEarly) yield table
  for (const plan of Plans) yield* readsOf(plan, kind === "Limit" || (isLimited && kind === "Incremental Sort"))
}
