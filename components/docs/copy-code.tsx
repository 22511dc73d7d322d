"use client"
import { useState, useSyncExternalStore } from "react"

const never = () => () => undefined

/** Copies the code that it stands beside. It is there only where scripts run and the browser lets them copy. */
export function CopyCode() {
  const canCopy = useSyncExternalStore(
    never,
    () => "clipboard" in navigator,
    () => false,
  )
  const [isCopied, setCopied] = useState(false)
  if (!canCopy) return null
  return (
    <>
      <button
        type="button"
        className="copy"
        onClick={async ({ currentTarget }) => {
          const text = currentTarget.closest(".copied")?.querySelector("code")?.textContent ?? ""
          const done = await navigator.clipboard.writeText(text).then(
            () => true,
            () => false,
          )
          setCopied(done)
        }}
      >
        {isCopied ? "Copied" : "Copy"}
      </button>
      <span className="visually-hidden" role="status">
        {isCopied && "Copied"}
      </span>
    </>
  )
}
