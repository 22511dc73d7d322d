import type { Work } from "@/lib/firewall/work"
import { puzzleLife } from "@/lib/outside/proof-of-work"
import { after } from "@/lib/time"

/**
 * Puzzles as we pose them, but for the work: each is good for one request, for minutes, and once, and its answer is itself. What it costs
 * to solve one is a simulated caller's affair.
 */
export function posed(): Work {
  let count = 0
  return {
    async pose(about, hardness, now) {
      count += 1
      return JSON.stringify([count, about, hardness, after(now, puzzleLife).getTime()])
    },
    async check(answer, about, now, spend) {
      const [name, named, , until] = JSON.parse(answer)
      return named === about && until > now.getTime() && (await spend(String(name)))
    },
  }
}
