import { way } from "@/lib/live/forms"

export const GET = way
