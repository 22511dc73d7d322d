import type { ReactNode } from "react"
import { InEnglish } from "@/components/ui/in-english"
import { pageWords } from "@/lib/live/pages"
import "./styles/console.css"

/** The console's own styles, which no other page needs. It is for operators, and in English alone. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  return <InEnglish words={await pageWords("en")}>{children}</InEnglish>
}
