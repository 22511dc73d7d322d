import type { Changes } from "@/lib/store/books-changes"
import { drained, faded, writtenAt } from "@/lib/store/draining-rows"
import { rowsOf, type Statement, sql } from "@/lib/store/sql"

// Each writes one table's rows within the statement of `writeBooks`, whose turn they wait for. A row that is not as it was read,
// or is there though it was not, stays as it is, and is missing in the count.

type Rows<Name extends "exposures" | "waits" | "caps" | "drains" | "added" | "budgets" | "credits"> =
  Changes[Name] extends Map<string, infer Row> ? readonly Row[] : never

export const putExposures = (rows: Rows<"exposures">): Statement => sql`
  INSERT INTO "Exposure" AS e ("scope", "open", "verified", "at", "until", "trippedAt", "trips", "probes", "wins", "version")
  SELECT n.* FROM turn, jsonb_to_recordset(${rowsOf(rows)}::jsonb) AS n("scope" text, "open" float8, "verified" float8,
    "at" timestamptz, "until" timestamptz, "trippedAt" timestamptz, "trips" int, "probes" int, "wins" int, "version" int)
  ORDER BY n."scope"
  ON CONFLICT ("scope") DO UPDATE SET "open" = EXCLUDED."open", "verified" = EXCLUDED."verified", "at" = EXCLUDED."at",
    "until" = EXCLUDED."until", "trippedAt" = EXCLUDED."trippedAt", "trips" = EXCLUDED."trips",
    "probes" = EXCLUDED."probes", "wins" = EXCLUDED."wins", "version" = EXCLUDED."version"
  WHERE e."version" = EXCLUDED."version" - 1`

export const putWaits = (rows: Rows<"waits">): Statement => sql`
  INSERT INTO "Cooldown" AS c ("subject", "target", "sends", "until", "version")
  SELECT n.* FROM turn, jsonb_to_recordset(${rowsOf(rows)}::jsonb)
    AS n("subject" text, "target" text, "sends" int, "until" timestamptz, "version" int)
  ORDER BY n."subject", n."target"
  ON CONFLICT ("subject", "target") DO UPDATE SET "sends" = EXCLUDED."sends", "until" = EXCLUDED."until",
    "version" = EXCLUDED."version"
  WHERE c."version" = EXCLUDED."version" - 1`

export const putCaps = (rows: Rows<"caps">): Statement => sql`
  INSERT INTO "Limit" AS l ("key", "spent", "resetsAt", "version")
  SELECT n.* FROM turn, jsonb_to_recordset(${rowsOf(rows)}::jsonb)
    AS n("key" text, "spent" int, "resetsAt" timestamptz, "version" int)
  ORDER BY n."key"
  ON CONFLICT ("key") DO UPDATE SET "spent" = EXCLUDED."spent", "resetsAt" = EXCLUDED."resetsAt",
    "version" = EXCLUDED."version"
  WHERE l."version" = EXCLUDED."version" - 1`

export const putDrains = (rows: Rows<"drains">): Statement => sql`
  INSERT INTO "DrainingBudget" AS g ("key", "open", "verified", "at", "version")
  SELECT n.* FROM turn, jsonb_to_recordset(${rowsOf(rows)}::jsonb)
    AS n("key" text, "open" float8, "verified" float8, "at" timestamptz, "version" int)
  ORDER BY n."key"
  ON CONFLICT ("key") DO UPDATE SET "open" = EXCLUDED."open", "verified" = EXCLUDED."verified", "at" = EXCLUDED."at",
    "version" = EXCLUDED."version"
  WHERE g."version" = EXCLUDED."version" - 1`

/** Adds to what the row holds by then, drained to the same moment. Whatever changed it meanwhile stays. */
export const addToDrains = (rows: Rows<"added">): Statement => sql`
  WITH a AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(${rowsOf(rows)}::jsonb)
    AS a("key" text, "open" float8, "verified" float8, "at" timestamptz, "drains" float8, "halfLife" float8))
  INSERT INTO "DrainingBudget" AS g ("key", "open", "verified", "at")
  SELECT a."key", GREATEST(0, a."open"), a."verified", a."at" FROM turn, a ORDER BY a."key"
  ON CONFLICT ("key") DO UPDATE SET
    ("open", "verified") = (SELECT GREATEST(0, ${drained(then)} + a."open"), ${faded(then)} + a."verified"
      FROM a WHERE a."key" = g."key"),
    "at" = ${writtenAt(sql`EXCLUDED."at"`)}, "version" = g."version" + 1`

const then = sql`a."at"`

/** Adds to what is spent, if it is what it was or there is the room. */
export const spend = (rows: Rows<"budgets">): Statement => sql`
  WITH n AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(${rowsOf(rows)}::jsonb)
    AS n("name" text, "endsAt" timestamptz, "seen" bigint, "amount" bigint, "room" bigint))
  INSERT INTO "Budget" AS b ("name", "spent", "endsAt")
  SELECT n."name", GREATEST(0, n."amount"), n."endsAt" FROM turn, n ORDER BY n."name"
  ON CONFLICT ("name") DO UPDATE SET "spent" = (SELECT GREATEST(0, b."spent" + n."amount") FROM n WHERE n."name" = b."name")
  WHERE (SELECT b."spent" = n."seen" OR b."spent" + n."amount" <= n."room" FROM n WHERE n."name" = b."name")`

export const putCredits = (rows: Rows<"credits">): Statement => sql`
  INSERT INTO "PhoneCredit" AS c ("phone", "at", "before")
  SELECT n.* FROM turn, jsonb_to_recordset(${rowsOf(rows)}::jsonb) AS n("phone" text, "at" timestamptz, "before" timestamptz)
  ORDER BY n."phone"
  ON CONFLICT ("phone") DO UPDATE SET "at" = EXCLUDED."at", "before" = EXCLUDED."before"
  WHERE c."at" = EXCLUDED."before"`

export const putModes = (rows: Changes["modes"]): Statement => sql`
  INSERT INTO "ModeChange" ("level", "since", "pinned", "evidence")
  SELECT n.* FROM turn, jsonb_to_recordset(${rowsOf(rows)}::jsonb)
    AS n("level" int, "since" timestamptz, "pinned" boolean, "evidence" jsonb)`
