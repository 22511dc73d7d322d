import type { Books, OpenBooks } from "@/lib/firewall/books/books"
import { type Exposure, unknownScope } from "@/lib/firewall/books/exposure"
import { type Mode, peace } from "@/lib/firewall/books/mode"

/** Books that one process keeps to itself, for running the past through the rules: nobody else writes, so nothing is locked. */
export function booksInMemory(): Books {
  const exposures = new Map<string, Exposure>()
  const budgets = new Map<string, number>()
  let mode: Mode | undefined
  return {
    async glance(_, now) {
      const spent = (name: string) => budgets.get(name) ?? 0
      return { exposure: (scope) => exposures.get(scope), spent, mode: mode ?? peace(now), listed: [], isOpen: false }
    },
    async within(_, now, work) {
      const open: OpenBooks = {
        exposure: (scope) => exposures.get(scope) ?? unknownScope(now),
        putExposure: (scope, exposure) => void exposures.set(scope, exposure),
        spent: (name) => budgets.get(name) ?? 0,
        spend: (name, amount) => void budgets.set(name, Math.max(0, (budgets.get(name) ?? 0) + amount)),
        mode: mode ?? peace(now),
        putMode(next) {
          mode = next
          open.mode = next
        },
      }
      return work(open)
    },
  }
}
