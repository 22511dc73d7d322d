import type { Theme, Themes } from "@/lib/account/theme"
import type { Database } from "@/lib/store/database"
import { minutes, type Now } from "@/lib/time"

type Needs = { now: Now; later: (task: () => Promise<unknown>) => void }

/**
 * The themes in Postgres. Every page and every message asks for them, and they change a few times a year: they are read once a
 * minute, and no message waits for that.
 */
export function themes(db: Database, { now, later }: Needs): Themes {
  let kept: { rows: readonly Theme[]; until: number } | undefined
  const isStale = () => !kept || kept.until <= now().getTime()
  const read = async () => {
    const rows: readonly Theme[] = await db.theme.findMany({ orderBy: { whitelabelId: "asc" } })
    kept = { rows, until: now().getTime() + minutes(1) }
    return rows
  }
  return {
    all: async () => (kept && !isStale() ? kept.rows : read()),
    known() {
      if (kept && isStale()) {
        // Whoever comes meanwhile need not read them too.
        kept = { rows: kept.rows, until: now().getTime() + minutes(1) }
        later(read)
      }
      return kept?.rows ?? []
    },
    async put({ whitelabelId, name, mark, light, dark, senderName, host, trustsDevices }) {
      const written = await db.$executeRaw`
        INSERT INTO "Theme" ("whitelabelId", "name", "mark", "light", "dark", "senderName", "host", "trustsDevices")
        SELECT ${whitelabelId}::int, ${name}, ${mark}, ${light}, ${dark}, ${senderName}, ${host}::text, ${trustsDevices}::boolean
        WHERE NOT EXISTS (SELECT 1 FROM "Theme" WHERE "host" = ${host}::text AND "whitelabelId" <> ${whitelabelId}::int)
        ON CONFLICT ("whitelabelId") DO UPDATE SET "name" = EXCLUDED."name", "mark" = EXCLUDED."mark",
          "light" = EXCLUDED."light", "dark" = EXCLUDED."dark", "senderName" = EXCLUDED."senderName",
          "host" = EXCLUDED."host", "trustsDevices" = EXCLUDED."trustsDevices"`
      await read()
      return written === 1 ? "set" : "host-taken"
    },
    async remove(whitelabelId) {
      await db.theme.deleteMany({ where: { whitelabelId } })
      await read()
    },
  }
}
