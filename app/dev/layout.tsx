import type { ReactNode } from "react"
import { InEnglish } from "@/components/ui/in-english"
import { pageWords } from "@/lib/live/pages"

/** For developers, in English alone. */
export default async function DevLayout({ children }: { children: ReactNode }) {
  return <InEnglish words={await pageWords("en")}>{children}</InEnglish>
}
