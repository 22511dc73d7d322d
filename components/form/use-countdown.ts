"use client"
import { useEffect, useState } from "react"

/** Counts seconds down to 0. `isRunning` is false until scripts run: without them nothing may be held back. */
export function useCountdown(seconds: number): { left: number; isRunning: boolean } {
  const [left, setLeft] = useState(seconds)
  const [isStarted, setStarted] = useState(false)

  useEffect(() => {
    setStarted(true)
    setLeft(seconds)
    // Browsers slow the ticks down in a hidden tab, so the end has a timer of its own.
    const tick = setInterval(() => setLeft((count) => Math.max(1, count - 1)), 1000)
    const end = setTimeout(() => {
      clearInterval(tick)
      setLeft(0)
    }, seconds * 1000)
    return () => {
      clearInterval(tick)
      clearTimeout(end)
    }
  }, [seconds])

  return { left, isRunning: isStarted && left > 0 }
}
