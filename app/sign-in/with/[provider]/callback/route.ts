import { withProvider } from "@/lib/live/forms"

export const GET = withProvider.callback
export const POST = withProvider.callback
