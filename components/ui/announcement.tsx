"use client"
import { type ReactNode, useEffect, useState } from "react"

type Props = {
  children: ReactNode
  /** It is told once: the address that brought it is cleaned up, so that a reload does not repeat it. */
  isNews?: boolean
}

/**
 * Good news on a page that has just loaded. Screen readers pass over a status that was there from the start, so its
 * text is put in anew once scripts run.
 */
export function Announcement({ children, isNews = false }: Props) {
  const [round, setRound] = useState(0)
  useEffect(() => {
    setRound(1)
    if (isNews) window.history.replaceState(null, "", window.location.pathname)
  }, [isNews])
  return (
    <p className="announcement" role="status">
      <span key={round}>{children}</span>
    </p>
  )
}
