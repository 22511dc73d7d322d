/**
 * One line of JSON for the operator. Pass only what may be read: never a PIN, a token or a full phone number.
 * An error is written as its name, message and place, never with the query or the request that it speaks of.
 */
export function log(level: "info" | "warn" | "error", event: string, detail: Record<string, unknown> = {}): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...detail })
  const write = level === "error" ? console.error : level === "warn" ? console.warn : console.log
  write(line)
}

/** What may be told of an error: its name, code and the first place in it, but not its message, which may quote input. */
export function describe(problem: unknown): Record<string, unknown> {
  if (!(problem instanceof Error)) return { name: typeof problem }
  const { code } = problem as { code?: unknown }
  const place = problem.stack?.split("\n").find((line) => line.trimStart().startsWith("at "))
  return { name: problem.name, ...(typeof code === "string" && { code }), ...(place && { place: place.trim() }) }
}
