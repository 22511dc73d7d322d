"use client"
import { createContext, type ReactNode, useContext, useState } from "react"
import { ErrorSummary } from "@/components/ui/error-summary"
import { PageTitle } from "@/components/ui/page-title"
import type { FormProblem } from "@/lib/web/cookie"

type Shown = { problems: FormProblem[]; show(problems: FormProblem[]): void }

const Problems = createContext<Shown>({ problems: [], show: () => undefined })

/** A page whose title and summary tell what is wrong with a form somewhere on it. */
export function WithProblems(props: { title: string; problems: FormProblem[]; children: ReactNode }) {
  const [problems, show] = useState(props.problems)
  return (
    <Problems value={{ problems, show }}>
      <PageTitle problems={problems}>{props.title}</PageTitle>
      <ErrorSummary problems={problems} />
      {props.children}
    </Problems>
  )
}

/** What is wrong, for a form on such a page. */
export const useProblems = (): Shown => useContext(Problems)
