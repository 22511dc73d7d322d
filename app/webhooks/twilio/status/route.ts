import { machines } from "@/lib/live"

export const POST = machines.twilioStatus
