import { describe, log } from "@/lib/outside/log"
import { isOutage } from "@/lib/outside/outage"

/** Logs a surprise, which is a bug, apart from what is out of reach just now, which is none. */
export const report = (problem: unknown): void =>
  isOutage(problem) ? log("warn", "out-of-reach", describe(problem)) : log("error", "unexpected", describe(problem))
