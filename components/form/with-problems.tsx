"use client"
import { createContext, type ReactNode, useContext } from "react"
import { ErrorSummary } from "@/components/form/error-summary"
import { type Problems, useProblems } from "@/components/form/use-problems"
import { PageTitle } from "@/components/ui/page-title"
import type { FormProblem } from "@/lib/web/cookie"

const OfPage = createContext<Problems>({ list: [], round: 0, show: () => undefined, settle: () => undefined })

/** A page whose title and summary tell what is wrong with a form somewhere on it. */
export function WithProblems(props: { title: string; problems: FormProblem[]; children: ReactNode }) {
  const problems = useProblems(props.problems)
  return (
    <OfPage value={problems}>
      <PageTitle problems={problems.list}>{props.title}</PageTitle>
      <ErrorSummary problems={problems.list} round={problems.round} />
      {props.children}
    </OfPage>
  )
}

/** What is wrong, for a form on such a page. */
export const usePageProblems = (): Problems => useContext(OfPage)
