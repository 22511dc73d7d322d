import type { Caller } from "@/lib/sign-in/core"
import type { Redemption } from "@/lib/sign-in/steps/redeem"

/** The language of the page that a sign-in was made on, and whether it was chosen. An API client has none. */
export const languageOf = ({
  language,
  isLanguageChosen,
}: Caller): Pick<Redemption, "language" | "isLanguageChosen"> => ({
  language,
  isLanguageChosen,
})
