import type { Micros } from "@/lib/web/console/view"

/** The next amount that is easy to read, for the upper edge of a picture. */
export function readableAbove(amount: Micros): Micros {
  if (amount <= 0) return 1_000_000
  const unit = 10 ** Math.floor(Math.log10(amount))
  return unit * ([1, 1.5, 2, 3, 5, 10].find((step) => step * unit >= amount * 1.02) ?? 15)
}
