import type { ReactNode } from "react"
import { InEnglish } from "@/components/ui/in-english"
import { pageWords } from "@/lib/live/pages"

/** The pages of whoever is signed in, in English alone. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  return <InEnglish words={await pageWords("en")}>{children}</InEnglish>
}
