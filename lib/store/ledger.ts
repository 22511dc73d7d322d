import { hidesAccounts } from "@/lib/account/realm"
import type { Fate, Ledger, SettledDecision } from "@/lib/firewall/ledger/ledger"
import type { Database } from "@/lib/store/database"
import type { Folds } from "@/lib/store/folds"
import { rowsOf, type Statement, sql } from "@/lib/store/sql"

/** What each fate may follow. Nothing follows what did not leave, and undelivered is as final as delivered. */
const follows: Record<Fate, readonly Fate[]> = {
  admitted: [],
  "not-sent": ["admitted", "unknown"],
  unknown: ["admitted"],
  accepted: ["admitted", "unknown"],
  sent: ["admitted", "unknown", "accepted"],
  delivered: ["admitted", "unknown", "accepted", "sent"],
  undelivered: ["admitted", "unknown", "accepted", "sent"],
}

/** Outcomes of what did not leave. */
export const notSent = ["refused", "decoy", "not-sent"]

const hiding = Object.entries(hidesAccounts).flatMap(([realm, hides]) => (hides ? [realm] : []))

/**
 * Decisions (`d`) whose charge stands until somebody verifies. Nobody's message stands open like anybody's; and where accounts are
 * hidden, so does one that a sender did not take, since its charge is not given back.
 */
export const isOpen = sql`(d."outcome" <> 'refused' AND (d."outcome" <> 'not-sent' OR d."realm" = ANY(${hiding}::text[])))`

/** Marks decisions as verified, within the statement that makes them good. */
export const verifyDecisions = (rows: readonly { id: string; at: Date }[]): Statement => sql`
  UPDATE "Decision" d SET "verifiedAt" = n."at"
  FROM turn, jsonb_to_recordset(${rowsOf(rows)}::jsonb) AS n("id" text, "at" timestamptz)
  WHERE d."id" = n."id" AND d."verifiedAt" IS NULL`

/** What becomes of the firewall's decisions, in Postgres. What did not get past the door is handed to the process's queue of folds. */
export const ledger = ({ sql: door }: Pick<Database, "sql">, count: Folds["decision"]): Ledger => ({
  count,

  async hear(id, { fate, at, sender = null, messageId = null }) {
    await door.run(sql`
      UPDATE "Decision" SET "outcome" = ${fate}, "heardAt" = ${at}::timestamptz,
        "sender" = COALESCE(${sender}::text, "sender"), "messageId" = COALESCE(${messageId}::text, "messageId")
      WHERE "id" = ${id} AND "outcome" = ANY(${follows[fate]}::text[])`)
  },

  async idOf(messageId) {
    const [row] = await door.rows<{ id: string }>(sql`SELECT "id" FROM "Decision" WHERE "messageId" = ${messageId}`)
    return row?.id
  },

  async settle(id, finalPrice) {
    const [row] = await door.rows<SettledDecision>(sql`
      UPDATE "Decision" SET "finalPrice" = ${finalPrice}
      WHERE "id" = ${id} AND "finalPrice" IS NULL AND "outcome" <> ALL(${notSent}::text[])
      RETURNING "at", "country", "whitelabelId", "price", "refusedBy"`)
    return row
  },
})
