import type { ReactNode } from "react"

/** The sheet that a step, or anything with one subject, is on. */
export function Card({ children }: { children: ReactNode }) {
  return <div className="card">{children}</div>
}
