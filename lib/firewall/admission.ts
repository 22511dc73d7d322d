import type { Challenge } from "@/lib/challenge/challenge"
import { type Decided, giveBack, type Judging, namesOf } from "@/lib/firewall/decide"
import type { Firewall } from "@/lib/firewall/firewall"
import type { Now } from "@/lib/time"

/** Leave to send one text message. Only `admit` grants it, and nothing is delivered without it. */
export type Admission = {
  /** The decision in the ledger that this leave is. */
  id: string
  /** When it was decided. */
  at: Date
  /** When the next message may be asked for. */
  resendAt: Date
  /** The challenge that was issued with it. Undefined where it is yet to be issued. */
  challenge: Challenge | undefined
  /** Whether the sender is to check it for fraud before it leaves. Undefined where it is told neither. */
  isChecked: boolean | undefined
  /** What Google's answer about the number is called there, which is to be told what becomes of the message; null where there is none. */
  assessment: string | null
  /** Gives back what was taken, because nothing was sent. */
  withdraw(): Promise<void>
  readonly granted: unique symbol
}

/** Whose leave it is, and how it was judged. */
export type Granting = { id: string; phone: string | null; judging: Judging; assessment: string | null }

/** Grants the leave. What it took is given back at most once. */
export function grant(
  { id, phone, judging, assessment }: Granting,
  decided: Decided,
  challenge: Challenge | undefined,
  { firewall, now }: { firewall: Pick<Firewall, "books">; now: Now },
): Admission {
  const { message, resendAt } = decided
  let isWithdrawn = false
  const withdraw = async () => {
    if (isWithdrawn) return
    isWithdrawn = true
    const at = now()
    const names = namesOf(message, phone, judging.policy)
    await firewall.books.within(names, at, (books) => giveBack(decided, "all", judging, books, at))
  }
  const isChecked = message.riskCheck?.isChecked
  return { id, at: message.at, resendAt, challenge, isChecked, assessment, withdraw } as Admission
}
