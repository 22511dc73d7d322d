import { withProvider } from "@/lib/live"

export const GET = withProvider.start
export const POST = withProvider.start
