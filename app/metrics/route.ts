import { machines } from "@/lib/live/machines"

export const dynamic = "force-dynamic"
export const GET = machines.metrics
