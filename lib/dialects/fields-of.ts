import type { FieldProblem } from "@/lib/dialects/operation"

/** One problem a field, the first. */
export function fieldsOf(issues: readonly { path: PropertyKey[]; message: string }[]): FieldProblem[] {
  const first = new Map<string, string>()
  for (const { path, message } of issues) {
    const field = path.map(String).join(".")
    if (!first.has(field)) first.set(field, message)
  }
  return [...first].map(([field, problem]) => ({ field, problem }))
}
