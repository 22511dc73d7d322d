import type { Account, Applicant } from "@/lib/account/account"
import type { Asked, UsedUp } from "@/lib/limits/limits"
import type { Owner, ShownDevice } from "@/lib/session/session"

/** Whom an email or a phone finds, and what else it takes to send them a PIN. */
export type Addressee = {
  account: Account | undefined
  /** A change of the account's phone is due, and has to take effect first. */
  isChangeDue: boolean
  /** The caller's device signed in to the account before. */
  isKnownDevice: boolean
  /** The registration, or other challenge, that waits for a PIN under this name. A decoy's has no phone. */
  pending: { phone: string | null; applicant: Applicant | null; whitelabelId: number } | undefined
}

/** Looks addressees up: the same single statement whether or not anybody is found. */
export type Addressees = {
  /** A device that has been unused since `knownSince` is not known any more. */
  find(owner: Owner, shown: ShownDevice | undefined, now: Date, knownSince: Date): Promise<Addressee>
  /** The same for one of each budget. Where one is used up, no look-up is made. */
  findFor(
    asked: readonly Asked[],
    owner: Owner,
    shown: ShownDevice | undefined,
    now: Date,
    knownSince: Date,
  ): Promise<Addressee | UsedUp>
}
