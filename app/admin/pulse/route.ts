import { consolePulse } from "@/lib/live"

export const GET = consolePulse
