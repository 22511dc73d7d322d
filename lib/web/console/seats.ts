import type { Operator } from "@/lib/console/operator"
import type { Site } from "@/lib/web/site"

/** An operator as the others see them: by the last two digits of the phone. */
export type SeatView = {
  accountId: string
  ending: string
  takenAt: Date
  isMe: boolean
  /** False where the settings name the phone no more: the seat opens nothing, and is kept for when they do again. */
  isListed: boolean
}

/** Who operates the console. */
export async function seatsOf({ signedIn }: Operator, { core, operators }: Site): Promise<SeatView[]> {
  return (await core.operatorSeats.list()).map(({ phone, accountId, takenAt }) => ({
    accountId,
    ending: phone.slice(-2),
    takenAt,
    isMe: accountId === signedIn.account.id,
    isListed: operators.has(phone),
  }))
}

/** How the console calls the operator who did something. */
export function nameOfOperator(by: string | null, { signedIn }: Operator, seats: readonly SeatView[]): string {
  if (by === signedIn.account.id) return "You"
  const seat = seats.find(({ accountId }) => accountId === by)
  return seat ? `The operator whose phone ends in ${seat.ending}` : "An operator of before"
}
