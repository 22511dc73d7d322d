import type { Language } from "@/lib/account/language"

/** What a text tells of a change of phone: where we are, as whom, and in which language. */
type About = { host: string; sender: string; language: Language }

/**
 * What the old phone is told when another is about to take its place. It holds no link: those are what forgers send. Whoever
 * answers STOP stops our messages, and not the change.
 */
export const changeComes = ({ host, sender, language }: About): string =>
  language === "zh-HK"
    ? `你的 ${sender} 電話號碼將於 72 小時後更改。非你本人？請到 ${host} 登入並取消，回覆短訊無效。`
    : `Your ${sender} phone number will change in 72 hours. Not you? Sign in at ${host} and cancel it on your account page. A reply does not cancel it.`

/** What the old phone is told when another has taken its place. */
export const changeDone = ({ host, sender, language }: About): string =>
  language === "zh-HK"
    ? `你的 ${sender} 電話號碼已更改，並經此電話的驗證碼確認。詳情見 ${host} 的帳戶頁面。`
    : `Your ${sender} phone number was changed, confirmed with a PIN from this phone. You can see it on your account page at ${host}.`
