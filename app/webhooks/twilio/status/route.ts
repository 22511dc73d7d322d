import { machines } from "@/lib/live/machines"

export const POST = machines.twilioStatus
