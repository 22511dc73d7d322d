"use client"
import { useEffect } from "react"

/**
 * Tabs of one browser share one session. A page that says who is signed in tells the others that it has been opened, and whoever
 * hears it, or is looked at again, asks whether its own address still shows this page; if it leads elsewhere by now, so does
 * the tab. What is typed in a page that stays is not touched.
 */
export function SameInEveryTab({ tells = false }: { tells?: boolean }) {
  useEffect(() => {
    const channel = new BroadcastChannel("latchkey")
    let isAsking = false
    const ask = async () => {
      if (isAsking || document.visibilityState !== "visible" || !navigator.onLine) return
      isAsking = true
      const answer = await fetch(window.location.href, { method: "HEAD", redirect: "manual", cache: "no-store" }).catch(
        () => undefined,
      )
      isAsking = false
      if (answer?.type === "opaqueredirect") window.location.reload()
    }
    channel.addEventListener("message", ask)
    window.addEventListener("focus", ask)
    document.addEventListener("visibilitychange", ask)
    if (tells) channel.postMessage("opened")
    return () => {
      channel.close()
      window.removeEventListener("focus", ask)
      document.removeEventListener("visibilitychange", ask)
    }
  }, [tells])
  return null
}
