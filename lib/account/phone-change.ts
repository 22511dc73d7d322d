import { type Duration, hours } from "@/lib/time"

/** A new phone on its way to replace the old one. An account has at most one that has not ended. */
export type PhoneChange = {
  id: string
  accountId: string
  newPhone: string
  newCountry: string
  /** When the PIN on each phone was right. */
  oldProvedAt: Date | null
  newProvedAt: Date | null
  /** When it takes effect: at once where both phones are proved, after the delay without the old one. */
  effectiveAt: Date | null
  createdAt: Date
}

/** How long a change waits that the old phone did not confirm, so that its owner can stop it. */
export const changeDelay: Duration = hours(72)

/** Which of the two phones. */
export type Which = "old" | "new"

/** The changes. Each method is one conditional statement, or one transaction around it: of two callers at once, one wins. */
export type PhoneChanges = {
  /** Begins a change. It takes the place of one that has not ended. */
  begin(change: PhoneChange): Promise<void>
  /** The account's change that has not ended. */
  open(accountId: string): Promise<PhoneChange | undefined>
  /** Notes that the PIN on one phone was right. Once both are, the change is due. */
  prove(id: string, which: Which, now: Date): Promise<PhoneChange | undefined>
  /** Starts the delay, once, of a change whose new phone is proved. Answers whether it won. */
  wait(id: string, effectiveAt: Date): Promise<boolean>
  /** Ends the account's change without effect. Answers whether there was one. */
  cancel(accountId: string, now: Date): Promise<boolean>
  /**
   * Lets a change that is due take effect, once: the account has the new phone, every session but the named one ends, and
   * no PIN that went to another phone opens the account any more. Undefined where nothing is due.
   */
  settle(accountId: string, now: Date, keep?: string): Promise<{ oldPhone: string | null } | undefined>
}
