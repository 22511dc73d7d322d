"use client"
import { type ReactNode, useEffect, useState } from "react"

/**
 * Good news on a page that has just loaded. Screen readers pass over a status that was there from the start, so its
 * text is put in anew once scripts run.
 */
export function Announcement({ children }: { children: ReactNode }) {
  const [round, setRound] = useState(0)
  useEffect(() => setRound(1), [])
  return (
    <p className="announcement" role="status">
      <span key={round}>{children}</span>
    </p>
  )
}
