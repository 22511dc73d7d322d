import { consolePulse } from "@/lib/live/forms"

export const GET = consolePulse
