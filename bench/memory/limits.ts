import type { Limits } from "@/lib/limits/limits"
import { after } from "@/lib/time"

/** Budgets of requests that one process keeps to itself. */
export function limitsInMemory(): Limits {
  const rows = new Map<string, { spent: number; resetsAt: Date }>()
  const running = (key: string, now: Date) => {
    const row = rows.get(key)
    return row && row.resetsAt > now ? row : undefined
  }
  return {
    async take(asked, now) {
      for (const { key, quota } of asked) {
        const row = running(key, now)
        if (row && row.spent >= quota.points) return { taken: false, quota, retryAt: row.resetsAt }
      }
      for (const { key, quota } of asked) {
        const row = running(key, now)
        if (row) row.spent += 1
        else rows.set(key, { spent: 1, resetsAt: after(now, quota.window) })
      }
      return { taken: true }
    },
    async giveBack(keys, now, count = 1) {
      for (const key of keys) {
        const row = running(key, now)
        if (row) row.spent = Math.max(0, row.spent - count)
      }
    },
  }
}
