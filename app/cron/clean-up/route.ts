import { machines } from "@/lib/live"

export const GET = machines.cleanUp
export const POST = machines.cleanUp
