"use client"
import { useCountdown } from "@/components/form/use-countdown"
import { useWords } from "@/components/ui/page-words"
import type { FormProblem } from "@/lib/web/cookie"
import { atTime, inTime, onTheClock } from "@/lib/web/wait-words"

/**
 * What is wrong, and until when: "in 2 minutes" as the server says it, and where scripts run "at 14:32", beside a clock that counts
 * down for the eye alone. At the end it says "now", which screen readers then read out once.
 */
export function ProblemWords({ problem: { message, retryAt, wait = 0 } }: { problem: FormProblem }) {
  const { left, isRunning } = useCountdown(wait)
  const words = useWords()
  if (retryAt === undefined) return message
  const says = (when: string) => message.replace("{when}", when)
  if (left === 0) return says(words.form.now)
  if (!isRunning) return <span suppressHydrationWarning>{says(inTime(left, words))}</span>
  return (
    <>
      {says(atTime(retryAt, wait, words))}
      <span className="countdown" aria-hidden="true">
        {" "}
        ({onTheClock(left)})
      </span>
    </>
  )
}
