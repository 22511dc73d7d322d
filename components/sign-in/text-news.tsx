"use client"
import { useEffect, useState } from "react"
import type { TextStatus } from "@/lib/web/sign-in/text-words"

/** Whoever still waits after so many answers has heard all that there is. */
const mostAnswers = 12

type Props = {
  status: TextStatus
  /** What it says while there is no news, and how to ask for some without scripts. */
  says: { takesAMinute: string; ask: string }
}

/**
 * What became of the text message: as the page came, and anew while it stays open. Where there will be some its place is
 * kept free, so that nothing moves, and each new word is read out once. Without scripts a reload brings it.
 */
export function TextNews({ status, says }: Props) {
  const { askIn: firstIn } = status
  const [words, setWords] = useState(status.words)

  useEffect(() => {
    let answers = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const leaving = new AbortController()
    const askAfter = (seconds: number | undefined) => {
      if (seconds !== undefined && answers++ < mostAnswers) timer = setTimeout(ask, Math.max(1, seconds) * 1000)
    }
    const ask = async () => {
      const status = await statusNow(leaving.signal)
      if (leaving.signal.aborted) return
      if (status.words) setWords(status.words)
      askAfter(status.askIn)
    }
    askAfter(firstIn)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [firstIn])

  return (
    <>
      <p className={firstIn === undefined ? undefined : "text-news"} role="status">
        {words ?? says.takesAMinute}
      </p>
      {!words && firstIn !== undefined && (
        <p className="hint without-script">
          <a href="/sign-in/pin">{says.ask}</a>
        </p>
      )}
    </>
  )
}

/** The server may be out of reach for a moment, or the person signed in by another tab: then there is no news. */
async function statusNow(signal: AbortSignal): Promise<TextStatus> {
  const answer = await fetch("/sign-in/pin/text", { cache: "no-store", signal }).catch(() => undefined)
  const status: unknown = answer?.ok ? await answer.json().catch(() => undefined) : undefined
  return typeof status === "object" && status !== null ? status : {}
}
