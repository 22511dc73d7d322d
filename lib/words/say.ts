import type { ReactNode } from "react"
import { createTranslator } from "use-intl/core"
import { type Language, languages } from "@/lib/account/language"
import { type Catalogue, catalogues } from "@/lib/words/catalogues"

/** Names a sentence: its room and its own key. */
export type Key = { [Room in keyof Catalogue]: `${Room}.${keyof Catalogue[Room] & string}` }[keyof Catalogue]

/** What fills a sentence. */
export type Values = Record<string, string | number>
type Tag = (chunks: ReactNode) => ReactNode

/** Says sentences in one language. `rich` gives each tag of a sentence to the function of its name. */
export type Say = {
  language: Language
  (key: Key, values?: Values): string
  rich(key: Key, values: Record<string, string | number | Tag>): ReactNode
}

/** A sentence that is to be said, in whichever language. */
export type Sentence = { key: Key; values?: Values }

/** The library's own type asks for each key's values by the text of its sentence, which a catalogue of two languages does not tell. */
type Translate = {
  (key: string, values?: Values): string
  rich: (key: string, values: Parameters<Say["rich"]>[1]) => ReactNode
}

const made = new Map<Language, Say>(
  languages.map((language) => {
    const messages: Record<string, unknown> = catalogues[language]
    const translate = createTranslator({
      locale: language,
      messages,
      timeZone: "UTC",
      // A sentence that cannot be said is a fault of ours, and no page shows the name of one.
      onError: (error) => {
        throw error
      },
    }) as unknown as Translate
    const say = (key: Key, values?: Values) => translate(key, values)
    const rich: Say["rich"] = (key, values) => translate.rich(key, values)
    return [language, Object.assign(say, { language, rich })]
  }),
)

/** Who says sentences in this language. */
export const sayIn = (language: Language): Say => made.get(language) as Say
