import type { Micros } from "@/lib/firewall/money"

/** What was asked for in a span of time, what left, and what that cost: the final price where it is known, else the reserved. */
export type Traffic = { asked: number; sent: number; verified: number; refused: number; spent: Micros }
