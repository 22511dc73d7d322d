import { after } from "next/server"
import { describe, log } from "@/lib/outside/log"

/** Does work once the answer has left, under Next: it keeps the process, or the function, alive until it is done. */
export const afterAnswer = (task: () => Promise<unknown>): void =>
  after(() => task().catch((problem: unknown) => log("error", "unexpected", describe(problem))))
