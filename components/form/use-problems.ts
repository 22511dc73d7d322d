"use client"
import { useState } from "react"
import type { FormProblem } from "@/lib/web/cookie"

/** What is wrong with a form. A `round` is one time that it was told: whoever shows it takes the focus once a round. */
export type Problems = {
  list: FormProblem[]
  round: number
  /** Tells anew what is wrong. */
  show(problems: FormProblem[]): void
  /** One field is in order now; nobody's focus moves. */
  settle(field: string): void
}

/** The problems of a page's form, first those that the server sent along. */
export function useProblems(fromServer: FormProblem[]): Problems {
  const [{ list, round }, set] = useState({ list: fromServer, round: 0 })
  return {
    list,
    round,
    show: (problems) => set((before) => ({ list: problems, round: before.round + 1 })),
    settle: (field) => set((before) => ({ ...before, list: before.list.filter((problem) => problem.field !== field) })),
  }
}
