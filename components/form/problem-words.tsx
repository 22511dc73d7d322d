"use client"
import { useCountdown } from "@/components/form/use-countdown"
import type { FormProblem } from "@/lib/web/cookie"
import { atTime, inWords, onTheClock } from "@/lib/web/wait-words"

/**
 * What is wrong, and until when: "in 2 minutes" as the server says it, and where scripts run "at 14:32", beside a clock that counts
 * down for the eye alone. At the end it says "now", which screen readers then read out once.
 */
export function ProblemWords({ problem: { message, retryAt, wait = 0 } }: { problem: FormProblem }) {
  const { left, isRunning } = useCountdown(wait)
  if (retryAt === undefined) return message
  if (left === 0) return `${message} now`
  if (!isRunning) return `${message} in ${inWords(left)}`
  return (
    <>
      {message} {atTime(retryAt, wait)}
      <span className="countdown" aria-hidden="true">
        {" "}
        ({onTheClock(left)})
      </span>
    </>
  )
}
