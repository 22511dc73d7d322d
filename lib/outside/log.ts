import { type Logger, pino } from "pino"

/** How much is written: what lies below is left out. */
export const logLevels = ["debug", "info", "warn", "error", "silent"] as const
export type LogLevel = (typeof logLevels)[number]

// Pages, routes and our own server are bundled apart: what must be one hangs on globalThis.
const here = globalThis as { latchkeyLog?: Logger }

/** The one log of the process. Each line is written before the next thing is done, so that none is lost with the process. */
function theLog(): Logger {
  here.latchkeyLog ??= pino(
    {
      level: "info",
      base: undefined,
      messageKey: "event",
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    process.stdout,
  )
  return here.latchkeyLog
}

/** From now on this much is written. */
export function setLogLevel(level: LogLevel): void {
  theLog().level = level
}

/**
 * One line of JSON for the operator, on standard output. Pass only what may be read: never a PIN, a token or a full phone number.
 * An error is written as its name, code and place, never with the query or the request that it speaks of.
 */
export function log(
  level: Exclude<LogLevel, "silent">,
  event: string,
  detail: Readonly<Record<string, unknown>> = {},
): void {
  theLog()[level](detail, event)
}

/** What may be told of an error: its name, code and the first place in it, but not its message, which may quote input. */
export function describe(problem: unknown): Record<string, unknown> {
  if (!(problem instanceof Error)) return { name: typeof problem }
  const { code } = problem as { code?: unknown }
  const place = problem.stack?.split("\n").find((line) => line.trimStart().startsWith("at "))
  return { name: problem.name, ...(typeof code === "string" && { code }), ...(place && { place: place.trim() }) }
}
