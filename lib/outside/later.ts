import { after } from "next/server"
import { describe, log } from "@/lib/outside/log"

/** Does work once the answer has left. Next keeps the process, or the function, alive until it is done. */
export const later = (task: () => Promise<unknown>): void =>
  after(() => task().catch((problem: unknown) => log("error", "unexpected", describe(problem))))
