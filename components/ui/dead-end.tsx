import type { ReactNode } from "react"
import { Card } from "@/components/ui/card"
import { PageTitle } from "@/components/ui/page-title"

/** A page for when there is nothing to show: what happened, and the way on. */
export function DeadEnd({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Card>
      <PageTitle>{heading}</PageTitle>
      <h1>{heading}</h1>
      {children}
    </Card>
  )
}
