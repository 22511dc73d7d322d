"use client"
import { useEffect } from "react"

/**
 * A page that Back takes out of the browser's memory shows who was signed in then. It is loaded again, so that nobody
 * sees a form that they have done with, or an account that they have signed out of.
 */
export function FreshOnReturn() {
  useEffect(() => {
    const reload = ({ persisted }: PageTransitionEvent) => {
      if (persisted) window.location.reload()
    }
    window.addEventListener("pageshow", reload)
    return () => window.removeEventListener("pageshow", reload)
  }, [])
  return null
}
