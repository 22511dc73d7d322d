import type { Challenge } from "@/lib/challenge/challenge"
import type { Changes } from "@/lib/store/books-changes"
import {
  addToDrains,
  putCaps,
  putCredits,
  putDrains,
  putExposures,
  putModes,
  putWaits,
  spend,
} from "@/lib/store/books-rows"
import { insertDecisions } from "@/lib/store/decisions"
import { type ChallengeAsJson, fromJson, issuedRows, issuing } from "@/lib/store/issue-challenges"
import { verifyDecisions } from "@/lib/store/ledger"
import { nothing, type Sql, type Statement, sql, unhurried } from "@/lib/store/sql"
import { lateAfter, putLate } from "@/lib/store/summed-hours"
import { after } from "@/lib/time"

/** One table's part of the statement, and how many rows it must write. */
type Part = { name: string; count: number; statement: Statement }

/**
 * Writes all of it in one statement, if every row is as it was read; else nothing, and answers undefined. Answers the challenges that
 * were issued with it. Rows are written in the order of their names, so that two at once never wait for each other in a circle, and
 * challenges first of all, as a right PIN locks them.
 */
export async function writeBooks(changes: Changes, door: Sql): Promise<Challenge[] | undefined> {
  const parts = partsOf(changes).filter(({ count }) => count > 0)
  if (parts.length === 0) return []
  const issues = changes.issues.map(({ issue }) => issue)
  const withParts = parts.reduce(
    (text, { name, statement }) => sql`${text}, ${named(name)} AS (${statement} RETURNING 1)`,
    sql`WITH turn AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(${booksLock}::bigint) IS NULL AS "is")
      ${issues.length > 0 ? sql`, ${issuing(issues)}` : nothing}`,
  )
  const written = parts.reduce((text, { name }) => sql`${text} + (SELECT count(*) FROM ${named(name)})`, sql`0`)
  const expected = parts.reduce((sum, { count }) => sum + count, 0)
  const challenges = issues.length > 0 ? sql`${issuedRows} AS "challenges",` : nothing
  // What is no number ends the statement, and takes back all that it wrote.
  const statement = sql`${withParts} SELECT ${challenges} CASE WHEN ${written} = ${expected}::bigint THEN 0
    ELSE (${lostRace} || ': ' || (${written}))::int END AS "lost" ${tellsNobody(changes) ? sql`FROM ${unhurried}` : nothing}`
  try {
    const [row] = await door.rows<{ challenges?: ChallengeAsJson[] }>(statement)
    return row?.challenges?.map(fromJson) ?? []
  } catch (problem) {
    if (isLost(problem)) return undefined
    throw problem
  }
}

/** Whether only what was counted before is put right: no message leaves on it, and no money. */
const tellsNobody = ({ decisions, budgets, modes }: Changes): boolean =>
  decisions.length === 0 && budgets.size === 0 && modes.length === 0

/** Waits until nobody writes in the books, and keeps others from it until the transaction ends. */
export const lockBooks = (tx: Sql): Promise<unknown> =>
  tx.rows(sql`SELECT pg_advisory_xact_lock(${booksLock}::bigint) IS NULL`)

/** The books among Postgres' advisory locks. */
const booksLock = 7_226_553
const lostRace = "another machine wrote in the books first"

const isLost = (problem: unknown): boolean => {
  const { code, message } = problem as { code?: string; message?: string }
  return (code === "22P02" && message?.includes(lostRace)) || code === "40P01"
}

const named = (name: string): Statement => ({ parts: [name], values: [] })

function partsOf(changes: Changes): Part[] {
  const { exposures, waits, caps, drains, added, budgets, credits, modes, decisions, verified } = changes
  const part = (name: string, { length: count }: readonly unknown[], statement: () => Statement): Part[] =>
    count > 0 ? [{ name, count, statement: statement() }] : []
  const late = verified
    .filter(({ at, decidedAt }) => at > after(decidedAt, lateAfter))
    .map(({ decidedAt }) => decidedAt)
  const all = <Row>(rows: Map<string, Row>) => [...rows.values()]
  return [
    ...part("exposures", all(exposures), () => putExposures(all(exposures))),
    ...part("waits", all(waits), () => putWaits(all(waits))),
    ...part("caps", all(caps), () => putCaps(all(caps))),
    ...part("drains", all(drains), () => putDrains(all(drains))),
    ...part("added", all(added), () => addToDrains(all(added))),
    ...part("budgets", all(budgets), () => spend(all(budgets))),
    ...part("credits", all(credits), () => putCredits(all(credits))),
    ...part("modes", modes, () => putModes(modes)),
    ...part("decisions", decisions, () => insertDecisions(decisions, sql`turn, `)),
    ...part("verified", verified, () => verifyDecisions(verified)),
    ...part("late", late, () => putLate(late)),
  ]
}
