import { after } from "next/server"
import { report } from "@/lib/outside/report"

/** Does work once the answer has left, under Next: it keeps the process, or the function, alive until it is done. */
export const afterAnswer = (task: () => Promise<unknown>): void => after(() => task().catch(report))
