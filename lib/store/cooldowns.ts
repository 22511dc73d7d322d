import type { Cooldowns } from "@/lib/limits/cooldown"
import { policy } from "@/lib/limits/policy"
import type { Database } from "@/lib/store/database"
import { after } from "@/lib/time"

/** The waits between messages, in Postgres. */
export const cooldowns = (db: Database): Cooldowns => ({
  async start(subject, target, now) {
    const first = after(now, policy.firstWait)
    const forgotten = after(now, -policy.waitForgottenAfter)
    const [first_s, longest_s] = [policy.firstWait / 1000, policy.longestWait / 1000]
    const rows = await db.$queryRaw<{ until: Date }[]>`
      INSERT INTO "Cooldown" AS c ("subject", "target", "sends", "until") VALUES (${subject}, ${target}, 1, ${first}::timestamptz)
      ON CONFLICT ("subject", "target") DO UPDATE SET
        "sends" = CASE WHEN c."until" <= ${forgotten}::timestamptz THEN 1 ELSE c."sends" + 1 END,
        "until" = CASE WHEN c."until" <= ${forgotten}::timestamptz THEN EXCLUDED."until" ELSE ${now}::timestamptz
          + make_interval(secs => LEAST(${longest_s}::float8, ${first_s}::float8 * 2 ^ LEAST(c."sends", 20))) END
      WHERE c."until" <= ${now}::timestamptz
      RETURNING "until"`
    if (rows[0]) return { won: true, until: rows[0].until }
    const running = await db.cooldown.findUnique({ where: { subject_target: { subject, target } } })
    return { won: false, until: running?.until ?? first }
  },

  async release(subject, target, until, now) {
    await db.cooldown.updateMany({ where: { subject, target, until }, data: { until: now, sends: { decrement: 1 } } })
  },
})
