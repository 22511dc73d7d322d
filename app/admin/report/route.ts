import { consoleReport } from "@/lib/live/forms"

export const GET = consoleReport
