"use client"
import { useRouter } from "next/navigation"
import { useEffect, useState, useTransition } from "react"

const every = 5000
type Trouble = "offline" | "signed-out"

/**
 * Says when the figures were made, and asks for new ones while somebody looks. It knocks first: a refresh that fails would
 * take the page away. With problems on the page it waits to be told, so that focus stays with them. What works by scripts alone has its
 * place from the start, so that nothing moves when they come.
 */
export function Freshness({ madeAt, startPaused }: { madeAt: string; startPaused: boolean }) {
  const { refresh } = useRouter()
  const [isPaused, setPaused] = useState(startPaused)
  const [trouble, setTrouble] = useState<Trouble>()
  const [isPending, startTransition] = useTransition()

  useEffect(() => {
    if (isPaused) return
    let isBusy = false
    let isOver = false
    const look = async () => {
      if (isBusy || document.visibilityState !== "visible") return
      isBusy = true
      const found = await knock()
      isBusy = false
      if (isOver) return
      setTrouble(found)
      if (!found) startTransition(refresh)
    }
    const timer = setInterval(look, every)
    document.addEventListener("visibilitychange", look)
    return () => {
      isOver = true
      clearInterval(timer)
      document.removeEventListener("visibilitychange", look)
    }
  }, [isPaused, refresh])

  return (
    <div className="freshness">
      <p className={isPending ? "is-pending" : undefined}>
        Made on {madeAt} UTC.{" "}
        <a href="/admin" className="without-script">
          Look again
        </a>
        <span className="with-script">{isPaused ? "Paused." : "Looks again every 5 seconds."}</span>
      </p>
      <button type="button" className="button secondary small with-script" onClick={() => setPaused(!isPaused)}>
        {isPaused ? "Go on updating" : "Pause updating"}
      </button>
      <p className="stale" role="status">
        {!isPaused && trouble === "offline" && "No connection: these figures are old. They go on once it is back."}
        {!isPaused && trouble === "signed-out" && "You are signed out: these figures are old. Sign in again."}
      </p>
    </div>
  )
}

async function knock(): Promise<Trouble | undefined> {
  if (!navigator.onLine) return "offline"
  try {
    const answer = await fetch("/admin/pulse", { cache: "no-store", signal: AbortSignal.timeout(every) })
    if (answer.status === 404) return "signed-out"
    return answer.ok ? undefined : "offline"
  } catch {
    return "offline"
  }
}
