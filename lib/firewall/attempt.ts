import type { PhoneNumber } from "@/lib/account/phone-number"
import { hidesAccounts } from "@/lib/account/realm"
import type { Issue } from "@/lib/challenge/challenge"
import type { Channel } from "@/lib/delivery/channel"
import type { Pass } from "@/lib/firewall/pass"
import type { Whose } from "@/lib/firewall/whose"

/** A text message that a caller wants us to pay for. */
export type Attempt = {
  pass: Pass
  /** What the caller typed to be found. */
  subject: string
  /** Where it would go. Undefined for an unknown subject, which is still judged. */
  phone: PhoneNumber | undefined
  /** Whom it is for. A decoy is for no one, and takes the same steps. */
  to: "newcomer" | "known" | "decoy"
  whitelabelId: number
  /** By which channel, where that is not the one that the caller was let in for. */
  channel?: Channel
  /** Whose request it is. */
  whose: Whose
  /**
   * The challenge that the message tells the PIN of, where it tells one, as of when it was decided to send it: a right PIN makes that
   * decision good. It is issued with the leave to send, or not at all.
   */
  issue?: (at: Date) => Issue
}

/**
 * Whether the rules about newcomers judge it: a newcomer's, and where a realm hides its accounts whatever a stranger asks for,
 * so that no answer tells who has the number.
 */
export const isAsNewcomer = ({ to, whose, pass }: Pick<Attempt, "to" | "whose" | "pass">): boolean =>
  to === "newcomer" || (hidesAccounts[pass.realm] && whose === "stranger")
