import { withProvider } from "@/lib/live/forms"

export const GET = withProvider.start
export const POST = withProvider.start
