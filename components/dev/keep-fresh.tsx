"use client"
import { useRouter } from "next/navigation"
import { useEffect } from "react"

/** Asks for the page again every few seconds, while somebody looks at it. */
export function KeepFresh() {
  const { refresh } = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && navigator.onLine) refresh()
    }, 3000)
    return () => clearInterval(timer)
  }, [refresh])
  return null
}
