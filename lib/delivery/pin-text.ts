import type { Language } from "@/lib/account/language"
import { ownName } from "@/lib/account/theme"
import type { Challenge } from "@/lib/challenge/challenge"
import { segmentsOf } from "@/lib/delivery/segments"

type Purpose = Challenge["purpose"]
type About = { purpose?: Purpose; sender?: string; language?: Language }
type Said = { pin: string; minutes: number; sender: string; purpose: Purpose }

/** What is said, the longest first. Chinese leaves less room: a segment holds 70 of its characters. */
const sayings: Readonly<Record<Language, (said: Said) => [string, ...string[]]>> = {
  en({ pin, minutes, sender, purpose }) {
    const aim = purpose === "change-phone" ? " to change your phone number" : ""
    const said = `${pin} is your ${sender} PIN${aim}. It works for ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`
    return [`${said} Never share it with anyone.`, said]
  },
  "zh-HK"({ pin, minutes, sender, purpose }) {
    const aim = purpose === "change-phone" ? "更改電話號碼的" : ""
    const said = `${pin} 是你的 ${sender} ${aim}驗證碼，${minutes} 分鐘內有效。`
    return [`${said}切勿向任何人透露。`, `${said}切勿透露。`, said, `${pin} 是 ${sender} ${aim}驗證碼。`]
  },
}

/**
 * What the text message says: one segment, in GSM-7 where the language allows it. The last line binds the PIN to our host, so that
 * iOS and WebOTP fill it in there and nowhere else (WICG "Origin-bound one-time codes"); words give way to it first.
 */
export function pinText(
  pin: string,
  minutes: number,
  host: string,
  { purpose = "sign-in", sender = ownName, language = "en" }: About = {},
): string {
  const bound = `\n\n@${host} #${pin}`
  const said = sayings[language]({ pin, minutes, sender, purpose })
  const shortest = said.find((text) => segmentsOf(text) === 1) ?? pin
  return [...said, pin].map((words) => words + bound).find((text) => segmentsOf(text) === 1) ?? shortest
}
