import type { SigningKey, SigningKeys } from "@/lib/session/signing"
import type { Database } from "@/lib/store/database"
import { rowsOf, sql } from "@/lib/store/sql"

/** Key pairs in Postgres. */
export const signingKeys = (db: Database): SigningKeys => ({
  all: () => db.sql.rows<SigningKey>(sql`SELECT * FROM "SigningKey"`),

  async add(key) {
    await db.sql.run(sql`
      INSERT INTO "SigningKey" ("generation", "kid", "publicJwk", "sealedPrivate", "sealedUnder", "createdAt", "signsFrom")
      SELECT n.* FROM jsonb_to_recordset(${rowsOf([key])}::jsonb) AS n("generation" int, "kid" text, "publicJwk" jsonb,
        "sealedPrivate" text, "sealedUnder" text, "createdAt" timestamptz, "signsFrom" timestamptz)
      ON CONFLICT DO NOTHING`)
  },
})
