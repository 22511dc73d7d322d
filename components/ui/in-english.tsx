import type { ReactNode } from "react"
import { type PageWords, WithWords } from "@/components/ui/page-words"

/** Pages that are in English alone, whatever the language around them. */
export function InEnglish({ words, children }: { words: PageWords; children: ReactNode }) {
  return (
    <div lang="en">
      <WithWords words={words}>{children}</WithWords>
    </div>
  )
}
