"use client"
import { createContext, type ReactNode, use } from "react"
import type { Language, Texts } from "@/lib/words/catalogues"

/** What a page's forms may have to say by themselves, in the language of the page. */
export type PageWords = { language: Language; form: Texts<"form">; checks: Texts<"checks"> }

const OfPage = createContext<PageWords | undefined>(undefined)

/** Hands a page's forms their words. All else is said on the server, so that no catalogue goes to browsers. */
export function WithWords({ words, children }: { words: PageWords; children: ReactNode }) {
  return <OfPage value={words}>{children}</OfPage>
}

/** The words of the page around. */
export function useWords(): PageWords {
  const words = use(OfPage)
  if (!words) throw new Error("a form stands on a page that handed it no words")
  return words
}
