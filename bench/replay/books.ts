import type { Books, OpenBooks } from "@/lib/firewall/books/books"
import type { Exposure } from "@/lib/firewall/books/exposure"
import { peace } from "@/lib/firewall/books/mode"
import type { OperatorList } from "@/lib/firewall/operator-list"

/** Books that one process keeps to itself, for running the past through the rules: nobody else writes in them. */
export function booksInMemory(listed: OperatorList): Books {
  const exposures = new Map<string, Exposure>()
  const budgets = new Map<string, number>()
  let open: OpenBooks | undefined
  const pages = (now: Date): OpenBooks => ({
    exposure: (scope) => exposures.get(scope),
    putExposure: (scope, exposure) => void exposures.set(scope, exposure),
    spent: (name) => budgets.get(name) ?? 0,
    spend: ({ name }, amount) => void budgets.set(name, Math.max(0, (budgets.get(name) ?? 0) + amount)),
    mode: peace(now),
    putMode(next) {
      this.mode = next
    },
    listed,
    ...{ isOpen: () => false, wait: () => undefined, cap: () => undefined, drain: () => undefined },
    ...{ putWait() {}, putCap() {}, putDrain() {}, addToDrain() {}, record() {} },
    ...{ unverified: () => [], verify() {}, credit: () => undefined, putCredit() {} },
  })
  return {
    async within(_, now, work) {
      open ??= pages(now)
      return work(open)
    },
  }
}
