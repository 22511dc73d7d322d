import { machines } from "@/lib/live/machines"

export const GET = machines.cleanUp
export const POST = machines.cleanUp
