"use client"
import { useBrandName } from "@/components/ui/brand-name"
import { useWords } from "@/components/ui/page-words"
import type { FormProblem } from "@/lib/web/cookie"

/**
 * The document's title. React lifts it into the head; unlike Next's metadata it can change with the problems of a
 * form, and it is there before any script runs.
 */
export function PageTitle({ children, problems = [] }: { children: string; problems?: FormProblem[] }) {
  return <title>{`${problems.length > 0 ? useWords().form.error : ""}${children} – ${useBrandName()}`}</title>
}
