"use client"
import { useWords } from "@/components/ui/page-words"

/** Says that an error follows, to whoever does not see its colour. */
export function ErrorMark() {
  return <span className="visually-hidden">{useWords().form.error}</span>
}
