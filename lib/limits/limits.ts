import type { Quota } from "@/lib/refusal"

/** Budgets of so many in a window that begins with its first use. */
export type Limits = {
  /** Takes one, in one atomic step, or tells when there will be one. A refused try costs nothing. */
  take(key: string, quota: Quota, now: Date): Promise<{ taken: true } | { taken: false; retryAt: Date }>
  /** Gives one back, or several, that turned out not to be used. */
  giveBack(key: string, now: Date, count?: number): Promise<void>
}
