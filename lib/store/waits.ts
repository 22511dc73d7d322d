import { waitAfter } from "@/lib/challenge/failures"
import { type Statement, sql } from "@/lib/store/sql"

/** The wait after so many wrong guesses in a row, in milliseconds; the last is the longest. */
const waits = JSON.stringify(Array.from({ length: 16 }, (_, failures) => waitAfter(failures)))

/** When the wait ends that a row `f` of "FailureCount" says. */
export const waitEnds: Statement = sql`
  f."lastAt" + (${waits}::jsonb ->> LEAST(f."count", 15))::float8 * interval '1 millisecond'`
