/** An amount of money, whole: no sum of these is ever off by a fraction. */
export type Micros = number & { readonly unit?: "millionths of a US dollar" }

/** So many US dollars, rounded to a millionth. */
export const dollars = (amount: number): Micros => Math.round(amount * 1_000_000)

/** The same in US dollars, for showing. */
export const toDollars = (amount: Micros): number => amount / 1_000_000
