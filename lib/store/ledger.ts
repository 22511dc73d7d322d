import { hidesAccounts } from "@/lib/account/realm"
import { type BooksNews, noNews } from "@/lib/firewall/books/news"
import {
  type Fate,
  type FateNews,
  type Ledger,
  notSent,
  type SettledDecision,
  type ToldDecision,
  type VerifiedDecision,
} from "@/lib/firewall/ledger/ledger"
import type { Database } from "@/lib/store/database"
import type { Folds } from "@/lib/store/folds"
import { inBatches } from "@/lib/store/in-batches"
import { isAboutData, rowsOf, type Statement, sql, unhurried } from "@/lib/store/sql"
import { isLate } from "@/lib/store/summed-hours"

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
  WHERE d."id" = ANY (${idsOf(rows)}::text[]) AND d."id" = n."id" AND d."verifiedAt" IS NULL`

/** Named beside the rows, so that each is found by its id, however few there were when the statement was planned. */
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

/** What becomes of the firewall's decisions, in Postgres. What did not get past the door is handed to the process's queue of folds. */
export function ledger(
  { sql: door }: Pick<Database, "sql">,
  count: Folds["decision"],
  hear?: (news: BooksNews) => void,
): Ledger {
  const hearAll = inBatches(async (heard: readonly Heard[]) => {
    for (const lot of apart(heard))
      await door.run(hearing(lot)).catch((problem: unknown) => {
        if (lot.length === 1 || !isAboutData(problem)) throw problem
        // What the database refuses of one is no reason to lose the others.
        return Promise.all(lot.map((one) => door.run(hearing([one]))))
      })
  })
  return {
    async count(decision) {
      await count(decision)
      hear?.({ ...noNews, decisions: [{ ...decision, count: 1 }] })
    },

    hear: (id, { fate, at, sender = null, messageId = null }) =>
      hearAll({ id, fate, at, sender, messageId, follows: follows[fate] }),

    async last(recipient) {
      const [row] = await door.rows<{ fate: Fate; at: Date }>(sql`
        SELECT "outcome" AS "fate", "at" FROM "Decision"
        WHERE "recipient" = ${recipient} AND "outcome" NOT IN ('refused', 'decoy') ORDER BY "at" DESC LIMIT 1`)
      return row
    },

    async fateOf(id) {
      const [row] = await door.rows<ToldDecision>(
        sql`SELECT "outcome", "to", "whose" FROM "Decision" WHERE "id" = ${id}`,
      )
      return row
    },

    async idOf(messageId) {
      const [row] = await door.rows<{ id: string }>(sql`SELECT "id" FROM "Decision" WHERE "messageId" = ${messageId}`)
      return row?.id
    },

    async settle(id, finalPrice, at) {
      const [row] = await door.rows<SettledDecision>(sql`
        WITH settled AS (
          UPDATE "Decision" SET "finalPrice" = ${finalPrice}
          WHERE "id" = ${id} AND "finalPrice" IS NULL AND "outcome" <> ALL(${notSent}::text[])
          RETURNING "at", "channel", "country", "whitelabelId", "price", "refusedBy"
        ), late AS (
          INSERT INTO "LateChange" ("at") SELECT d."at" FROM settled d WHERE ${isLate(sql`${at}::timestamptz`)}
        )
        SELECT * FROM settled`)
      return row
    },

    async undelivered(id) {
      const [row] = await door.rows<VerifiedDecision>(sql`
        WITH lost AS (
          SELECT * FROM "Decision" WHERE "id" = ${id} AND "outcome" = 'undelivered' AND "verifiedAt" IS NULL
            AND "charged" <> '{}' FOR UPDATE
        ), released AS (
          UPDATE "Decision" d SET "charged" = '{}' FROM lost WHERE d."id" = lost."id"
        )
        SELECT "id", "at", "realm", "channel", "to", "asNewcomer", "lane", "captcha", "country", "prefix", "block", "network", "place",
          "client", "whitelabelId", "isRepeat", "opinion", "refusedBy", "phone", "whose", "price", "reserved", "charged", "assessment" FROM lost`)
      return row
    },
  }
}

type Heard = Omit<FateNews, "sender" | "messageId"> & {
  id: string
  sender: string | null
  messageId: string | null
  follows: readonly Fate[]
}

/** Writes down what became of messages, where it may follow what is known of each. */
const hearing = (heard: readonly Heard[]): Statement => sql`
  WITH heard AS (UPDATE "Decision" d SET "outcome" = n."fate", "heardAt" = n."at", "sender" = COALESCE(n."sender", d."sender"),
    "messageId" = COALESCE(n."messageId", d."messageId")
  FROM ${unhurried}, jsonb_to_recordset(${rowsOf(heard)}::jsonb)
    AS n("id" text, "fate" text, "at" timestamptz, "sender" text, "messageId" text, "follows" jsonb)
  WHERE d."id" = ANY (${idsOf(heard)}::text[]) AND d."id" = n."id" AND jsonb_exists(n."follows", d."outcome")
  RETURNING d."at", d."outcome", n."at" AS "heardAt")
  INSERT INTO "LateChange" ("at") SELECT d."at" FROM heard d WHERE d."outcome" = 'not-sent' AND ${isLate(sql`d."heardAt"`)}`

/** In so many lots that no message is twice in one, in their order: the later word must see what the earlier one wrote. */
function apart(heard: readonly Heard[]): Heard[][] {
  const lots: Map<string, Heard>[] = []
  for (const one of heard) {
    const lot = lots.find((earlier) => !earlier.has(one.id))
    if (lot) lot.set(one.id, one)
    else lots.push(new Map([[one.id, one]]))
  }
  return lots.map((lot) => [...lot.values()])
}
