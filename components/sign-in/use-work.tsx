"use client"
import { type ReactNode, useEffect, useRef, useState } from "react"
import { useWords } from "@/components/ui/page-words"

/** Longer than the unluckiest phone needs. Whoever waited so long is told what the server said. */
const longestWork = 60_000

/**
 * Proof of work for one form: `solve` works at a puzzle in a thread of its own and answers the solution, or undefined once the person
 * had enough of it or the browser cannot. `progress` goes beside the form: it says what goes on, and stops it.
 */
export function useWork(): { solve(puzzle: string): Promise<string | undefined>; progress: ReactNode } {
  const { form: words } = useWords()
  const [isWorking, setWorking] = useState(false)
  const giveUp = useRef<() => void>(undefined)

  useEffect(() => () => giveUp.current?.(), [])

  const solve = async (puzzle: string) => {
    setWorking(true)
    const solution = await inThread(puzzle, (stop) => {
      giveUp.current = stop
    })
    giveUp.current = undefined
    setWorking(false)
    return solution
  }

  const progress = (
    <>
      <p className="hint" role="status">
        {isWorking && words.working}
      </p>
      {isWorking && (
        <button type="button" className="button secondary" onClick={() => giveUp.current?.()}>
          {words.stopWorking}
        </button>
      )}
    </>
  )
  return { solve, progress }
}

/** The thread is loaded by the first puzzle: almost nobody gets one. */
function inThread(puzzle: string, onStop: (stop: () => void) => void): Promise<string | undefined> {
  return new Promise((resolve) => {
    let thread: Worker | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const end = (solution?: string) => {
      clearTimeout(timer)
      thread?.terminate()
      resolve(solution || undefined)
    }
    try {
      thread = new Worker(new URL("./work-thread.ts", import.meta.url))
      timer = setTimeout(end, longestWork)
      thread.onmessage = ({ data }: MessageEvent<string>) => end(data)
      thread.onerror = () => end()
      thread.postMessage(puzzle)
      onStop(end)
    } catch {
      end()
    }
  })
}
