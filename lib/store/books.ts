import type { Challenge, Issue } from "@/lib/challenge/challenge"
import type { Books, Names, OpenBooks } from "@/lib/firewall/books/books"
import type { BooksNews } from "@/lib/firewall/books/news"
import type { Changes } from "@/lib/store/books-changes"
import { allOf, isEmpty } from "@/lib/store/books-names"
import { OpenPages } from "@/lib/store/books-page"
import { readBooks } from "@/lib/store/books-read"
import { lockBooks, writeBooks } from "@/lib/store/books-write"
import type { Database } from "@/lib/store/database"
import { isAboutData, type Sql, type SqlDoor } from "@/lib/store/sql"

/** Work that waits for the books. */
type Waiting = {
  names: Names
  now: Date
  work: (books: OpenBooks) => unknown
  resolve: (result: never) => void
  reject: (problem: unknown) => void
  isWaiting: (() => boolean) | undefined
}

/** How many pieces of work are read and written together at most, and how often a write may come too late. */
const most = 64
const tries = 3

/** How much of what callers wait for may stand in line: what a database in good health does within a second. */
const longest = 1000

/**
 * The firewall's books in Postgres. Whatever waits for them in this process is read in one statement, done one after the other,
 * and written in another, so that a row that everybody needs costs one lock a batch and not one a message. The write holds only
 * where each row is as it was read. Where another machine was faster, all of it is read and done anew; after a few times so with
 * the books locked for everybody else. `hear` is told what was changed, once it is kept.
 */
export const books = ({ sql }: Pick<Database, "sql">, hear?: (news: BooksNews) => void): Books => {
  const queue: Waiting[] = []
  let isBusy = false
  const settleAll = async () => {
    isBusy = true
    while (queue.length > 0) {
      const batch = queue.splice(0, most).filter(isStillWanted)
      if (batch.length > 0) await settle(batch, sql, hear)
    }
    isBusy = false
  }
  return {
    within: (names, now, work, isWaiting) =>
      new Promise((resolve, reject) => {
        if (isWaiting && queue.length >= longest) return reject(new TooManyWait())
        queue.push({ names, now, work, resolve, reject, isWaiting })
        if (!isBusy) void settleAll()
      }),
  }
}

function isStillWanted({ isWaiting, reject }: Waiting): boolean {
  if (!isWaiting || isWaiting()) return true
  reject(new NobodyWaits())
  return false
}

/** More stands in line for the books than can be done while its callers wait. */
class TooManyWait extends Error {
  override name = "TooManyWait"
}

/** The caller has gone, or has waited too long, before it was their turn. */
class NobodyWaits extends Error {
  override name = "NobodyWaits"
}

/** Does a batch of work and keeps it. Where the database refuses what one of them writes, each is done alone. */
async function settle(
  batch: readonly Waiting[],
  sql: SqlDoor,
  hear: ((news: BooksNews) => void) | undefined,
): Promise<void> {
  try {
    const { results, changes } = await keep(batch, sql)
    hear?.(newsIn(changes))
    for (const [index, { resolve }] of batch.entries()) resolve(results[index] as never)
  } catch (problem) {
    if (problem instanceof WorkFailed) {
      problem.failed.reject(problem.cause)
      const others = batch.filter((one) => one !== problem.failed)
      if (others.length > 0) await settle(others, sql, hear)
    } else if (batch.length > 1 && isAboutData(problem)) {
      for (const one of batch) await settle([one], sql, hear)
    } else for (const { reject } of batch) reject(problem)
  }
}

type Kept = { results: unknown[]; changes: Changes }

async function keep(batch: readonly Waiting[], sql: SqlDoor): Promise<Kept> {
  for (let times = 0; times < tries; times++) {
    const done = await attempt(batch, sql)
    if (done) return done
  }
  return sql.transaction(async (tx) => {
    await lockBooks(tx)
    const done = await attempt(batch, tx)
    if (!done) throw new Error("a row of the books was changed by somebody who does not keep them")
    return done
  })
}

/** The results of the work and what it changed, or undefined where another machine wrote first. */
async function attempt(batch: readonly Waiting[], sql: Sql): Promise<Kept | undefined> {
  const names = allOf(batch.map(({ names }) => names))
  const now = batch[0]?.now as Date
  const pages = new OpenPages(isEmpty(names) ? undefined : await readBooks(names, sql), now)
  const results = batch.map((one) => {
    try {
      return one.work(pages)
    } catch (cause) {
      throw new WorkFailed(one, cause)
    }
  })
  const written = await writeBooks(pages.changes, sql)
  if (!written) return undefined
  for (const { issue, issued } of pages.changes.issues) {
    const challenge = written.find((one) => isFor(issue, one))
    if (challenge) issued.challenge = challenge
  }
  return { results, changes: pages.changes }
}

const newsIn = ({ decisions, verified, modes, breakers, budgets }: Changes): BooksNews => ({
  ...{ decisions, verified, modes, breakers },
  budgets: [...budgets.values()].map(({ name, seen, amount }) => ({ name, spent: seen + amount })),
})

const isFor = ({ challenge }: Issue, { realm, subject }: Challenge) =>
  challenge.realm === realm && challenge.subject === subject

/** One piece of work threw. It wrote into pages that others share, so that these begin anew without it. */
class WorkFailed extends Error {
  constructor(
    readonly failed: Waiting,
    cause: unknown,
  ) {
    super("a piece of work on the books failed", { cause })
  }
}
