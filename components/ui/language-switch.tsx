import { formUrl } from "@/lib/web/form-url"
import type { Language } from "@/lib/words/catalogues"

/** Each language as those who read it call it. */
const names: Readonly<Record<Language, string>> = { en: "English", "zh-HK": "繁體中文" }

type Props = {
  language: Language
  /** Where to stay. */
  page: string
}

/** The way to the other language. It needs no scripts. */
export function LanguageSwitch({ language, page }: Props) {
  const other = language === "en" ? "zh-HK" : "en"
  return (
    <form className="language" method="post" action={formUrl("choose-language")}>
      <input type="hidden" name="to" value={page} />
      <button type="submit" name="language" value={other} lang={other}>
        {names[other]}
      </button>
    </form>
  )
}
