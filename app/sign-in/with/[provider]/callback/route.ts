import { withProvider } from "@/lib/live"

export const GET = withProvider.callback
export const POST = withProvider.callback
