import type { LineType, LineTypes } from "@/lib/firewall/line-types"
import { phoneNameOf } from "@/lib/firewall/message"
import type { KeyRing } from "@/lib/keys/key-ring"
import type { Database } from "@/lib/store/database"
import { after, type Duration, type Now } from "@/lib/time"

type Settings = { keys: KeyRing; now: Now; remembered: Duration }

/** Line types as `ask` tells them, each answer remembered in Postgres under the number's keyed hash. */
export function rememberedLineTypes(
  db: Database,
  ask: (e164: string) => Promise<LineType>,
  { keys, now, remembered }: Settings,
): LineTypes {
  const recall = async (phone: string): Promise<LineType | undefined> => {
    const where = { phone, askedAt: { gt: after(now(), -remembered) } }
    const row = await db.lineTypeAnswer.findFirst({ where, select: { line: true } })
    return row?.line as LineType | undefined
  }
  return {
    async wouldCost(e164) {
      return (await recall(phoneNameOf(e164, keys))) === undefined
    },

    async of(e164) {
      const phone = phoneNameOf(e164, keys)
      const known = await recall(phone)
      if (known) return known
      const line = await ask(e164)
      await db.$executeRaw`
        INSERT INTO "LineTypeAnswer" ("phone", "line", "askedAt") VALUES (${phone}, ${line}, ${now()}::timestamptz)
        ON CONFLICT ("phone") DO UPDATE SET "line" = EXCLUDED."line", "askedAt" = EXCLUDED."askedAt"`
      return line
    },
  }
}
