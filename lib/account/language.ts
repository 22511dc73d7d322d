/** The languages that we speak to people in, as BCP 47 names them: English, and Chinese as it is written in Hong Kong. */
export const languages = ["en", "zh-HK"] as const

export type Language = (typeof languages)[number]

/** Whether we speak it. */
export const isLanguage = (named: unknown): named is Language => languages.some((language) => language === named)
