/** Which account operates the console by a phone that makes operators: one account, even if others verify that phone later. */
export type OperatorSeat = { phone: string; accountId: string; takenAt: Date }

/** The seats. Each method is one conditional statement: of two callers at once, one wins. */
export type OperatorSeats = {
  /** Whose the phone's seat is; undefined where it is free. */
  holderOf(phone: string): Promise<string | undefined>
  /**
   * Takes the phone's free seat for an account that has proved to have the phone. A seat that was never taken goes to the account
   * that proved the phone first, a released one to an account that signed in since. Answers whether it was taken by this call.
   */
  take(phone: string, by: { accountId: string; signedInAt: Date }, now: Date): Promise<boolean>
  /** The seats that are taken, oldest first. */
  list(): Promise<OperatorSeat[]>
  /** Frees every seat of an account. Answers how many. */
  release(accountId: string, now: Date): Promise<number>
}
