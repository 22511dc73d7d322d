import type { Cursor, LedgerEntry } from "@/lib/firewall/console"
import type { Micros } from "@/lib/firewall/money"

/** Decisions that say the same: the newest of them, how many there were, since when, and the numbers that they were about. */
export type Alike = {
  /** Stays as it is while more of the same come in. */
  key: string
  newest: LedgerEntry
  count: number
  since: Date
  price: Micros
  /** How many to each prefix, the most asked for first. What did not get past the door has none. */
  prefixes: { prefix: string; count: number }[]
}

/**
 * The first `most` groups of decisions, newest first, and where the next page begins. Refusals by one rule of one API for one
 * country are one group: an attack would push everything else off the page. What left stands alone.
 */
export function groupAlike(decisions: readonly LedgerEntry[], most: number): { groups: Alike[]; last?: Cursor } {
  const groups = new Map<string, LedgerEntry[]>()
  let last: LedgerEntry | undefined
  for (const decision of decisions) {
    const key = keyOf(decision)
    const group = groups.get(key)
    if (!group && groups.size === most) break
    if (group) group.push(decision)
    else groups.set(key, [decision])
    last = decision
  }
  return { groups: [...groups].map(groupOf), ...(last && { last: { at: last.at, id: last.id } }) }
}

const keyOf = ({ id, outcome, refusedBy, realm, country }: LedgerEntry): string =>
  outcome === "refused" ? JSON.stringify([refusedBy, realm, country]) : id

function groupOf([key, decisions]: [string, LedgerEntry[]]): Alike {
  const newest = decisions[0] as LedgerEntry
  const byPrefix = new Map<string, number>()
  for (const { prefix, count } of decisions) if (prefix) byPrefix.set(prefix, (byPrefix.get(prefix) ?? 0) + count)
  return {
    ...{ key, newest },
    count: decisions.reduce((sum, { count }) => sum + count, 0),
    since: (decisions.at(-1) as LedgerEntry).at,
    price: decisions.reduce((sum, { price, count }) => sum + price * count, 0),
    prefixes: [...byPrefix].map(([prefix, count]) => ({ prefix, count })).sort((one, other) => other.count - one.count),
  }
}
