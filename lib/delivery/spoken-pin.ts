import type { Language } from "@/lib/account/language"
import { ownName } from "@/lib/account/theme"

type About = { sender?: string; language?: Language }

/** What a call says once: whose PIN it is, and its digits one by one, with a stop between them so that they are said slowly. */
export const spokenPin = (pin: string, { sender = ownName, language = "en" }: About = {}): string =>
  language === "zh-HK"
    ? `你的 ${sender} 驗證碼是：${[...pin].join("。")}。`
    : `Your ${sender} PIN is: ${[...pin].join(". ")}.`
