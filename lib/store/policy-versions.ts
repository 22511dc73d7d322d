import { readDocument } from "@/lib/firewall/versions/document"
import type { PolicyVersion, PolicyVersions } from "@/lib/firewall/versions/versions"
import type { Database } from "@/lib/store/database"

/** Every version of the firewall's policy, in Postgres. Rows are added, and never changed. */
export const policyVersions = (db: Database): PolicyVersions => ({
  async newest() {
    const row = await db.policyVersion.findFirst({ orderBy: { id: "desc" } })
    return row ? versionOf(row) : undefined
  },
  async of(id) {
    const row = await db.policyVersion.findUnique({ where: { id } })
    return row ? versionOf(row) : undefined
  },
  async list(most) {
    return (await db.policyVersion.findMany({ orderBy: { id: "desc" }, take: most })).map(versionOf)
  },
  async append({ id, at, by, why, kind, document }) {
    const written = await db.$executeRaw`
      INSERT INTO "PolicyVersion" ("id", "at", "by", "why", "kind", "document")
      SELECT ${id}::int, ${at}, ${by}, ${why}, ${kind}, ${JSON.stringify(document)}::jsonb
      WHERE ${id}::int = 1 + COALESCE((SELECT "id" FROM "PolicyVersion" ORDER BY "id" DESC LIMIT 1), 0)
      ON CONFLICT ("id") DO NOTHING`
    return written === 1
  },
})

type Row = Omit<PolicyVersion, "kind" | "document"> & { kind: string; document: unknown }

const versionOf = (row: Row): PolicyVersion => ({
  ...row,
  kind: row.kind as PolicyVersion["kind"],
  document: readDocument(row.document),
})
