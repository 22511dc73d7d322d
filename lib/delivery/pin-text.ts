import { ownName } from "@/lib/account/theme"
import type { Challenge } from "@/lib/challenge/challenge"

/** Characters of one GSM-7 segment (3GPP TS 23.038, 6.2.1). */
const segment = 160

/**
 * What the text message says: plain GSM-7, one segment. The last line binds the PIN to our host, so that iOS and
 * WebOTP fill it in there and nowhere else (WICG "Origin-bound one-time codes").
 */
export function pinText(
  pin: string,
  minutesLeft: number,
  host: string,
  { purpose = "sign-in", sender = ownName }: { purpose?: Challenge["purpose"]; sender?: string } = {},
): string {
  const bound = `\n\n@${host} #${pin}`
  const aim = purpose === "change-phone" ? " to change your phone number" : ""
  const said = `${pin} is your ${sender} PIN${aim}. It works for ${minutesLeft} ${minutesLeft === 1 ? "minute" : "minutes"}.`
  const advice = `${said} Never share it with anyone.`
  return [advice, said, pin].map((words) => words + bound).find((text) => text.length <= segment) ?? said
}
