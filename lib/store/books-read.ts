import type { Exposure } from "@/lib/firewall/books/exposure"
import type { VerifiedDecision } from "@/lib/firewall/ledger/ledger"
import type { ListEntry } from "@/lib/firewall/operator-list"
import type { AllNames } from "@/lib/store/books-names"
import { isOpen } from "@/lib/store/ledger"
import { momentIn, nothing, type Sql, type Statement, sql } from "@/lib/store/sql"

/** A row in JSON, in which instants are text. */
export type AsJson<Row> = {
  [Name in keyof Row]: Row[Name] extends Date ? string : Row[Name] extends Date | null ? string | null : Row[Name]
}

type Versioned<Row> = AsJson<Row> & { version: number }

/** What one look brings. What was not asked for is missing. */
export type Seen = {
  exposures?: Versioned<Exposure & { scope: string }>[] | null
  spent?: Record<string, number> | null
  mode?: { number: number; level: number; since: string; pinned: boolean } | null
  listed?: AsJson<ListEntry>[] | null
  waits?: Versioned<{ subject: string; target: string; sends: number; until: Date }>[] | null
  caps?: Versioned<{ key: string; spent: number; resetsAt: Date }>[] | null
  drains?: Versioned<{ key: string; open: number; verified: number; at: Date }>[] | null
  open?: string[] | null
  unverified?: (AsJson<VerifiedDecision> & { recipient: string })[] | null
  credits?: Record<string, string> | null
}

/** Reads everything that these names stand for in one statement, without a lock. */
export async function readBooks(names: AllNames, door: Sql): Promise<Seen> {
  const { exposures, budgets, waits, caps, drains, openTo, verified, credits } = names
  const some = ({ length }: readonly unknown[], part: Statement) => (length > 0 ? part : nothing)
  const [subjects, targets] = [waits.map(({ subject }) => subject), waits.map(({ target }) => target)]
  const [seen] = await door.rows<Seen>(sql`
    SELECT (SELECT to_jsonb(m) - 'evidence' FROM "ModeChange" m ORDER BY m."number" DESC LIMIT 1) AS "mode",
      (SELECT jsonb_agg(o) FROM "OperatorEntry" o) AS "listed"
      ${some(
        [...exposures, ...verified.recipients],
        sql`, (SELECT jsonb_agg(e) FROM "Exposure" e WHERE e."scope" = ANY(${exposures}::text[]
          ${some(verified.recipients, sql`|| ${chargedTo(names)}`)})) AS "exposures"`,
      )}
      ${some(
        budgets,
        sql`, (SELECT jsonb_object_agg(b."name", b."spent") FROM "Budget" b
          WHERE b."name" = ANY(${budgets.map(({ name }) => name)}::text[])) AS "spent"`,
      )}
      ${some(
        waits,
        sql`, (SELECT jsonb_agg(c) FROM unnest(${subjects}::text[], ${targets}::text[]) AS n("subject", "target")
          JOIN "Cooldown" c ON c."subject" = n."subject" AND c."target" = n."target"
          WHERE c."subject" = ANY(${subjects}::text[])) AS "waits"`,
      )}
      ${some(caps, sql`, (SELECT jsonb_agg(l) FROM "Limit" l WHERE l."key" = ANY(${caps}::text[])) AS "caps"`)}
      ${some(
        [...drains, ...verified.recipients],
        sql`, (SELECT jsonb_agg(g) FROM "DrainingBudget" g WHERE g."key" = ANY(${drains}::text[]
          ${some(verified.recipients, sql`|| ${chargedTo(names)}`)})) AS "drains"`,
      )}
      ${some(
        openTo.phones,
        sql`, (SELECT jsonb_agg(DISTINCT d."phone") FROM "Decision" d WHERE d."phone" = ANY(${openTo.phones}::text[])
          AND ${momentIn(sql`d."at"`)} >= ${openTo.since ?? null}::timestamptz AND d."verifiedAt" IS NULL AND d."asNewcomer" AND ${isOpen}) AS "open"`,
      )}
      ${some(
        verified.recipients,
        sql`, (SELECT jsonb_agg(to_jsonb(d) - 'verdicts') FROM "Decision" d WHERE ${unverifiedOf(names)}) AS "unverified"`,
      )}
      ${some(
        credits,
        sql`, (SELECT jsonb_object_agg(c."phone", c."at") FROM "PhoneCredit" c
          WHERE c."phone" = ANY(${credits}::text[])) AS "credits"`,
      )}`)
  return seen as Seen
}

/** Messages that a right PIN verifies: their charge stands, and nobody did before. */
const unverifiedOf = ({ verified: { recipients, since } }: AllNames): Statement => sql`
  d."recipient" = ANY(${recipients}::text[]) AND ${momentIn(sql`d."at"`)} >= ${since ?? null}::timestamptz AND d."verifiedAt" IS NULL
    AND ${isOpen}`

/** The keys of whatever these messages were charged to. */
const chargedTo = (names: AllNames): Statement => sql`
  ARRAY(SELECT unnest(d."charged") FROM "Decision" d WHERE ${unverifiedOf(names)})`
