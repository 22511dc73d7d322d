import { setTimeout } from "node:timers/promises"
import { phoneNameOf } from "@/lib/firewall/message"
import type { Opinion, OpinionSource, Opinions } from "@/lib/firewall/opinions/opinion"
import type { OpinionPolicy } from "@/lib/firewall/opinions/policy"
import type { KeyRing } from "@/lib/keys/key-ring"
import type { Database } from "@/lib/store/database"
import { after, type Now, seconds } from "@/lib/time"

/** Whom to ask, who answers a score or nothing in its own time, and never throws. */
export type Asked = { source: OpinionSource; ask: (e164: string) => Promise<number | undefined> }

type Settings = { keys: KeyRing; now: Now; warn: (event: string, problem: unknown) => void } & Pick<
  OpinionPolicy,
  "remembered" | "retry"
>

/** How often, and how long after each other, somebody else's answer is looked for: no longer than an answer may take. */
const looks = { most: 10, every: 100 }

/** For so long a question without an answer is one that somebody waits for. */
const underWay = seconds(2)

/**
 * Opinions as one source has them, each remembered in Postgres under the number's keyed hash. Whoever asks claims the number's row first, so
 * that of several who ask at once one pays and all hear the answer: whoever came second would get a text past it else. An answer that did not
 * come is remembered too.
 */
export function rememberedOpinions(db: Database, { source, ask }: Asked, settings: Settings): Opinions {
  const { keys, now, warn, remembered, retry } = settings

  const recall = async (phone: string) => {
    const row = await db.opinionAnswer.findUnique({ where: { phone_source: { phone, source } } })
    const isFresh = row && row.askedAt > after(now(), -(row.score === null ? retry : remembered))
    return isFresh ? { score: row.score ?? undefined, askedAt: row.askedAt } : undefined
  }
  const claim = async (phone: string) => {
    const at = now()
    return db.$executeRaw`
      INSERT INTO "OpinionAnswer" AS o ("phone", "source", "score", "askedAt") VALUES (${phone}, ${source}, NULL, ${at}::timestamptz)
      ON CONFLICT ("phone", "source") DO UPDATE SET "score" = NULL, "askedAt" = EXCLUDED."askedAt"
      WHERE o."askedAt" <= CASE WHEN o."score" IS NULL
        THEN ${after(at, -retry)}::timestamptz ELSE ${after(at, -remembered)}::timestamptz END`
  }
  const askFor = async (phone: string, e164: string): Promise<number | undefined> => {
    const score = await ask(e164)
    if (score !== undefined)
      await db.opinionAnswer
        .update({ where: { phone_source: { phone, source } }, data: { score } })
        .catch((problem) => warn("opinion-not-kept", problem))
    return score
  }
  const askedElsewhere = async (phone: string): Promise<number | undefined> => {
    for (let look = 0; look < looks.most; look++) {
      const score = (await recall(phone))?.score
      if (score !== undefined) return score
      await setTimeout(looks.every)
    }
    return undefined
  }
  const as = (score: number | undefined): Opinion | undefined => (score === undefined ? undefined : { source, score })

  return {
    async recall(e164) {
      try {
        const known = await recall(phoneNameOf(e164, keys))
        // Who comes while somebody asks waits for that answer, and gets no text past it.
        const isUnderWay = known && known.score === undefined && known.askedAt > after(now(), -underWay)
        return { opinion: as(known?.score), isAskable: !known || isUnderWay === true }
      } catch (problem) {
        // Whoever is asked could not be claimed either.
        warn("opinion-not-recalled", problem)
        return { opinion: undefined, isAskable: false }
      }
    },

    async ask(e164) {
      const phone = phoneNameOf(e164, keys)
      let asked = false
      try {
        asked = (await claim(phone)) > 0
        return { opinion: as(asked ? await askFor(phone, e164) : await askedElsewhere(phone)), asked }
      } catch (problem) {
        warn("opinion-not-asked", problem)
        return { opinion: undefined, asked }
      }
    },
  }
}
