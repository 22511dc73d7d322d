import type { Books, CapSpent, OpenBooks, Wait, WaitName } from "@/lib/firewall/books/books"
import { type Drained, drainedBy } from "@/lib/firewall/books/drained"
import type { Exposure } from "@/lib/firewall/books/exposure"
import { peace } from "@/lib/firewall/books/mode"
import type { Decision } from "@/lib/firewall/ledger/ledger"
import type { OperatorList } from "@/lib/firewall/operator-list"
import { type Page, pages } from "@/lib/firewall/replay/pages"

/** Books that one process keeps to itself, with what a simulation asks of them beside. */
export type BooksInMemory = Books & {
  /** The highest attack mode that there was. */
  highestLevel(): number
  /** As a ledger does with what was not delivered: the decision, which from then on is charged nowhere. */
  takeCharged(id: string): Decision | undefined
}

/** Books for running a past, or an invented one, through the rules: nobody else writes in them. */
export function booksInMemory(listed: OperatorList, told?: (decision: Decision) => void): BooksInMemory {
  const page = pages()
  let open: OpenBooks | undefined
  let highest = 0
  const begin = (now: Date): OpenBooks => ({
    ...rowsOf(page),
    ...ledgerOf(page, told),
    mode: peace(now),
    putMode(next) {
      this.mode = next
      highest = Math.max(highest, next.level)
    },
    listed,
  })
  let since = new Date(0)
  return {
    async within(names, now, work) {
      open ??= begin(now)
      since = names.verified?.since ?? names.openTo?.since ?? since
      page.since = since
      return work(open)
    },
    highestLevel: () => highest,
    takeCharged(id) {
      const found = page.decisions.get(id)
      if (!found || found.verifiedAt) return undefined
      const charged = { ...found }
      found.charged = []
      return charged
    },
  }
}

const keyOf = ({ subject, target }: WaitName) => `${subject} ${target}`

function rowsOf(page: Page) {
  const { exposures, budgets, waits, caps, drains, credits } = page
  return {
    exposure: (scope: string) => exposures.get(scope),
    putExposure: (scope: string, exposure: Exposure) => void exposures.set(scope, exposure),
    spent: (name: string) => budgets.get(name) ?? 0,
    spend: ({ name }: { name: string }, amount: number) =>
      void budgets.set(name, Math.max(0, (budgets.get(name) ?? 0) + amount)),
    wait: (name: WaitName) => waits.get(keyOf(name)),
    putWait: (name: WaitName, wait: Wait) => void waits.set(keyOf(name), wait),
    cap: (key: string) => caps.get(key),
    putCap: (key: string, cap: CapSpent) => void caps.set(key, cap),
    drain: (key: string) => drains.get(key),
    putDrain: (key: string, drained: Drained) => void drains.set(key, drained),
    addToDrain: (({ key, policy }, add, now) => {
      const { open, verified, at } = drainedBy(drains.get(key), policy, now)
      drains.set(key, { open: Math.max(0, open + add.open), verified: verified + add.verified, at })
    }) satisfies OpenBooks["addToDrain"],
    credit: (phone: string) => credits.get(phone),
    putCredit: (phone: string, at: Date) => void credits.set(phone, at),
  }
}

function ledgerOf(page: Page, told?: (decision: Decision) => void) {
  const { decisions, toPhone, toRecipient } = page
  const late = (all: readonly Decision[] = []) => all.filter(({ at, verifiedAt }) => !verifiedAt && at >= page.since)
  return {
    isOpen: (phone: string) => late(toPhone.get(phone)).some(({ asNewcomer }) => asNewcomer),
    record(decision: Decision) {
      told?.(decision)
      if (decision.outcome === "refused") return
      decisions.set(decision.id, decision)
      push(toPhone, decision.phone, decision)
      push(toRecipient, decision.recipient, decision)
    },
    // What issues challenges is no part of a simulation of the firewall alone.
    issue: () => ({}),
    unverified: (recipient: string) => late(toRecipient.get(recipient)),
    verify({ id }: { id: string }, at: Date) {
      const found = decisions.get(id)
      if (found) found.verifiedAt = at
    },
  }
}

function push(lists: Map<string, Decision[]>, name: string | null, decision: Decision) {
  if (!name) return
  const list = lists.get(name)
  if (list) list.push(decision)
  else lists.set(name, [decision])
}
