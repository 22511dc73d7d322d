import type {
  FalseRefusal,
  PrefixTraffic,
  Range,
  RefusedPeople,
  Steering,
  Taker,
  TakerKind,
} from "@/lib/firewall/steering"
import type { Database } from "@/lib/store/database"
import { cost, left, sums, traffic } from "@/lib/store/figures-of-hours"
import { type Statement, sql } from "@/lib/store/sql"

const within = ({ from, to }: Range): Statement => sql`d."at" >= ${from}::timestamptz AND d."at" < ${to}::timestamptz`

/** Enough of a keyed hash to tell one from another. */
const shownOfHash = 8

type TakerRow = Omit<Taker, "kind" | "name"> & Readonly<Record<TakerKind, string | null>>
const kinds: readonly TakerKind[] = ["phone", "block", "prefix", "network", "place"]
const isHash: Readonly<Record<TakerKind, boolean>> = {
  ...{ phone: true, block: true, network: true },
  ...{ prefix: false, place: false },
}

/** Reads in Postgres what operators steer by. */
export const steeringOf = ({ sql: door }: Pick<Database, "sql">): Steering => ({
  byPrefix: (range, most) =>
    door.rows<PrefixTraffic>(sql`
      SELECT t."country", t."prefix", ${sums} FROM (
        SELECT d."country", d."prefix", ${traffic} FROM "Decision" d
        WHERE ${within(range)} AND d."prefix" IS NOT NULL AND d."country" IS NOT NULL GROUP BY d."country", d."prefix"
      ) t GROUP BY t."country", t."prefix" ORDER BY "spent" DESC, "refused" DESC, t."prefix" LIMIT ${most}`),

  async takers(range, mostOfKind) {
    const rows = await door.rows<TakerRow & { onlyPrefix: string | null; onlyPlace: string | null }>(sql`
      SELECT * FROM (
        SELECT g.*, row_number() OVER (PARTITION BY g."grouped" ORDER BY g."unverified" DESC, g."sent" DESC) AS "rank" FROM (
          SELECT d."phone", d."block", d."prefix", d."network", d."place",
            GROUPING(d."phone", d."block", d."prefix", d."network", d."place") AS "grouped",
            CASE WHEN min(d."prefix") = max(d."prefix") THEN min(d."prefix") END AS "onlyPrefix",
            CASE WHEN min(d."country") = max(d."country") THEN min(d."country") END AS "country",
            CASE WHEN min(d."place") = max(d."place") THEN min(d."place") END AS "onlyPlace",
            count(*)::int AS "sent",
            (count(*) FILTER (WHERE d."verifiedAt" IS NOT NULL))::int AS "verified",
            (count(*) FILTER (WHERE d."to" = 'known'))::int AS "known",
            COALESCE(sum(${cost}) FILTER (WHERE d."verifiedAt" IS NULL), 0)::float8 AS "unverified"
          FROM "Decision" d WHERE ${within(range)} AND ${left}
          GROUP BY GROUPING SETS ((d."phone"), (d."block"), (d."prefix"), (d."network"), (d."place"))
          HAVING count(*) FILTER (WHERE d."verifiedAt" IS NULL) >= 2
        ) g WHERE COALESCE(g."phone", g."block", g."prefix", g."network", g."place") IS NOT NULL
      ) r WHERE r."rank" <= ${mostOfKind} ORDER BY r."unverified" DESC, r."sent" DESC`)
    return rows.flatMap(({ country, sent, verified, known, unverified, onlyPrefix, onlyPlace, ...by }) => {
      const kind = kinds.find((one) => by[one] !== null)
      if (!kind) return []
      const whole = by[kind] as string
      const name = isHash[kind] ? whole.slice(0, shownOfHash) : whole
      return [{ kind, name, prefix: onlyPrefix, country, place: onlyPlace, sent, verified, known, unverified }]
    })
  },

  async falseRefusals(range, most) {
    const [row] = await door.rows<{ byRule: RefusedPeople[]; newest: Told[]; refused: number; verified: number }>(sql`
      WITH refused AS MATERIALIZED (
        SELECT d."phone", d."refusedBy" AS "rule", min(d."at") AS "at", sum(d."count")::int AS "count"
        FROM "Decision" d
        WHERE ${within(range)} AND d."outcome" = 'refused' AND d."phone" IS NOT NULL AND d."to" <> 'decoy'
          AND d."refusedBy" <> 'cool-down'
        GROUP BY d."phone", d."refusedBy"
      ), people AS MATERIALIZED (
        SELECT r.*, v."at" AS "askedAt", v."verifiedAt", v."network" FROM refused r
        LEFT JOIN LATERAL (
          SELECT d."at", d."verifiedAt", d."network" FROM "Decision" d
          WHERE d."phone" = r."phone" AND d."at" > r."at" AND d."at" <= r."at" + interval '1 day' AND ${left}
            AND d."verifiedAt" <= r."at" + interval '1 day'
          ORDER BY d."at" LIMIT 1
        ) v ON true
      )
      SELECT
        (SELECT count(DISTINCT "phone") FROM people)::int AS "refused",
        (SELECT count(DISTINCT "phone") FROM people WHERE "verifiedAt" IS NOT NULL)::int AS "verified",
        COALESCE((SELECT jsonb_agg(b ORDER BY b."verified" DESC, b."refused" DESC, b."rule") FROM (
          SELECT "rule", count(*)::int AS "refused", count("verifiedAt")::int AS "verified" FROM people GROUP BY "rule"
        ) b), '[]') AS "byRule",
        COALESCE((SELECT jsonb_agg(n) FROM (
          SELECT DISTINCT ON (p."at", p."phone", p."rule") d."id", p."at", p."rule", d."realm", d."country", d."prefix", p."count",
            p."askedAt", p."verifiedAt", p."network" <> d."network" AS "isElsewhere"
          FROM (SELECT * FROM people WHERE "verifiedAt" IS NOT NULL ORDER BY "at" DESC LIMIT ${most}) p
          JOIN "Decision" d ON d."phone" = p."phone" AND d."at" = p."at" AND d."refusedBy" = p."rule"
          ORDER BY p."at" DESC, p."phone", p."rule", d."id"
        ) n), '[]') AS "newest"`)
    const { refused = 0, verified = 0, byRule = [], newest = [] } = row ?? {}
    return { refused, verified, byRule, newest: newest.map(told) }
  },
})

/** Instants in JSON are texts. */
type Told = Omit<FalseRefusal, "at" | "askedAt" | "verifiedAt"> & { at: string; askedAt: string; verifiedAt: string }
const told = ({ at, askedAt, verifiedAt, ...rest }: Told): FalseRefusal => ({
  ...rest,
  ...{ at: new Date(at), askedAt: new Date(askedAt), verifiedAt: new Date(verifiedAt) },
})
