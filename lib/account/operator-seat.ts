/** Which account operates the console by a phone that makes operators: one, whoever else verifies that phone later. */
export type OperatorSeat = { phone: string; accountId: string; takenAt: Date }

/** The seats. Each method is one conditional statement: of two callers at once, one wins. */
export type OperatorSeats = {
  /** Whose the phone's seat is; undefined where it is free. */
  holderOf(phone: string): Promise<string | undefined>
  /**
   * Takes the phone's free seat for an account that has proved to have the phone. A seat that nobody ever had is for the account
   * that proved it first, one that was released for whoever signed in since. Answers whether it was taken by this call.
   */
  take(phone: string, by: { accountId: string; signedInAt: Date }, now: Date): Promise<boolean>
  /** The seats that are taken, oldest first. */
  list(): Promise<OperatorSeat[]>
  /** Frees every seat of an account. Answers how many. */
  release(accountId: string, now: Date): Promise<number>
}
