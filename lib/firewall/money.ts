/** An amount of money as a whole number, so that sums of many small prices stay exact. */
export type Micros = number & { readonly unit?: "millionths of a US dollar" }

/** An amount in US dollars as micros, rounded to the nearest one. */
export const dollars = (amount: number): Micros => Math.round(amount * 1_000_000)

/** Micros as US dollars, for showing. */
export const toDollars = (micros: Micros): number => micros / 1_000_000

/** A budget for an hour and for a day, each by the clock (UTC). */
export type BudgetPolicy = { hour: Micros; day: Micros }
