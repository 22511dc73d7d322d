import type { ReactNode } from "react"
import { Card } from "@/components/ui/card"
import { ErrorSummary } from "@/components/ui/error-summary"
import { PageTitle } from "@/components/ui/page-title"
import type { FormProblem } from "@/lib/web/cookie"

type Props = { title: string; heading: string; problems: FormProblem[]; children: ReactNode }

/** One step of signing in: one screen, one question. */
export function Step({ title, heading, problems, children }: Props) {
  return (
    <Card>
      <PageTitle problems={problems}>{title}</PageTitle>
      <ErrorSummary problems={problems} />
      <h1>{heading}</h1>
      {children}
    </Card>
  )
}
