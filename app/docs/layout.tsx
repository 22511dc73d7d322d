import type { ReactNode } from "react"
import { InEnglish } from "@/components/ui/in-english"
import { pageWords } from "@/lib/live/pages"
import "./styles/docs.css"

/** The reference's own styles, which no other page needs. It is for developers, and in English alone. */
export default async function DocsLayout({ children }: { children: ReactNode }) {
  return <InEnglish words={await pageWords("en")}>{children}</InEnglish>
}
