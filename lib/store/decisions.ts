import type { Decision } from "@/lib/firewall/ledger/ledger"
import { nothing, rowsOf, type Statement, sql } from "@/lib/store/sql"

/**
 * Writes decisions of the firewall down, or counts them with those of their fold. No two of one statement may have the same fold.
 * `beside` is what else stands in its FROM, such as a part that is empty where nothing is to be written.
 */
export const insertDecisions = (
  decisions: readonly (Decision & { count: number })[],
  beside: Statement = nothing,
): Statement => sql`
  INSERT INTO "Decision" AS d
  SELECT n.* FROM ${beside}jsonb_populate_recordset(NULL::"Decision", ${rowsOf(decisions)}::jsonb) AS n
  ORDER BY n."fold"
  ON CONFLICT ("fold") DO UPDATE SET "count" = d."count" + EXCLUDED."count"`
