import type { ReactNode } from "react"
import { ErrorSummary } from "@/components/form/error-summary"
import { Card } from "@/components/ui/card"
import { PageTitle } from "@/components/ui/page-title"
import type { FormProblem } from "@/lib/web/cookie"

type Props = {
  title: string
  problems?: FormProblem[]
  /** For forms of several fields: how often problems were told. Without it what is wrong stands at the one field. */
  summary?: { round: number }
  /** Focus waits at the heading, where no field is the first thing to do. */
  isFocused?: boolean
  children: ReactNode
  heading?: string
}

/** One step of signing in, or of changing something: one screen, one question. */
export function Step({ title, heading = title, problems = [], summary, isFocused = false, children }: Props) {
  return (
    <Card>
      <PageTitle problems={problems}>{title}</PageTitle>
      {summary && <ErrorSummary problems={problems} round={summary.round} />}
      {/* biome-ignore lint/a11y/noAutofocus: it says which step this is, to whoever cannot see it */}
      <h1 tabIndex={isFocused ? -1 : undefined} autoFocus={isFocused && problems.length === 0}>
        {heading}
      </h1>
      {children}
    </Card>
  )
}
