"use client"
import { useState, useSyncExternalStore } from "react"
import type { Texts } from "@/lib/words/catalogues"

const never = () => () => undefined

/** Copies what is in a field. It is there only where scripts run and the browser lets them copy. */
export function CopyButton({ field, words }: { field: string; words: Pick<Texts<"keys">, "copy" | "copied"> }) {
  const canCopy = useSyncExternalStore(
    never,
    () => "clipboard" in navigator,
    () => false,
  )
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    const input = document.getElementById(field)
    if (!(input instanceof HTMLInputElement)) return
    input.select()
    const done = await navigator.clipboard.writeText(input.value).then(
      () => true,
      () => false,
    )
    setCopied(done)
  }
  if (!canCopy) return null
  return (
    <>
      <button type="button" className="button secondary" onClick={copy}>
        {words.copy}
      </button>
      <span role="status">{isCopied && words.copied}</span>
    </>
  )
}
