import type { Quota } from "@/lib/refusal"

/** One budget that is asked for one: its name, and how much of it there is. */
export type Asked = { key: string; quota: Quota }

/** Whether there was one in each of them; if not, which is used up and when there will be one again. */
export type Taken = { taken: true } | UsedUp

/** A budget that there is nothing left of, and when there will be. */
export type UsedUp = { taken: false; quota: Quota; retryAt: Date }

/** Budgets of so many in a window that begins with its first use. */
export type Limits = {
  /** Takes one of each, or of none, in one round trip. A refused try costs nothing, and writes nothing. */
  take(asked: readonly Asked[], now: Date): Promise<Taken>
  /** Gives one back to each, or several, that turned out not to be used. */
  giveBack(keys: readonly string[], now: Date, count?: number): Promise<void>
}
