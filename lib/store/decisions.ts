import type { Decision } from "@/lib/firewall/ledger/ledger"
import { nothing, rowsOf, type Statement, sql } from "@/lib/store/sql"

/** What is written of a decision at first. Columns are named, so that a newer version may add some while this one serves. */
const written = {
  ...{
    id: 0,
    at: 0,
    realm: 0,
    verb: 0,
    channel: 0,
    client: 0,
    whitelabelId: 0,
    to: 0,
    lane: 0,
    captcha: 0,
    country: 0,
  },
  ...{
    prefix: 0,
    block: 0,
    phone: 0,
    recipient: 0,
    network: 0,
    place: 0,
    isRepeat: 0,
    whose: 0,
    asNewcomer: 0,
    level: 0,
  },
  ...{ verdicts: 0, refusedBy: 0, outcome: 0, price: 0, reserved: 0, finalPrice: 0, sender: 0, messageId: 0 },
  ...{ verifiedAt: 0, count: 0, fold: 0, charged: 0, assessment: 0, opinion: 0 },
} satisfies Record<keyof Decision | "count", 0>
const columns = Object.keys(written).map((name) => `"${name}"`)
const listed: Statement = { parts: [columns.join(", ")], values: [] }
const given: Statement = { parts: [columns.map((name) => `n.${name}`).join(", ")], values: [] }

/**
 * Writes decisions of the firewall down, or counts them with those of their fold. No two of one statement may have the same fold.
 * `beside` is what else stands in its FROM, such as a part that is empty where nothing is to be written.
 */
export const insertDecisions = (
  decisions: readonly (Decision & { count: number })[],
  beside: Statement = nothing,
): Statement => sql`
  INSERT INTO "Decision" AS d (${listed})
  SELECT ${given} FROM ${beside}jsonb_populate_recordset(NULL::"Decision", ${rowsOf(decisions)}::jsonb) AS n
  ORDER BY n."fold"
  ON CONFLICT ("fold") DO UPDATE SET "count" = d."count" + EXCLUDED."count"`
